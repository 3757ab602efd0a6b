package kr.pgsdk.toss;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.CancelRequest.Progress;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.CancelSteps;
import kr.pgsdk.core.internal.Deadline;
import org.jspecify.annotations.Nullable;

/** What Toss adds to the flow of a cancel. */
final class TossCancelSteps implements CancelSteps {
  private final TossCalls calls;

  TossCancelSteps(TossCalls calls) {
    this.calls = calls;
  }

  @Override
  public GatewayTerms terms() {
    return PaymentOfToss.TERMS;
  }

  @Override
  public Payment lookUp(PaymentId paymentId, Deadline deadline) {
    return calls.payment(PaymentLookup.byPaymentId(paymentId), deadline).toPayment();
  }

  @Override
  public Executed execute(
      CancelRequest request, Money balance, @Nullable Payment known, Deadline deadline) {
    Answered answered = calls.cancelUntilServerError(toss(request, balance), deadline);
    TossPayment payment = answered.payment();
    State newest = Answered.newestCancel(payment).map(TossCancel::state).orElse(State.DONE);
    if (newest == State.FAILED && !answered.replayed()) {
      throw new GatewayException(
          "nothing was cancelled: the wallet behind Toss gave the cancel of "
              + request.paymentId()
              + " up (cancelStatus ABORTED)",
          ErrorDetails.builder(terms().gateway()).build());
    }
    return new Executed(
        payment.toPayment(), replay(request, answered, newest), newest == State.PENDING);
  }

  private static Replay replay(CancelRequest request, Answered answered, State newest) {
    // Unmarked, a replay of what was under way then looks like what is under way now.
    boolean perhapsOld =
        newest == State.PENDING
            && (request.progress() != Progress.NOT_EXECUTED || answered.followsDoubt());
    if (!answered.replayed() && !perhapsOld) {
      return Replay.NO;
    }
    return answered.followsDoubt() ? Replay.OF_THIS_CALL : Replay.OF_AN_EARLIER_CALL;
  }

  private static TossCancelRequest toss(CancelRequest request, Money balance) {
    TossCancelRequest.Builder cancel =
        request
            .amount()
            .map(part -> TossCancelRequest.partial(request.paymentId(), part, request.reason()))
            .orElseGet(() -> TossCancelRequest.full(request.paymentId(), request.reason()));
    if (!balance.currency().equals("KRW")) {
      cancel.currency(balance.currency());
    }
    // An account nobody has paid into has a balance of its own at Toss, which is not ours to name.
    if (!balance.isZero()) {
      cancel.refundableAmount(balance);
    }
    request.taxFree().ifPresent(cancel::taxFreeAmount);
    request.refundAccount().ifPresent(cancel::refundReceiveAccount);
    return cancel.idempotencyKey(request.idempotencyKey()).build();
  }

  @Override
  public boolean isUncertain(GatewayException refusal) {
    return refusal
        .gatewayCode()
        .map(TossErrorCode::of)
        .map(TossErrorCode::isUncertain)
        .orElse(false);
  }

  @Override
  public boolean pause(int attempt, Deadline deadline) {
    return calls.sender().pause(attempt, deadline);
  }

  /** Under its key a request may be sent at any time. */
  @Override
  public boolean outwait(CancelRequest request, Deadline deadline) {
    return false;
  }

  @Override
  public boolean untracedIsPending() {
    return false;
  }
}
