package kr.pgsdk.iamport;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.CancelSteps;
import kr.pgsdk.core.internal.Deadline;
import org.jspecify.annotations.Nullable;

/** Cancels at Iamport: once, and with the checksum always. */
final class IamportCancelSteps implements CancelSteps {
  private final IamportClient client;

  IamportCancelSteps(IamportClient client) {
    this.client = client;
  }

  @Override
  public GatewayTerms terms() {
    return IamportPayment.TERMS;
  }

  @Override
  public Payment lookUp(PaymentId paymentId, Deadline deadline) {
    return client
        .calls(deadline)
        .samePayment(paymentId, client.acceptsTestPayments())
        .orElseThrow()
        .toPayment();
  }

  @Override
  public Executed execute(
      CancelRequest request, Money balance, @Nullable Payment known, Deadline deadline) {
    IamportCalls calls = client.calls(deadline);
    boolean awaited = known != null && known.status().known() == Known.WAITING_FOR_DEPOSIT;
    // A caller who expects a balance means a paid account: the checksum shall refuse that.
    boolean revoke = awaited && balance.isZero() && request.amount().isEmpty();
    IamportPayment payment =
        revoke ? calls.revoke(request.paymentId(), null) : calls.cancel(cancel(request, balance));
    return new Executed(payment.toPayment(), Replay.NO, false);
  }

  private static IamportCancelRequest cancel(CancelRequest request, Money balance) {
    IamportCancelRequest.Builder cancel =
        request
            .amount()
            .map(amount -> IamportCancelRequest.partial(request.paymentId(), amount))
            .orElseGet(() -> IamportCancelRequest.full(request.paymentId()))
            .checksum(balance)
            .reason(request.reason());
    request.taxFree().ifPresent(cancel::taxFree);
    request.vat().ifPresent(cancel::vat);
    request.refundAccount().ifPresent(cancel::refundAccount);
    return cancel.build();
  }

  /** Iamport has no code for doubt: a code other than 0 says that nothing was cancelled. */
  @Override
  public boolean isUncertain(GatewayException refusal) {
    return false;
  }

  /** Code 0 without a row in cancel_history: the payment company finishes it later (paypal_v2). */
  @Override
  public boolean untracedIsPending() {
    return true;
  }
}
