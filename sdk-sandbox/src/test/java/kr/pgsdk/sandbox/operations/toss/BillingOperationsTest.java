package kr.pgsdk.sandbox.operations.toss;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.billing.TossBillingKeyRequest;
import kr.pgsdk.toss.billing.TossCardBillingKeyRequest;
import kr.pgsdk.toss.billing.TossChargeRequest;

class BillingOperationsTest extends TossOperations {
  private static final String BILLING_KEY = "billing_key_1=";
  private static final String CUSTOMER_KEY = "customer_1";

  BillingOperationsTest() {
    super("billing");
  }

  @Override
  protected List<Example<TossClient>> examples() {
    return List.of(
        example(
            "POST /v1/billing/authorizations/issue",
            client ->
                client
                    .billingKeys()
                    .issue(TossBillingKeyRequest.builder("auth-key-1", CUSTOMER_KEY).build())),
        example(
            "POST /v1/billing/authorizations/card", client -> client.billingKeys().issue(byCard())),
        example("POST /v1/billing/{billingKey}", client -> client.billingKeys().charge(charge())),
        example(
            "DELETE /v1/billing/{billingKey}",
            client -> {
              client.billingKeys().delete(BILLING_KEY);
              return null;
            }));
  }

  private static TossCardBillingKeyRequest byCard() {
    return TossCardBillingKeyRequest.builder(CUSTOMER_KEY, CardOperationsTest.card())
        .customerName("Hong Gildong")
        .customerEmail("hong@example.com")
        .vbv("cavv-1", "xid-1", "05")
        .build();
  }

  private static TossChargeRequest charge() {
    return TossChargeRequest.builder(
            BILLING_KEY, CUSTOMER_KEY, OrderId.of("order_9001"), Money.krw(4_900), "November")
        .customerName("Hong Gildong")
        .customerEmail("hong@example.com")
        .customerIp("203.0.113.7")
        .taxFreeAmount(Money.krw(100))
        .taxExemptionAmount(Money.krw(200))
        .build();
  }
}
