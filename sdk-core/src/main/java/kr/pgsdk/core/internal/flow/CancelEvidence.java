package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.internal.flow.CancelRows.Row;
import kr.pgsdk.core.internal.memory.CancelMemory;
import kr.pgsdk.core.internal.memory.CancelState;
import kr.pgsdk.core.internal.memory.CancelState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a payment proves about one refund. That a cancel is there, or that the balance fell, proves
 * that somebody cancelled; only a cancel that can be attributed proves that this refund did.
 */
final class CancelEvidence {
  /** Where a refund stands by what a payment shows. */
  enum Standing {
    /** Nothing shows it. */
    NOT_SHOWN,
    /** More than one cancel could be it. */
    UNCLEAR,
    /** Accepted, and not finished. */
    PENDING,
    /** Executed. */
    DONE,
    /** Accepted, and given up. */
    GIVEN_UP
  }

  /** A standing, and the cancel that proves it. */
  record Finding(Standing standing, @Nullable Row row) {
    @Nullable Money amount() {
      return row == null ? null : row.cancel().amount();
    }
  }

  /** Iamport's reason for a cancel that was sent without one (cancel_history). */
  private static final String NO_REASON_GIVEN = "취소요청api";

  private static final Set<RefundStatus> REFUND_FAILED =
      EnumSet.of(RefundStatus.FAILED, RefundStatus.PARTIAL_FAILED);
  private static final Set<RefundStatus> REFUND_UNDER_WAY =
      EnumSet.of(RefundStatus.PENDING, RefundStatus.UNKNOWN);

  private static final Set<Known> NEVER_CAPTURED =
      EnumSet.of(
          Known.READY, Known.IN_PROGRESS, Known.WAITING_FOR_DEPOSIT, Known.FAILED, Known.EXPIRED);

  private final CancelRequest request;
  private final @Nullable String reference;
  private final String reason;
  private final boolean reasonsKept;

  /** Whether an earlier life of the request, which nobody remembers, may have been executed. */
  private final boolean keyMayBeOld;

  private final ClaimedRows claims;

  CancelEvidence(CancelRequest request, CancelSteps steps, ClaimedRows claims) {
    this.request = request;
    CancelMemory memory = CancelMemory.of(request);
    CancelState.Sent sent = memory.state().sent();
    boolean pinned = sent != null && memory.state().phase() != Phase.NOT_EXECUTED;
    this.reference =
        sent != null && pinned ? sent.reference() : Reference.of(request, steps.makesReferences());
    this.keyMayBeOld = steps.knowsKeys() && memory.hasCallersKey();
    this.reason = Reference.inFrontOf(request.reason(), reference);
    this.reasonsKept = steps.keepsReasons();
    this.claims = claims;
  }

  /** The reference as it is sent, the same in each sending; null for none. */
  @Nullable String reference() {
    return reference;
  }

  /** The reason as it is sent. */
  String reason() {
    return reason;
  }

  /**
   * What the answer to the refund's own request proves: a new cancel of its amount, the only one
   * that isn't surely another's, is its own whatever the reason says.
   *
   * @param before the cancels of the lookup before it
   * @param balance the balance it was sent with
   */
  Finding inAnswer(Payment answer, List<String> before, Money balance) {
    Money asked = request.amount().orElse(balance);
    List<Row> candidates =
        CancelRows.without(answer, before).stream()
            .filter(row -> row.cancel().amount().equals(asked) && !isMarkedAsAnothers(row.cancel()))
            .toList();
    if (candidates.size() > 1) {
      List<Row> marked = candidates.stream().filter(row -> isMarkedAsOwn(row.cancel())).toList();
      candidates = marked.isEmpty() ? candidates : marked;
    }
    return finding(candidates, answer);
  }

  /** What a lookup, or an old answer, proves. */
  Finding inLookup(Payment payment, CancelState state) {
    List<Row> rows = CancelRows.of(payment);
    List<Row> own = rows.stream().filter(row -> row.key().equals(state.ownRow())).toList();
    if (own.isEmpty()) {
      own =
          rows.stream()
              .filter(row -> isMarkedAsOwn(row.cancel()) && isOfItsAmount(row.cancel()))
              .toList();
    }
    if (own.isEmpty()
        && state.phase() == Phase.IN_DOUBT
        && !reasonsKept
        && request.amount().isPresent()) {
      own = unmarked(payment, state);
    }
    return finding(own, payment);
  }

  /** The cancel whose reason got lost on its way, if nothing but the refund in doubt can be it. */
  private List<Row> unmarked(Payment payment, CancelState state) {
    List<Row> candidates =
        CancelRows.without(payment, state.rowsBefore()).stream()
            .filter(row -> couldBeOwn(row.cancel()))
            .filter(
                row -> !claims.isAnothers(payment.paymentId(), row.key(), request.idempotencyKey()))
            .toList();
    if (candidates.size() != 1 || state.sent() == null) {
      return candidates;
    }
    Row only = candidates.get(0);
    boolean startsThere =
        CancelRows.balanceBefore(payment, only).compareTo(state.sent().pinned()) == 0;
    boolean own =
        startsThere
            && !isTwinOpen(payment)
            && isReasonLost(only.cancel())
            && claims.claim(payment.paymentId(), only.key(), request.idempotencyKey());
    return own ? candidates : List.of();
  }

  /** Whether another refund of its amount is in doubt, too. */
  private boolean isTwinOpen(Payment payment) {
    return claims.isAnotherOpen(
        payment.paymentId(), request.amount().orElseThrow(), request.idempotencyKey());
  }

  /** Whether a reason says nothing of who cancelled: none, Iamport's own, or what was sent, cut. */
  private boolean isReasonLost(PaymentCancel cancel) {
    String recorded = recordedReason(cancel);
    return recorded.isEmpty() || recorded.equals(NO_REASON_GIVEN) || reason.startsWith(recorded);
  }

  private static Finding finding(List<Row> own, Payment payment) {
    if (own.size() != 1) {
      return new Finding(own.isEmpty() ? Standing.NOT_SHOWN : Standing.UNCLEAR, null);
    }
    Row row = own.get(0);
    return new Finding(
        switch (row.cancel().state()) {
          case FAILED -> Standing.GIVEN_UP;
          case PENDING -> Standing.PENDING;
          case DONE -> paidBack(payment);
        },
        row);
  }

  /** A deposit's way back is reported of the whole payment, not of one cancel. */
  private static Standing paidBack(Payment payment) {
    if (REFUND_UNDER_WAY.contains(payment.refundStatus())) {
      return Standing.PENDING;
    }
    if (REFUND_FAILED.contains(payment.refundStatus())) {
      return count(payment, State.DONE) == 1 ? Standing.GIVEN_UP : Standing.UNCLEAR;
    }
    return Standing.DONE;
  }

  /** Whether all is cancelled, for a refund that asks for all. */
  boolean isGoalReached(Payment payment) {
    return isNothingLeft(payment)
        && count(payment, State.PENDING) == 0
        && !REFUND_UNDER_WAY.contains(payment.refundStatus())
        && !REFUND_FAILED.contains(payment.refundStatus());
  }

  /** Whether all will be cancelled once what is under way is finished. */
  boolean isGoalPending(Payment payment, Money balance) {
    if (request.amount().isPresent()) {
      return false;
    }
    boolean allUnderWay =
        payment.cancels().stream()
            .anyMatch(c -> c.state() == State.PENDING && c.amount().equals(balance));
    boolean allOnItsWay =
        isNothingLeft(payment)
            && (count(payment, State.PENDING) > 0
                || REFUND_UNDER_WAY.contains(payment.refundStatus()));
    return allUnderWay || allOnItsWay;
  }

  private boolean isNothingLeft(Payment payment) {
    return request.amount().isEmpty()
        && payment.balance().isZero()
        && payment.status().known() == Known.CANCELLED;
  }

  /**
   * Whether a lookup proves that nothing of a refund in doubt was executed, once nothing sent for
   * it can be worked on any more.
   */
  boolean isNotExecuted(Payment payment, CancelState state) {
    if (state.sent() == null || state.bankDoubt() || count(payment, State.PENDING) > 0) {
      return false;
    }
    if (mayBeShown(payment, state)) {
      return false;
    }
    if (NEVER_CAPTURED.contains(payment.status().known()) && count(payment, State.DONE) == 0) {
      return true;
    }
    Money seen = Money.of(state.sent().seen(), payment.amount().currency());
    if (!seen.isMoreThan(payment.balance())) {
      // Where reasons get lost, the payment company may have refunded what isn't shown yet.
      return reasonsKept && !isNothingLeft(payment);
    }
    Money others = Money.zero(payment.amount().currency());
    for (Row row : CancelRows.of(payment)) {
      boolean finishedBefore =
          state.rowsBefore().contains(row.key())
              && !state.sent().pendingBefore().contains(row.key());
      if (row.cancel().state() == State.DONE && !finishedBefore) {
        others = others.plus(row.cancel().amount());
      }
    }
    return !seen.minus(payment.balance()).isMoreThan(others);
  }

  /**
   * Whether a cancel that came since the refund was first sent could be it; under a key of the
   * caller's, also one that was there before.
   */
  boolean mayBeShown(Payment payment, CancelState state) {
    List<String> before = keyMayBeOld ? List.of() : state.rowsBefore();
    return CancelRows.without(payment, before).stream().anyMatch(row -> couldBeOwn(row.cancel()));
  }

  /** Whether a cancel that isn't surely another's could be the refund. */
  private boolean couldBeOwn(PaymentCancel cancel) {
    if (cancel.state() == State.FAILED || !isOfItsAmount(cancel) || isMarkedAsAnothers(cancel)) {
      return false;
    }
    // Where reasons are kept, a cancel with another one is another's.
    String recorded = recordedReason(cancel);
    return !reasonsKept
        || recorded.isEmpty()
        || isMarkedAsOwn(cancel)
        || recorded.equals(reason.strip());
  }

  /**
   * Whether a cancel that brought the balance below the expected one could be the refund.
   *
   * @param gap how far it is below
   */
  boolean couldBeWithin(Payment payment, Money gap) {
    return CancelRows.of(payment).stream()
        .anyMatch(row -> couldBeOwn(row.cancel()) && !row.cancel().amount().isMoreThan(gap));
  }

  private boolean isOfItsAmount(PaymentCancel cancel) {
    return request.amount().map(cancel.amount()::equals).orElse(true);
  }

  /** Whether the cancel that was found carries the refund's own reference. */
  boolean isMarked(Finding finding) {
    return finding.row() != null && isMarkedAsOwn(finding.row().cancel());
  }

  private boolean isMarkedAsOwn(PaymentCancel cancel) {
    return reference != null && reference.equals(Reference.in(cancel.reason().orElse(null)));
  }

  /** A reason in brackets may also be the shop's own words, or a payment company's. */
  private boolean isMarkedAsAnothers(PaymentCancel cancel) {
    String marked = Reference.in(cancel.reason().orElse(null));
    return marked != null
        && !marked.equals(reference)
        && !recordedReason(cancel).equals(reason.strip())
        && (reasonsKept || Reference.looksMade(marked));
  }

  private static String recordedReason(PaymentCancel cancel) {
    return cancel.reason().map(String::strip).orElse("");
  }

  private static long count(Payment payment, State state) {
    return payment.cancels().stream().filter(c -> c.state() == state).count();
  }
}
