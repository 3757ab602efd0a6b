package kr.pgsdk.sandbox.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.toss.webhook.TossEvent;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of docs/webhooks.md is compiled and run code. */
class WebhooksPageTest {
  private static final Money PRICE = Money.krw(15_000);

  private final OrderId order = OrderId.random();
  private final List<String> told = new ArrayList<>();
  private final JdbcDataSource database = new JdbcDataSource();
  private final Sandbox sandbox = Sandbox.start();
  private final PaymentGateway iamport = Gateways.iamport(sandbox).build();
  private final WebhookSnippets.Shop shop =
      new WebhookSnippets.Shop() {
        @Override
        public Optional<Money> priceOf(OrderId orderId) {
          return orderId.value().equals("unknown") ? Optional.empty() : Optional.of(PRICE);
        }

        @Override
        public void payout(Connection connection, TossEvent event) {
          told.add(event.entityId());
        }
      };
  private DurablePayments payments;
  private WebhookSnippets handler;

  @BeforeEach
  void open() {
    database.setUrl("jdbc:h2:mem:webhooks" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    payments =
        DurablePayments.builder(
                store, (event, delivery) -> told.add(event.getClass().getSimpleName()))
            .account("main", iamport)
            .build();
    handler = new WebhookSnippets(payments, shop);
    payments.open(OpenOrder.builder(order, PRICE).build());
  }

  @AfterEach
  void close() {
    payments.close();
    iamport.close();
    sandbox.close();
  }

  @Test
  void page_showsThisCode() throws IOException {
    PageCode.assertShown("webhooks.md", WebhookSnippets.class);
  }

  @Test
  void testSnippet_holds() throws IOException {
    WebhookSnippets.webhookComesTwice_toldOnce(shop);
  }

  @Test
  void handlers_answerAtOnce_andBelieveOnlyTheGateway() throws IOException {
    BrowserReturn back = sandbox.buyer().onIamport().pay(order, PRICE);
    SandboxWebhook webhook = sandbox.iamport().webhooks(back.paymentId()).get(0);

    assertThat(iamport("{\"imp_uid\":\"imp_1\"}")).isEqualTo(200);
    assertThat(iamport("rubbish")).isEqualTo(400);
    assertThat(toss("{}")).isEqualTo(400);
    assertThat(toss("{\"eventType\":\"BILLING_DELETED\",\"data\":{\"billingKey\":\"key\"}}"))
        .isEqualTo(200);
    assertThat(iamport(webhook.text())).isEqualTo(200);
    assertThat(told).isEmpty();
    payments.resume(Duration.ofSeconds(20));
    assertThat(told).containsExactly("OrderPaid");
  }

  @Test
  void databaseIsAway_webhookMustComeAgain() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table pay_work");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }

    assertThat(iamport("{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"" + order + "\"}"))
        .isEqualTo(503);
  }

  @Test
  void redirectSnippet_holds() {
    BrowserReturn back = sandbox.buyer().onIamport().pay(order, PRICE);

    assertThat(handler.iamportRedirect(sandbox.buyer().onIamport().redirectQuery(back)))
        .isEqualTo(new Arrival.Paid(order));
  }

  private int iamport(String body) throws IOException {
    return handler.iamportWebhook(new ByteArrayInputStream(body.getBytes(UTF_8)), name -> null);
  }

  private int toss(String body) throws IOException {
    return handler.tossWebhook(new ByteArrayInputStream(body.getBytes(UTF_8)), name -> null);
  }

  @Test
  void signedSnippet_holds() {
    TossSecurityKey key = TossSecurityKey.of(sandbox.tossSecurityKey());
    SandboxWebhook payout = sandbox.tossPayoutWebhook("FPA_1", "COMPLETED");
    WebhookRequest request = WebhookRequest.of(payout.body(), payout::header);

    assertThat(handler.payoutWebhook(request, key)).isEqualTo(200);
    assertThat(handler.payoutWebhook(request, key)).isEqualTo(200);
    assertThat(handler.payoutWebhook(WebhookRequest.of(payout.body(), name -> null), key))
        .isEqualTo(401);
    assertThat(told).containsExactly("FPA_1");
  }

  @Test
  void confirmProcessSnippet_holds() {
    assertThat(asked("order_1", 15_000)).isEqualTo(200);
    assertThat(asked("order_1", 100)).isEqualTo(409);
    assertThat(asked("unknown", 15_000)).isEqualTo(409);
    assertThatThrownBy(() -> handler.confirmProcess(WebhookRequest.of(new byte[0], name -> null)))
        .isInstanceOf(RejectedRequestException.class);
  }

  private int asked(String order, int amount) {
    String body =
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"%s\",\"amount\":%d}".formatted(order, amount);
    return handler
        .confirmProcess(WebhookRequest.of(body.getBytes(UTF_8), name -> null))
        .httpStatus();
  }
}
