package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.iamport.webhook.IamportRedirect;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.platform.transfer.PortOneTransferStatus;
import kr.pgsdk.portone.webhook.PortOneWebhookSecret;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/portone.md and docs/v1-to-v2.md runs, and does what the pages say. */
class PortOnePagesTest {
  private static final Money PRICE = Money.krw(15_000);

  private final Sandbox sandbox = Sandbox.start();
  private final PaymentGateway v2 =
      PortOneGateway.builder(PortOneApiSecret.of(sandbox.portOneApiSecret()))
          .storeId(sandbox.portOneStoreId())
          .channelKey(sandbox.portOneChannelKey())
          .http(HttpOptions.builder().baseUrl(sandbox.portOneUrl()).build())
          .build();
  private final List<String> told = new ArrayList<>();
  private final OrderId order = OrderId.random();

  @AfterEach
  void close() {
    v2.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portone.md", "portone.ko.md"})
  void pageOfPortOne_showsThisCode(String page) throws IOException {
    PageCode.assertShown(page, PortOneSnippets.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1-to-v2.md", "v1-to-v2.ko.md"})
  void pageOfTheMove_showsThisCode(String page) throws IOException {
    PageCode.assertShown(page, V1ToV2Snippets.class);
  }

  private DurablePayments payments() {
    return DurablePayments.builder(
            MemoryPaymentStore.create(),
            (event, delivery) -> told.add(event.getClass().getSimpleName()))
        .account("main", v2)
        .build();
  }

  @Test
  void gateway_isBuilt() {
    try (PaymentGateway built = PortOneSnippets.portOne("secret", "store-1", "channel-key-1")) {
      assertThat(built.name()).isEqualTo("portone");
    }
  }

  @Test
  void sale_isToldWithAnIdOfItsOwn() throws Exception {
    try (MockWebServer portOne = new MockWebServer()) {
      portOne.enqueue(
          new MockResponse.Builder().body("{\"transfer\":{\"status\":\"SCHEDULED\"}}").build());
      portOne.start();
      HttpOptions http = HttpOptions.builder().baseUrl(portOne.url("/").toString()).build();
      try (PortOneClient client =
          PortOneClient.builder(PortOneApiSecret.of("secret")).http(http).build()) {
        assertThat(PortOneSnippets.sold(client, order, PRICE).status())
            .contains(PortOneTransferStatus.SCHEDULED);
      }
      assertThat(portOne.takeRequest().getBody().utf8())
          .contains("\"orderAmount\":15000", "\"id\":\"sale-" + order.value() + '"');
    }
  }

  @Test
  void manualChannel_theReturnCaptures_aSignedWebhookTellsNothingNew() {
    DurablePayments payments = payments();
    assertThat(PortOneSnippets.checkout(payments, order, PRICE))
        .contains("requestPayment", sandbox.portOneChannelKey(), order.value());
    BrowserReturn back = sandbox.buyer().onPortOne().authenticate(order, PRICE);
    String query = sandbox.buyer().onPortOne().redirectQuery(back);

    assertThat(PortOneSnippets.returned(payments, query)).isInstanceOf(Arrival.Paid.class);
    SandboxWebhook webhook = sandbox.portOne().webhooks(back.paymentId()).get(0);
    List<PortOneWebhookSecret> secrets =
        List.of(PortOneWebhookSecret.of(sandbox.portOneWebhookSecret()));
    WebhookRequest request = WebhookRequest.of(webhook.body(), webhook::header);
    assertThat(PortOneSnippets.webhook(payments, request, secrets)).isEqualTo(200);
    payments.resume(Duration.ofSeconds(10));

    assertThat(told).containsExactly("OrderPaid");
    WebhookRequest forged = WebhookRequest.of("{}".getBytes(StandardCharsets.UTF_8), name -> null);
    assertThat(PortOneSnippets.webhook(payments, forged, secrets)).isBetween(400, 403);
  }

  @Test
  void bothForATime_eachOrderAtItsGateway_oneHandler() {
    try (PaymentGateway v1 = Gateways.iamport(sandbox).build()) {
      DurablePayments payments =
          V1ToV2Snippets.both(
              MemoryPaymentStore.create(),
              v1,
              v2,
              (event, delivery) -> told.add(event.getClass().getSimpleName()));
      OrderId older = OrderId.random();
      assertThat(V1ToV2Snippets.open(payments, older, PRICE, false))
          .isInstanceOf(Checkout.Ready.class);
      assertThat(V1ToV2Snippets.open(payments, order, PRICE, true))
          .isInstanceOf(Checkout.Ready.class);

      BrowserReturn atV1 = sandbox.buyer().onIamport().pay(older, PRICE);
      String queryV1 = sandbox.buyer().onIamport().redirectQuery(atV1);
      BrowserReturn atV2 = sandbox.buyer().onPortOne().pay(order, PRICE);
      String queryV2 = sandbox.buyer().onPortOne().redirectQuery(atV2);
      assertThat(payments.returned(IamportRedirect.read(Parameters.ofQuery(queryV1)).toReturn()))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(PortOneSnippets.returned(payments, queryV2)).isInstanceOf(Arrival.Paid.class);
    }
    assertThat(told).containsExactly("OrderPaid", "OrderPaid");
    assertThat(sandbox.iamport().journal().count()).isPositive();
    assertThat(sandbox.portOne().ledger(order).captures()).isEqualTo(1);
  }
}
