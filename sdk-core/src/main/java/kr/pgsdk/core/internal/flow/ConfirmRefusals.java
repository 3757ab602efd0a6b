package kr.pgsdk.core.internal.flow;

import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.NotConfirmedBuilder;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.verify.PaymentExpectation;

/** A confirm that the gateway has refused, with what a lookup shows of the payment. */
final class ConfirmRefusals {
  private final CaptureSteps steps;
  private final PaymentJudge judge;
  private final PaymentExpectation expected;

  ConfirmRefusals(CaptureSteps steps, PaymentJudge judge, ConfirmRequest request) {
    this.steps = steps;
    this.judge = judge;
    this.expected = PaymentJudge.expected(request);
  }

  /** Refused, and no lookup shows the payment. */
  NotConfirmed unseen(Reason reason, GatewayException refusal) {
    return builder(reason, MoneyHeld.UNKNOWN, refusal).build();
  }

  /** Whether the payment company may have captured, and the gateway not know it yet. */
  boolean isOpen(GatewayException refusal, Payment now) {
    return steps.classify(refusal) == RefusalClass.BY_THE_COMPANY
        && now.status().known() != Known.FAILED;
  }

  /** Refused, and nothing captured by what a lookup shows. */
  NotConfirmed shown(GatewayException refusal, Payment now) {
    MoneyHeld held =
        isOpen(refusal, now) ? MoneyHeld.UNKNOWN : PaymentJudge.moneyHeld(expected, now);
    Reason reason = Reason.REFUSED;
    List<Mismatch> mismatches = List.of();
    if (steps.saysMismatch(refusal)
        && judge.judge(expected, now, Capture.ALREADY_CAPTURED) instanceof NotConfirmed differing
        && (differing.reason() == Reason.MISMATCH || differing.reason() == Reason.TEST_PAYMENT)) {
      reason = differing.reason();
      mismatches = differing.mismatches();
    }
    return builder(reason, held, refusal).mismatches(mismatches).payment(now).build();
  }

  private NotConfirmedBuilder builder(Reason reason, MoneyHeld held, GatewayException refusal) {
    return NotConfirmed.builder(steps.terms(), reason, held).refusal(Refusal.of(refusal));
  }
}
