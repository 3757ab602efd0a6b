package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossSecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/checkout.md runs, and gives what its HTML hands over. */
class CheckoutPageTest {
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final Money PRICE = Money.krw(15_000);

  @ParameterizedTest
  @ValueSource(strings = {"checkout.md", "checkout.ko.md"})
  void page_showsThisCode(String page) throws IOException {
    PageCode.assertShown(page, CheckoutSnippets.class);
  }

  @Test
  void prepared_atBothGateways_andByDurablePayments() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway toss = Gateways.toss(sandbox).build();
        PaymentGateway iamport = Gateways.iamport(sandbox).build()) {
      DurablePayments payments =
          DurablePayments.builder(MemoryPaymentStore.create(), (event, delivery) -> {})
              .account("main", toss)
              .build();

      assertThat(CheckoutSnippets.checkout(toss, ORDER, PRICE))
          .startsWith("{\"payment\":{")
          .contains("\"requestPayment\":{\"method\":\"CARD\"", "\"successUrl\":\"https://shop");
      assertThat(CheckoutSnippets.checkout(iamport, ORDER, PRICE))
          .startsWith("{\"request_pay\":{\"pay_method\":\"card\"")
          .contains("\"m_redirect_url\":\"https://shop.example/pg/return/");
      assertThat(CheckoutSnippets.checkout(payments, ORDER, PRICE))
          .contains("\"failUrl\":\"https://shop.example/pg/return/main\"");
    }
  }

  @Test
  void gateways_knowTheirScriptAndChannel() {
    try (PaymentGateway toss = CheckoutSnippets.toss(TossSecretKey.of("test_sk_000000"));
        PaymentGateway iamport =
            CheckoutSnippets.iamport(IamportCredentials.of("key", "secret"), "channel-key-1")) {
      assertThat(CheckoutSnippets.checkout(toss, ORDER, PRICE)).contains("[\"카드\",{");
      assertThat(iamport.name()).isNotBlank();
    }
  }
}
