package kr.pgsdk.benchmarks.clients;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** The SDK as it comes: nothing is set but the address. */
final class SdkClient implements Client {
  private final Gateway which;
  private final PaymentGateway gateway;
  private final PaymentId paymentId;

  SdkClient(Gateway which, String url) {
    HttpOptions http = HttpOptions.builder().baseUrl(url).build();
    this.which = which;
    this.paymentId = PaymentId.of(which.paymentId());
    this.gateway =
        which == Gateway.TOSS
            ? TossGateway.builder(TossSecretKey.of("test_sk_benchmarks")).http(http).build()
            : IamportGateway.builder(IamportCredentials.of("key", "secret")).http(http).build();
  }

  @Override
  public Payment find() {
    return gateway.find(PaymentLookup.byPaymentId(paymentId)).orElseThrow();
  }

  @Override
  public Payment confirm() {
    OrderId orderId = OrderId.of(which.orderId());
    Money amount = Money.krw(which.won());
    return gateway
        .confirm(ConfirmRequest.builder(paymentId, orderId, amount).build())
        .orElseThrow();
  }

  @Override
  public Payment cancel() {
    PaymentId id = PaymentId.of(which.cancelledId());
    Money refund = Money.krw(which.refund());
    CancelRequest.Builder request =
        which.refund() == which.balance()
            ? CancelRequest.full(id, "order returned")
            : CancelRequest.partial(id, refund, "order returned");
    return gateway.cancel(request.expectedBalance(Money.krw(which.balance())).build()).payment();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
