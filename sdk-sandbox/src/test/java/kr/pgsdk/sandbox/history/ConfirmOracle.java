package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.wire.RefundRecord;

/** What was said of confirms. */
final class ConfirmOracle {
  /** An unmarked replay this young can't be told from a first answer: docs/histories.md. */
  private static final Duration YOUNG = Duration.ofSeconds(4);

  private final Facts facts;

  ConfirmOracle(Facts facts) {
    this.facts = facts;
  }

  void check(Call call, ConfirmRequest request) {
    facts.require(
        !request.withoutCapture() || facts.captured(call).isEmpty(),
        call,
        "confirm: captured although it was to look only");
    facts.require(
        facts.refunded(call).isEmpty() || !request.money().equals(facts.paid(call).expected()),
        call,
        "confirm: refunded what is as expected");
    if (call.said instanceof Confirmed confirmed) {
      checkConfirmed(call, request, confirmed);
    } else if (call.said instanceof AwaitingDeposit) {
      facts.require(
          facts.ever(call, s -> !s.held())
              || facts.isOn(Switch.TOSS_REPLAY_UNMARKED)
              || hasNoTrueLookup(call),
          call,
          "AwaitingDeposit: paid already");
    } else if (call.said instanceof NotConfirmed refused) {
      checkNotConfirmed(call, request, refused);
    } else if (call.said instanceof OutcomeUnknownException) {
      checkUnknown(call);
    } else {
      facts.require(
          facts.moved(call).isEmpty() || isAllAStrangers404(call),
          call,
          "confirm: an exception denies what its own request moved");
    }
  }

  private void checkConfirmed(Call call, ConfirmRequest request, Confirmed confirmed) {
    HistoryRun.Paid paid = facts.paid(call);
    facts.require(
        request.orderId().equals(paid.order()) && request.money().equals(paid.price()),
        call,
        "Confirmed: this isn't what was paid");
    boolean hidden =
        paid.checkout() == Checkout.TEST_CHANNEL
            && !facts.isToss()
            && !facts.plan.acceptsTests()
            && !facts.isOn(Switch.IAMPORT_NO_SANDBOX_FIELD);
    facts.require(!hidden, call, "Confirmed: a payment of the test channel");
    boolean unmarked = facts.isOn(Switch.TOSS_REPLAY_UNMARKED);
    Instant from = facts.earliest(call);
    if (unmarked) {
      from = from.minus(YOUNG);
    }
    if (!facts.everShownPaid(call, from)) {
      facts.require(false, call, "Confirmed: " + whyNot(call, from) + replay(confirmed, unmarked));
    }
    Instant youngest = call.started.minus(YOUNG);
    // By what header PortOne would mark a repetition isn't known, so none is looked for.
    boolean unmarkable = unmarked || facts.isPortOne();
    boolean byThisCall =
        facts.truth(call).captures().stream()
            .anyMatch(e -> call.sent(e.requestId()) || (unmarkable && !e.at().isBefore(youngest)));
    facts.require(
        confirmed.capture() != Capture.BY_THIS_CALL || byThisCall || hasAnothersAnswer(call),
        call,
        "Confirmed: BY_THIS_CALL, but captured by another");
  }

  /** Whether its answer was an old one, and nothing newer could be learnt in this call. */
  private static boolean hasNoTrueLookup(Call call) {
    return call.lookups().stream().noneMatch(sent -> sent.answered);
  }

  /** Whether what came in place of a POST's answer was a lookup's, which looks the same. */
  private static boolean hasAnothersAnswer(Call call) {
    return call.posts().stream().anyMatch(Sent::isOfAnother);
  }

  /** Whether a stranger gave the capture and the lookups the only answers: a wrong address. */
  private static boolean isAllAStrangers404(Call call) {
    List<Sent> lookups = call.lookups();
    return call.posts().size() == 1
        && call.posts().get(0).isStrange404()
        && !lookups.isEmpty()
        && lookups.get(lookups.size() - 1).isStrange404()
        && lookups.stream().noneMatch(lookup -> lookup.answered);
  }

  private static String replay(Confirmed confirmed, boolean unmarked) {
    return unmarked && confirmed.capture() == Capture.BY_THIS_CALL ? " (unmarked replay)" : "";
  }

  private String whyNot(Call call, Instant from) {
    PaymentTimeline truth = facts.truth(call);
    if (truth.everBetween(from, call.ended, s -> s.held() && s.refunded().isZero())) {
      return "a refund is under way";
    }
    return truth.everBetween(from, call.ended, s -> !s.captured().isZero())
        ? "refunded before"
        : "never captured";
  }

  private void checkNotConfirmed(Call call, ConfirmRequest request, NotConfirmed refused) {
    boolean ours = request.orderId().equals(facts.paid(call).order());
    List<LedgerEntry> captured = facts.captured(call);
    Instant own = captured.isEmpty() ? null : captured.get(0).at();
    boolean late = own != null && own.isAfter(call.ended);
    boolean settled =
        refused.moneyHeld() == MoneyHeld.NO
            || refused.reason() == Reason.REFUSED
            || refused.reason() == Reason.FAILED
            || refused.reason() == Reason.EXPIRED;
    facts.require(
        !late || !settled || !ours,
        call,
        "NotConfirmed: its own request captures later (" + refused.reason() + ")");
    // What is said after its own capture must have been so after it.
    Instant from = own != null && !late ? own.plusNanos(1) : facts.earliest(call);
    PaymentTimeline truth = facts.truth(call);
    switch (refused.moneyHeld()) {
      case YES ->
          facts.require(
              ours && truth.everBetween(from, call.ended, PaymentTimeline.State::held),
              call,
              "NotConfirmed: no money was held");
      case NO ->
          facts.require(
              !ours || late || truth.everBetween(from, call.ended, s -> !s.held()),
              call,
              own != null
                  ? "NotConfirmed: NO money held, captured by its own request"
                  : "NotConfirmed: NO money held, and it was all the time");
      case UNKNOWN -> {}
    }
    checkRefund(call, refused.refund().orElse(null));
  }

  private void checkRefund(Call call, NotConfirmed.Refund refund) {
    if (refund == NotConfirmed.Refund.DONE) {
      facts.require(
          facts.ever(call, PaymentTimeline.State::isCancelled),
          call,
          "NotConfirmed: refund not done");
    } else if (refund == NotConfirmed.Refund.PENDING) {
      List<RefundRecord> own =
          facts.truth(call).records.stream()
              .filter(row -> call.sent(row.cause().requestId()))
              .toList();
      // Code 0 without a row, another's answer, is how such a company takes a refund on.
      boolean toldSo = facts.hidesWhatIsUnderWay() && hasAnothersAnswer(call);
      facts.require(
          !own.isEmpty() || toldSo, call, "NotConfirmed: refund pending, but never taken on");
    } else if (refund != NotConfirmed.Refund.UNKNOWN) {
      // A company that refuses what it carried out, and looks that are behind: docs/histories.md.
      boolean untold =
          facts.isOn(Switch.PORTONE_PG_ERRORS_AFTER_MONEY_MOVED) && RefundOracle.isAllBehind(call);
      facts.require(
          untold || facts.refunded(call).isEmpty(), call, "NotConfirmed: refunded in spite of it");
    }
  }

  private void checkUnknown(Call call) {
    facts.require(facts.confirmCaptures(call), call, "confirm: in doubt where nothing moves");
    // Without a date nobody can say how long an expired window has been expired.
    boolean timeless = facts.plan.undated() && facts.truth(call).captures().isEmpty();
    if (call.settling && call == lastOf(call) && !timeless) {
      facts.require(false, call, "confirm: still in doubt when the time for it is over");
    }
  }

  private Call lastOf(Call of) {
    Call last = of;
    for (Call call : facts.calls) {
      if (call.asked instanceof Asked.Confirm && call.asked.payment() == of.asked.payment()) {
        last = call;
      }
    }
    return last;
  }
}
