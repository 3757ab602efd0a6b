package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.billing.TossBillingKeyRequest;
import kr.pgsdk.toss.billing.TossChargeRequest;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Billing keys at the sandbox's Toss, and what can go wrong with a charge. */
class TossBillingTest {
  private static final String CUSTOMER = "customer-1";
  private static final String BILLING = "/v1/billing/";
  private static final String BY_ORDER = "/v1/payments/orders/order_9001";

  private final Sandbox sandbox = Sandbox.start();
  private final Wire toss = Wire.toss(sandbox);
  private final TossClient client =
      TossClient.builder(TossSecretKey.of(sandbox.tossSecretKey()))
          .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
          .build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  private String key(TestCard card) {
    String authKey = sandbox.buyer().onToss().agreeToBilling(CUSTOMER, card);
    return client
        .billingKeys()
        .issue(TossBillingKeyRequest.builder(authKey, CUSTOMER).build())
        .billingKey();
  }

  private static TossChargeRequest charge(String billingKey) {
    return TossChargeRequest.builder(
            billingKey, CUSTOMER, OrderId.of("order_9001"), Money.krw(4_900), "November")
        .build();
  }

  @Test
  void charge_answerLost_sentAgainUnderItsKey_capturedOnce() {
    String key = key(TestCard.GOOD);
    sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", BILLING));

    TossPayment paid = client.billingKeys().charge(charge(key));

    assertThat(sandbox.toss().journal().count("POST", BILLING)).isEqualTo(3);
    assertThat(sandbox.toss().ledger(paid.paymentKey()).captures()).isEqualTo(1);
  }

  @Test
  void charge_declined_nothingIsCaptured() throws IOException {
    TossChargeRequest request = charge(key(TestCard.OVER_LIMIT));

    assertThatThrownBy(() -> client.billingKeys().charge(request))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("REJECT_CARD_PAYMENT");
    assertThat(toss.get(BY_ORDER).status()).isEqualTo(404);
  }

  @Test
  void charge_ofADeletedKey_isRefused() {
    String key = key(TestCard.GOOD);
    client.billingKeys().delete(key);

    assertThatThrownBy(() -> client.billingKeys().charge(charge(key)))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("ALREADY_REMOVED_BILLING_KEY");
  }

  @Test
  void staleLookup_ofAPaymentThatIsYounger_findsNone() throws IOException {
    client.billingKeys().charge(charge(key(TestCard.GOOD)));
    sandbox.toss().inject(Fault.of(FaultKind.STALE_LOOKUP).on("GET", "/v1/payments/").times(2));

    assertThat(toss.get(BY_ORDER).at("code")).isEqualTo("NOT_FOUND_PAYMENT");
    sandbox.clock().advance(Duration.ofSeconds(30));
    assertThat(toss.get(BY_ORDER).at("status")).isEqualTo("DONE");
  }
}
