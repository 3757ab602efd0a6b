package kr.pgsdk.sandbox.matrix;

import java.time.YearMonth;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.TestCard;
import org.jspecify.annotations.Nullable;

/**
 * What a call under test finds: a sandbox and an order.
 *
 * @param paymentId the order's payment, for which the buyer has done all; null for a charge
 * @param paymentToken what the browser brought to be confirmed with; null for nothing
 * @param billingKey of a good card; null for all but a charge
 */
record Given(
    GatewayUnderTest gateway,
    Sandbox sandbox,
    OrderId orderId,
    @Nullable PaymentId paymentId,
    @Nullable String paymentToken,
    @Nullable BillingKey billingKey) {
  static Given of(Verb verb, GatewayUnderTest gateway, Sandbox sandbox) {
    OrderId orderId = OrderId.random();
    if (verb == Verb.CHARGE) {
      return new Given(gateway, sandbox, orderId, null, null, issue(gateway, sandbox));
    }
    GatewayUnderTest.Checkout paid = gateway.checkout(sandbox, orderId);
    return new Given(gateway, sandbox, orderId, paid.paymentId(), paid.token(), null);
  }

  /** The confirm of the payment, as the browser came back. */
  ConfirmRequest confirmRequest() {
    ConfirmRequest.Builder request = ConfirmRequest.builder(paymentId, orderId, Verb.PRICE);
    return (paymentToken == null ? request : request.paymentToken(paymentToken)).build();
  }

  /** By a gateway object of its own: the one under test may not have a token yet. */
  private static BillingKey issue(GatewayUnderTest gateway, Sandbox sandbox) {
    HttpOptions http = HttpOptions.builder().baseUrl(gateway.server(sandbox).url()).build();
    try (PaymentGateway issuer = gateway.open(sandbox, http)) {
      CardData card =
          CardData.builder(TestCard.GOOD.number(), YearMonth.of(2030, 12))
              .ownerIdentity("900101")
              .passwordDigits("12")
              .build();
      return gateway
          .billing(issuer)
          .issue(BillingKeyRequest.byCard("customer_9001", card).build())
          .key();
    }
  }
}
