package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.wire.Json;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PortOne's webhooks as a shop gets them: order, signature, retries, log. */
class PortOneWebhookTest {
  private static final OrderId ORDER = OrderId.of("order0001");
  private static final Money PRICE = Money.krw(1_000);

  private final Sandbox sandbox = Sandbox.start();
  private final PortOneBuyer buyer = sandbox.buyer().onPortOne();
  private final Wire portOne = Wire.portOne(sandbox);
  private WebhookShop shop;

  @BeforeEach
  void open() throws IOException {
    shop = WebhookShop.start(200);
    sandbox.portOne().sendWebhooksTo(shop.url());
  }

  @AfterEach
  void close() {
    sandbox.close();
    shop.close();
  }

  private static String text(RecordedRequest webhook) {
    return webhook.getBody().utf8();
  }

  private static List<Object> types(List<RecordedRequest> webhooks) {
    return webhooks.stream().<Object>map(one -> Json.object(text(one)).get("type")).toList();
  }

  private static String signature(String secret, RecordedRequest webhook) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        webhook.getHeaders().get("webhook-id")
            + "."
            + webhook.getHeaders().get("webhook-timestamp")
            + "."
            + text(webhook);
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void paid_readyFirst_signed_idsAndNoAmount() throws Exception {
    BrowserReturn back = buyer.pay(ORDER, PRICE);
    List<RecordedRequest> webhooks = shop.await(2);
    assertThat(types(webhooks)).containsExactly("Transaction.Ready", "Transaction.Paid");
    RecordedRequest paid = webhooks.get(1);
    Map<String, ?> body = Json.object(text(paid));
    assertThat(body.keySet()).map(String::valueOf).containsExactly("type", "timestamp", "data");
    assertThat(body.get("data"))
        .isEqualTo(
            Map.of(
                "storeId",
                sandbox.portOneStoreId(),
                "paymentId",
                "order0001",
                "transactionId",
                back.paymentId().value()));
    assertThat(paid.getHeaders().get("webhook-signature"))
        .isEqualTo(signature(sandbox.portOneWebhookSecret(), paid));
    assertThat(paid.getHeaders().get("webhook-timestamp"))
        .isEqualTo(Long.toString(Long.parseLong(paid.getHeaders().get("webhook-timestamp"))));

    sandbox.switches().on(Switch.PORTONE_SIGNS_WITH_BOTH_SECRETS);
    buyer.dispute(back.paymentId(), "r");
    RecordedRequest both = shop.await(3).get(2);
    assertThat(both.getHeaders().get("webhook-signature"))
        .isEqualTo(
            signature(sandbox.portOneWebhookSecret(), both)
                + " "
                + signature(sandbox.portOneNextWebhookSecret(), both));
  }

  @Test
  void everyDocumentedEventOfAPayment() throws IOException {
    BrowserReturn account = buyer.chooseVirtualAccount(ORDER, PRICE);
    buyer.deposit(account.paymentId());
    buyer.dispute(account.paymentId(), "r");
    buyer.resolveDispute(account.paymentId());
    buyer.refuse(OrderId.of("order0002"), PRICE);
    BrowserReturn pending = buyer.payLater(OrderId.of("order0003"), PRICE);
    buyer.settlePending(pending.paymentId(), true);
    sandbox.switches().on(Switch.PORTONE_REFUNDS_LATER);
    portOne.post("/payments/order0003/cancel", "{\"reason\":\"r\",\"amount\":300}");
    sandbox.portOne().settleRefunds(pending.paymentId());
    sandbox.portOne().cancelInConsole(pending.paymentId(), Money.krw(700));
    List<RecordedRequest> webhooks = shop.await(13);
    assertThat(types(webhooks))
        .containsExactly(
            "Transaction.Ready",
            "Transaction.VirtualAccountIssued",
            "Transaction.Paid",
            "Transaction.DisputeCreated",
            "Transaction.DisputeResolved",
            "Transaction.Ready",
            "Transaction.Failed",
            "Transaction.Ready",
            "Transaction.PayPending",
            "Transaction.Paid",
            "Transaction.CancelPending",
            "Transaction.PartialCancelled",
            "Transaction.Cancelled");
    assertThat(text(webhooks.get(10))).contains("\"cancellationId\"");
    assertThat(text(webhooks.get(11))).contains("\"cancellationId\"");
  }

  @Test
  void failedRefund_silentOrTold() throws IOException {
    sandbox.switches().on(Switch.PORTONE_REFUNDS_LATER);
    BrowserReturn back = buyer.pay(ORDER, PRICE);
    portOne.post("/payments/order0001/cancel", "{\"reason\":\"r\",\"amount\":300}");
    sandbox.portOne().failRefunds(back.paymentId());
    portOne.post("/payments/order0001/cancel", "{\"reason\":\"r\",\"amount\":300}");
    sandbox.switches().on(Switch.PORTONE_TELLS_OF_FAILED_CANCELS);
    sandbox.portOne().failRefunds(back.paymentId());
    assertThat(types(shop.await(5)))
        .containsExactly(
            "Transaction.Ready",
            "Transaction.Paid",
            "Transaction.CancelPending",
            "Transaction.CancelPending",
            "Transaction.Paid");
    assertThat((String) portOne.get("/payments/order0001").at("webhooks.4.trigger"))
        .isEqualTo("ASYNC_CANCEL_FAILED");
  }

  @Test
  void billingKeys_readyIssuedDeleted() throws IOException {
    String key = buyer.issueBillingKey(TestCard.GOOD);
    portOne.delete("/billing-keys/" + key);
    List<RecordedRequest> webhooks = shop.await(3);
    assertThat(types(webhooks))
        .containsExactly("BillingKey.Ready", "BillingKey.Issued", "BillingKey.Deleted");
    assertThat(Json.object(text(webhooks.get(1))).get("data"))
        .isEqualTo(Map.of("storeId", sandbox.portOneStoreId(), "billingKey", key));
  }

  @Test
  void skipWebhook_successIsNotTold() throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    portOne.post(
        "/payments/order0001/confirm",
        "{\"paymentToken\":\"" + buyer.paymentToken(back) + "\",\"skipWebhook\":true}");
    portOne.post("/payments/order0001/cancel", "{\"reason\":\"r\",\"skipWebhook\":true}");
    buyer.abandon(OrderId.of("order0002"), PRICE);
    assertThat(types(shop.await(2))).containsExactly("Transaction.Ready", "Transaction.Ready");
  }

  @Test
  void retries_after1_4_16_64_256Minutes_sameIdAndBody_newTimestamp() throws Exception {
    shop.answer(500);
    buyer.abandon(ORDER, PRICE);
    shop.await(1);
    int[] minutes = {1, 4, 16, 64, 256};
    for (int i = 0; i < minutes.length; i++) {
      awaitLogged("order0001", i + 1);
      sandbox.clock().advance(Duration.ofMinutes(minutes[i]).minusSeconds(30));
      sandbox.clock().advance(Duration.ofSeconds(30));
      shop.await(i + 2);
    }
    awaitLogged("order0001", 6);
    sandbox.clock().advance(Duration.ofDays(1));
    List<RecordedRequest> all = shop.await(6);
    assertThat(all).map(one -> one.getHeaders().get("webhook-id")).containsOnly(id(all.get(0)));
    assertThat(all).map(PortOneWebhookTest::text).containsOnly(text(all.get(0)));
    assertThat(all).map(one -> one.getHeaders().get("webhook-timestamp")).doesNotHaveDuplicates();
    assertThat(all.get(5).getHeaders().get("webhook-signature"))
        .isEqualTo(signature(sandbox.portOneWebhookSecret(), all.get(5)));
    assertThat(shop.count()).isEqualTo(6);
    assertThat((String) portOne.get("/payments/order0001").at("webhooks.0.status"))
        .isEqualTo("FAILED_NOT_OK_RESPONSE");
  }

  private static String id(RecordedRequest webhook) {
    return webhook.getHeaders().get("webhook-id");
  }

  /** Waits until the log has the answer to this many sendings, which comes just after it. */
  private void awaitLogged(String order, int sendings) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      Wire.Reply payment = portOne.get("/payments/" + order);
      if (payment.body().contains("\"respondedAt\"")
          && payment.at("webhooks.0.currentExecutionCount").equals(Integer.toString(sendings))) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the log doesn't have " + sendings + " sendings");
  }

  @Test
  void retry_hasAnIdOfItsOwn_ifTheSwitchIsOn() throws IOException {
    sandbox.switches().on(Switch.PORTONE_RETRIES_HAVE_NEW_WEBHOOK_IDS);
    shop.answer(500);
    buyer.abandon(ORDER, PRICE);
    shop.await(1);
    awaitLogged("order0001", 1);
    sandbox.clock().advance(Duration.ofMinutes(1));
    List<RecordedRequest> all = shop.await(2);
    assertThat(id(all.get(1))).isNotEqualTo(id(all.get(0)));
  }

  @Test
  void any2xxEndsTheRetries_orOnly200() throws IOException {
    shop.answer(204);
    buyer.abandon(ORDER, PRICE);
    shop.await(1);
    awaitLogged("order0001", 1);
    assertThat(portOne.get("/payments/order0001").at("webhooks.0.status")).isEqualTo("SUCCEEDED");
    sandbox.switches().on(Switch.PORTONE_WEBHOOKS_NEED_200);
    buyer.abandon(OrderId.of("order0002"), PRICE);
    shop.await(2);
    awaitLogged("order0002", 1);
    sandbox.clock().advance(Duration.ofMinutes(1));
    shop.await(3);
  }

  @Test
  void resend_theNewest_markedAsManual() throws IOException {
    assertThat(portOne.post("/payments/order0001/resend-webhook", "{}").at("type"))
        .isEqualTo("PAYMENT_NOT_FOUND");
    buyer.pay(ORDER, PRICE);
    shop.await(2);
    Wire.Reply reply = portOne.post("/payments/order0001/resend-webhook", "{}");
    assertThat(reply.at("webhook.trigger")).isEqualTo("MANUAL");
    List<RecordedRequest> all = shop.await(3);
    assertThat(id(all.get(2))).isEqualTo(id(all.get(1))).isEqualTo(reply.at("webhook.id"));
    assertThat(
            portOne.post("/payments/order0001/resend-webhook", "{\"webhookId\":\"x\"}").at("type"))
        .isEqualTo("WEBHOOK_NOT_FOUND");
  }

  @Test
  void olderVersion_jsonOrForm() throws IOException {
    sandbox.switches().on(Switch.PORTONE_WEBHOOKS_OF_2024_01);
    BrowserReturn back = buyer.chooseVirtualAccount(ORDER, PRICE);
    assertThat(Json.object(text(shop.await(2).get(1))))
        .isEqualTo(
            Map.of(
                "payment_id",
                "order0001",
                "tx_id",
                back.paymentId().value(),
                "status",
                "VirtualAccountIssued"));
    sandbox.switches().on(Switch.PORTONE_WEBHOOKS_AS_FORM);
    buyer.deposit(back.paymentId());
    RecordedRequest form = shop.await(3).get(2);
    assertThat(form.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(text(form))
        .isEqualTo("payment_id=order0001&tx_id=" + back.paymentId() + "&status=Paid");
  }

  @Test
  void handedOut_theNewestIsWhatWouldBeSent() {
    BrowserReturn back = buyer.pay(ORDER, PRICE);
    List<SandboxWebhook> webhooks = sandbox.portOne().webhooks(back.paymentId());
    assertThat(webhooks).hasSize(1);
    assertThat(webhooks.get(0).text()).contains("Transaction.Paid");
    assertThat(webhooks.get(0).header("webhook-signature")).startsWith("v1,");
  }
}
