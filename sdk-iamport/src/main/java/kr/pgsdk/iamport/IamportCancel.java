package kr.pgsdk.iamport;

import java.time.Duration;
import java.util.function.Function;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CancelSteps;
import kr.pgsdk.core.internal.flow.CancelToSend;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.flow.Sendable;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.IamportCancelRequest.Requester;
import kr.pgsdk.iamport.model.IamportPayment;

/** What Iamport adds to the flow of a cancel: it is sent once, and with the checksum always. */
final class IamportCancel implements CancelSteps {
  /** Iamport's reason for a cancel that was sent without one (cancel_history). */
  private static final String NO_REASON_GIVEN = "취소요청api";

  private final IamportClient client;
  private final boolean makesReferences;

  IamportCancel(IamportClient client, boolean makesReferences) {
    this.client = client;
    this.makesReferences = makesReferences;
  }

  @Override
  public GatewayTerms terms() {
    return IamportPayment.TERMS;
  }

  /** Finds payments of the test channel too: their refunds follow the same rules. */
  @Override
  public Look lookUp(CancelRequest request, Deadline deadline) {
    IamportPayment payment =
        client.api(deadline).samePayment(request.paymentId(), true).orElseThrow();
    return new Look(payment.toPayment(), refundsLater(payment));
  }

  @Override
  public Sendable<Reply> cancel(CancelToSend order) {
    if (order.closes()) {
      PaymentId paymentId = order.request().paymentId();
      return answered(api -> Accepted.revoked(api.revoke(paymentId).toPayment()));
    }
    IamportCancelRequest cancel = request(order);
    return answered(api -> new Accepted(api.cancel(cancel).toPayment(), false, false));
  }

  private Sendable<Reply> answered(Function<IamportApi, Reply> sending) {
    return deadline -> {
      try {
        return sending.apply(client.api(deadline));
      } catch (GatewayException refusal) {
        return new Refused(refusal, false, false);
      }
    };
  }

  /** Whether the payment company answers a cancel before it does it (asynchronous cancels). */
  private static boolean refundsLater(IamportPayment payment) {
    String company = payment.pgProvider().orElse("");
    return company.equals("paypal_v2")
        || (company.equals("smartro_v2") && payment.payMethod().orElse("").equals("vbank"));
  }

  private static IamportCancelRequest request(CancelToSend order) {
    CancelRequest request = order.request();
    IamportCancelRequest.Builder cancel =
        request
            .amount()
            .map(amount -> IamportCancelRequest.partial(request.paymentId(), amount))
            .orElseGet(() -> IamportCancelRequest.full(request.paymentId()))
            .checksum(order.balance());
    request.taxFree().ifPresent(cancel::taxFree);
    request.vat().ifPresent(cancel::vat);
    cancel.reason(order.reason());
    request.refundAccount().ifPresent(cancel::refundAccount);
    request
        .requester()
        .ifPresent(
            who ->
                cancel.requester(
                    switch (who) {
                      case CUSTOMER -> Requester.CUSTOMER;
                      case MERCHANT -> Requester.ADMIN;
                    }));
    return cancel.build();
  }

  /** Iamport has no code for doubt: a code other than 0 says that nothing was cancelled by it. */
  @Override
  public RefusalClass classify(GatewayException refusal) {
    return RefusalClass.OF_THIS_SENDING;
  }

  @Override
  public boolean saysRefundUnderWay(GatewayException refusal) {
    return false;
  }

  @Override
  public boolean closesAccounts() {
    return true;
  }

  @Override
  public Duration keyLife() {
    return Duration.ZERO;
  }

  /** Payment companies drop the reason, replace it, or cut it. */
  @Override
  public boolean keepsReasons() {
    return false;
  }

  @Override
  public boolean isReasonLost(String recorded) {
    return recorded.equals(NO_REASON_GIVEN);
  }

  @Override
  public boolean makesReferences() {
    return makesReferences;
  }
}
