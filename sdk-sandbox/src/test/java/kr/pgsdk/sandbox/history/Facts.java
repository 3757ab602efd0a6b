package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a call, or of a refund, did at the gateway: by the request and never by the
 * amount, since the amount may be anybody's.
 */
final class Facts {
  final Plan plan;
  final List<HistoryRun.Paid> payments;
  final List<Refund> refunds;
  final List<Call> calls;
  final List<PaymentTimeline> truths;
  final List<Violation> found = new ArrayList<>();

  private Facts(HistoryRun run) {
    this.plan = run.plan;
    this.payments = run.payments;
    this.refunds = run.refunds;
    this.calls = run.calls;
    this.truths =
        payments.stream()
            .map(
                paid ->
                    new PaymentTimeline(
                        entries(run, paid), run.world.refunds(paid.id()), paid.price()))
            .toList();
  }

  private static List<LedgerEntry> entries(HistoryRun run, HistoryRun.Paid paid) {
    List<LedgerEntry> entries = run.world.ledger(paid.id());
    return paid.checkout().isDiscounted(run.plan.gateway(), paid)
        ? DiscountedLedger.of(entries, run.world.refunds(paid.id()), paid.price())
        : entries;
  }

  static Facts of(HistoryRun run) {
    return new Facts(run);
  }

  /** Notes a violation unless it is so. */
  void require(boolean so, Call call, String otherwise) {
    if (!so) {
      found.add(new Violation(otherwise, call + "\n  of " + truth(call).entries));
    }
  }

  boolean isOn(Switch which) {
    return plan.switches().contains(which);
  }

  /** Whether the payment company shows no row's reason as it was sent. */
  boolean hidesReasons() {
    return isOn(Switch.IAMPORT_DROPS_REASONS)
        || isOn(Switch.IAMPORT_REPLACES_REASONS)
        || isOn(Switch.IAMPORT_CUTS_REASONS);
  }

  /** Whether all its rows look alike but for the amount: the reason is gone, or the same text. */
  boolean losesReasons() {
    return isOn(Switch.IAMPORT_DROPS_REASONS) || isOn(Switch.IAMPORT_REPLACES_REASONS);
  }

  /** Whether the payment company behind Iamport shows nothing of a refund until it is done. */
  boolean hidesWhatIsUnderWay() {
    return isOn(Switch.IAMPORT_REFUNDS_LATER);
  }

  boolean isPortOne() {
    return plan.gateway() == Gateway.PORTONE;
  }

  boolean isIamport() {
    return plan.gateway() == Gateway.IAMPORT;
  }

  /** Whether a confirm of this payment moves its money; else the checkout has. */
  boolean confirmCaptures(Call call) {
    return isToss() || paid(call).token() != null;
  }

  boolean isToss() {
    return plan.gateway() == Gateway.TOSS;
  }

  PaymentTimeline truth(Call call) {
    return truths.get(call.asked.payment());
  }

  PaymentTimeline truth(Refund refund) {
    return truths.get(refund.payment);
  }

  HistoryRun.Paid paid(Call call) {
    return payments.get(call.asked.payment());
  }

  /** Whether it was so at some instant of the call, or as long before as a lookup may be old. */
  boolean ever(Call call, Predicate<PaymentTimeline.State> so) {
    return truth(call).everBetween(earliest(call), call.ended, so);
  }

  /** Whether it could be shown as paid, with nothing refunded, at some instant of the call. */
  boolean everShownPaid(Call call, Instant from) {
    Predicate<PaymentTimeline.State> paid =
        hidesWhatIsUnderWay()
            ? s -> s.held() && s.balance().equals(paid(call).price())
            : s -> s.isPaid(paid(call).price());
    return truth(call).everBetween(from, call.ended, paid);
  }

  Instant earliest(Call call) {
    return call.started.minus(call.settling ? Duration.ZERO : plan.oldest());
  }

  /** What the requests of this call alone moved, ever. */
  List<LedgerEntry> moved(Call call) {
    return truths.stream()
        .flatMap(truth -> truth.entries.stream())
        .filter(entry -> call.sent(entry.requestId()))
        .toList();
  }

  /** What the requests of this call alone captured, ever. */
  List<LedgerEntry> captured(Call call) {
    return moved(call).stream().filter(e -> e.kind() == LedgerEntry.Kind.CAPTURE).toList();
  }

  /** What the requests of this call alone refunded, ever. */
  List<LedgerEntry> refunded(Call call) {
    return moved(call).stream().filter(e -> e.kind() == LedgerEntry.Kind.REFUND).toList();
  }

  /** What the requests of this refund moved, ever. */
  List<LedgerEntry> moved(Refund refund) {
    return truth(refund).refunds().stream()
        .filter(entry -> refund.sent(entry.requestId()))
        .toList();
  }

  /** What the gateway took on for the requests of this refund. */
  List<RefundRecord> rows(Refund refund) {
    return truth(refund).records.stream()
        .filter(row -> refund.sent(row.cause().requestId()))
        .toList();
  }

  /**
   * What the requests of this refund that had arrived by this call's last one moved, ever: the call
   * can't know of others. When it ended says less, for its thread may note that long after. Nor
   * does it know of calls that ended later, for they take turns: a busy machine may read this
   * call's last request only after it has given up.
   */
  List<LedgerEntry> movedBySent(Refund refund, Call by) {
    OptionalLong last = by.requests.stream().mapToLong(Sent::id).max();
    Predicate<Sent> known =
        last.isPresent()
            ? sent -> sent.id() <= last.getAsLong()
            : sent -> !sent.arrived().isAfter(by.ended);
    return moved(refund).stream()
        .filter(
            entry ->
                refund.calls.stream()
                    .filter(call -> !call.ended.isAfter(by.ended))
                    .flatMap(call -> call.requests.stream())
                    .anyMatch(sent -> sent.id() == entry.requestId() && known.test(sent)))
        .toList();
  }

  /** Whether an earlier call of it had said that it is done. */
  static boolean saidDone(Refund refund, Call before) {
    return refund.calls.stream()
        .anyMatch(call -> call != before && saysDone(call) && !call.ended.isAfter(before.ended));
  }

  /**
   * Whether what this refund was told is done could be a twin's cancel: where reasons get lost, one
   * of its amount that another server or an operator made after the refund's own look. Cancels are
   * claimed within one gateway object; there nobody may take a twin's for its own.
   */
  boolean couldBeATwins(Refund refund) {
    Call first = firstSaidDone(refund);
    if (first == null || !losesReasons()) {
      return false;
    }
    Instant looked = earliest(refund.calls.get(0));
    return truth(refund).records.stream()
        .anyMatch(
            row ->
                !refund.sent(row.cause().requestId())
                    && row.amount().equals(refund.amount)
                    && row.at(first.ended) == RefundRecord.State.DONE
                    && !row.changes().get(row.changes().size() - 1).at().isBefore(looked)
                    && !isServedBy(first.server, row.cause().requestId()));
  }

  /** Whether a confirm of the payment arrived after what this lookup may have shown. */
  boolean isConfirmedAfter(Sent lookup, int payment) {
    boolean old = lookup.met.isStale();
    Instant shown = lookup.arrived().minus(old ? plan.oldest() : Duration.ZERO);
    return calls.stream()
        .filter(call -> call.asked instanceof Asked.Confirm && call.asked.payment() == payment)
        .flatMap(call -> call.posts().stream())
        .anyMatch(post -> !post.arrived().isBefore(shown));
  }

  private boolean isServedBy(@Nullable Object server, long requestId) {
    return calls.stream().anyMatch(call -> call.sent(requestId) && call.server == server);
  }

  /** The call that said first that this refund is done; null if none did. */
  private static @Nullable Call firstSaidDone(Refund refund) {
    return refund.calls.stream()
        .filter(Facts::saysDone)
        .min(Comparator.comparing(call -> call.ended))
        .orElse(null);
  }

  private static boolean saysDone(Call call) {
    return call.said instanceof Cancellation && !(call.said instanceof Cancellation.Pending);
  }

  /** Whether a refund of the same amount was told that it is done, and wasn't. */
  boolean isTakenByATwin(Refund refund) {
    return losesReasons()
        && twins(refund)
            .anyMatch(
                twin -> moved(twin).isEmpty() && twin.calls.stream().anyMatch(Facts::saysDone));
  }

  /** Whether a refund of the same amount was in doubt too, where no reason tells them apart. */
  boolean hasTwinInDoubt(Refund refund) {
    return losesReasons()
        && twins(refund)
            .flatMap(twin -> twin.calls.stream())
            .anyMatch(call -> call.said instanceof OutcomeUnknownException);
  }

  private Stream<Refund> twins(Refund refund) {
    return refunds.stream()
        .filter(
            twin ->
                twin != refund
                    && twin.payment == refund.payment
                    && refund.amount != null
                    && refund.amount.equals(twin.amount));
  }

  /** How the refund's own rows stood at this time, in words. */
  static String stateOf(List<RefundRecord> rows, Instant at) {
    RefundRecord.@Nullable State best = null;
    for (RefundRecord row : rows) {
      RefundRecord.State state = row.at(at);
      if (state != null && (best == null || state == RefundRecord.State.UNDER_WAY)) {
        best = state;
      }
    }
    if (best == null) {
      return rows.isEmpty() ? "was never executed" : "was executed only later";
    }
    return switch (best) {
      case UNDER_WAY -> "is still under way";
      case DONE -> "is done";
      case FAILED -> "has failed";
    };
  }
}
