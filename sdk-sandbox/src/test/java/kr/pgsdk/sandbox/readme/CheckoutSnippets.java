package kr.pgsdk.sandbox.readme;

import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossScript;
import kr.pgsdk.toss.TossSecretKey;

/** The code in docs/checkout.md. A test runs it, and holds the page to it word by word. */
final class CheckoutSnippets {
  private CheckoutSnippets() {}

  // snippet prepare
  static String checkout(PaymentGateway gateway, OrderId orderId, Money price) {
    PrepareRequest request =
        PrepareRequest.builder(orderId, price)
            .orderName("T-shirt")
            .checkout(
                CheckoutOptions.builder()
                    .method(CheckoutMethod.CARD)
                    .returnUrl("https://shop.example/pg/return/" + gateway.name())
                    .buyerName("Hong Gildong")
                    .build())
            .build();
    return gateway.prepare(request).checkout().toJson();
  }

  // end

  // snippet durable
  static String checkout(DurablePayments payments, OrderId orderId, Money price) {
    CheckoutOptions options =
        CheckoutOptions.builder().returnUrl("https://shop.example/pg/return/main").build();
    Checkout checkout =
        payments.open(
            OpenOrder.builder(orderId, price).orderName("T-shirt").checkout(options).build());
    return checkout instanceof Checkout.Ready ready
        ? ready.preparation().checkout().toJson()
        : ""; // paid already, closed, or under way: durable.md
  }

  // end

  // snippet gateways
  static PaymentGateway toss(TossSecretKey key) {
    return TossGateway.builder(key).script(TossScript.V1).build(); // v2 unless you say so
  }

  static PaymentGateway iamport(IamportCredentials credentials, String channelKey) {
    return IamportGateway.builder(credentials).channelKey(channelKey).build();
  }
  // end
}
