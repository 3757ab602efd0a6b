package kr.pgsdk.benchmarks.calls;

import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** Through the SDK as it comes: nothing is set but the address. */
public final class SdkCalls implements ShopCalls {
  private final Gateway which;
  private final PaymentGateway gateway;

  /** Builds a gateway for this address. */
  public SdkCalls(Gateway which, String url) {
    this.which = which;
    HttpOptions http = HttpOptions.builder().baseUrl(url).build();
    this.gateway =
        which == Gateway.TOSS
            ? TossGateway.builder(TossSecretKey.of("test_sk_benchmarks")).http(http).build()
            : IamportGateway.builder(IamportCredentials.of("key", "secret")).http(http).build();
  }

  @Override
  public Payment find() {
    return gateway.find(PaymentLookup.byPaymentId(Orders.paymentId(which))).orElseThrow();
  }

  @Override
  public Payment confirm() {
    Confirmation confirmation =
        gateway.confirm(
            ConfirmRequest.builder(
                    Orders.paymentId(which), Orders.orderId(which), Orders.money(which))
                .build());
    if (confirmation instanceof Confirmation.Confirmed confirmed) {
      return confirmed.payment();
    }
    throw new IllegalStateException("not confirmed: " + confirmation);
  }

  @Override
  public Payment cancel() {
    Cancellation cancellation = gateway.cancel(Orders.newCancel(which));
    if (cancellation instanceof Cancellation.Cancelled) {
      return cancellation.payment();
    }
    throw new IllegalStateException("not cancelled: " + cancellation);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
