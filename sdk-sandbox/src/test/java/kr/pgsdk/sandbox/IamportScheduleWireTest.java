package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Iamport's scheduled payments, over the wire. */
class IamportScheduleWireTest {
  private static final Instant START = Instant.parse("2026-11-29T00:00:00Z");
  private static final long NOW = START.getEpochSecond();
  private static final String SCHEDULE = "/subscribe/payments/schedule";

  private final Sandbox sandbox =
      Sandbox.builder().clock(Clock.fixed(START, ZoneOffset.UTC)).start();
  private Wire iamport;

  @BeforeEach
  void token() throws IOException {
    iamport = Wire.iamport(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private void issue(String uid, TestCard card) throws IOException {
    iamport.post(
        "/subscribe/customers/" + uid,
        "{\"channel_key\":\"k\",\"customer_id\":\"id_1\",\"card_number\":\"%s\",\"expiry\":\"2030-12\"}"
            .formatted(card.number()));
  }

  private Wire.Reply schedule(String uid, String order, long at) throws IOException {
    return iamport.post(
        SCHEDULE,
        """
        {"customer_uid":"%s","schedules":[{"merchant_uid":"%s","schedule_at":%d,"currency":"KRW",
        "amount":1000,"name":"구독","custom_data":"month 1"}]}"""
            .formatted(uid, order, at));
  }

  private Wire.Reply one(String order) throws IOException {
    return iamport.get(SCHEDULE + "/" + order);
  }

  private void advance(Duration time) throws IOException {
    sandbox.clock().advance(time);
    iamport = Wire.iamport(sandbox);
  }

  private String webhook(PaymentId id) {
    return new String(sandbox.iamport().webhooks(id).get(0).body(), StandardCharsets.UTF_8);
  }

  private static void assertRefused(Wire.Reply reply, int status, int code, String message) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("code")).isEqualTo(String.valueOf(code));
    assertThat((String) reply.at("message")).contains(message);
  }

  @Test
  void registered_shapeOfTheCapturedSample() throws IOException {
    issue("a", TestCard.GOOD);
    Wire.Reply registered = schedule("a", "order_1", NOW + 60);
    Map<?, ?> row = (Map<?, ?>) registered.at("response.0");
    assertThat(row.keySet().stream().map(String::valueOf).toList())
        // The keys of samples/iamport/15-unschedule-success.json
        .containsAll(
            List.of(
                ("customer_uid merchant_uid imp_uid customer_id schedule_at executed_at revoked_at"
                        + " amount name buyer_name buyer_tel buyer_email buyer_addr"
                        + " buyer_postcode schedule_status payment_status fail_reason custom_data"
                        + " currency")
                    .split(" ", -1)));
    assertThat(registered.at("response.0.schedule_status")).isEqualTo("scheduled");
    assertThat(registered.at("response.0.customer_id")).isEqualTo("id_1");
    assertThat(registered.at("response.0.payment_status")).isNull();
    assertThat(registered.at("response.0.imp_uid")).isNull();
    assertThat(registered.at("response.0.executed_at")).isEqualTo("0");
  }

  @Test
  void clockPassesTheTime_paidThen_withItsLedgerAndWebhook() throws IOException {
    issue("a", TestCard.GOOD);
    schedule("a", "order_1", NOW + 60);
    advance(Duration.ofSeconds(59));
    assertThat(one("order_1").at("response.schedule_status")).isEqualTo("scheduled");
    advance(Duration.ofDays(1));

    // The ledger knows it before any request.
    assertThat(sandbox.iamport().ledger(OrderId.of("order_1")).captures()).isEqualTo(1);
    Wire.Reply executed = one("order_1");
    assertThat(executed.at("response.schedule_status")).isEqualTo("executed");
    assertThat(executed.at("response.executed_at")).isEqualTo(String.valueOf(NOW + 60));
    assertThat(executed.at("response.payment_status")).isEqualTo("paid");
    PaymentId id = PaymentId.of((String) executed.at("response.imp_uid"));
    Wire.Reply payment = iamport.get("/payments/" + id);
    assertThat(payment.at("response.paid_at")).isEqualTo(String.valueOf(NOW + 60));
    assertThat(payment.at("response.customer_uid_usage")).isEqualTo("payment.scheduled");
    assertThat(payment.at("response.custom_data")).isEqualTo("month 1");
    assertThat(webhook(id)).contains(id.value(), "\"status\":\"paid\"");

    iamport.post("/payments/cancel", "{\"imp_uid\":\"" + id + "\"}");
    assertThat(one("order_1").at("response.payment_status")).isEqualTo("cancelled");
  }

  @Test
  void declined_failedWithAWebhook_thenRetriedWithAnotherCard() throws IOException {
    issue("a", TestCard.OVER_LIMIT);
    schedule("a", "order_1", NOW + 60);
    advance(Duration.ofMinutes(2));
    Wire.Reply executed = one("order_1");
    assertThat(executed.at("response.payment_status")).isEqualTo("failed");
    assertThat(executed.at("response.fail_reason")).isEqualTo("한도초과");
    PaymentId id = PaymentId.of((String) executed.at("response.imp_uid"));
    assertThat(webhook(id)).contains("\"status\":\"failed\"");

    assertThat(iamport.post(SCHEDULE + "/order_1/retry", "{}").at("response.status"))
        .isEqualTo("failed");
    issue("a", TestCard.GOOD);
    Wire.Reply retried = iamport.post(SCHEDULE + "/order_1/retry", "{}");
    assertThat(retried.at("response.status")).isEqualTo("paid");
    assertThat(one("order_1").at("response.imp_uid")).isEqualTo(retried.at("response.imp_uid"));
    assertRefused(iamport.post(SCHEDULE + "/order_1/retry", "{}"), 400, -1, "");
    LedgerEntry capture = sandbox.iamport().ledger(OrderId.of("order_1")).entries().get(0);
    assertThat(capture.requestId()).isPositive();
  }

  @Test
  void orderPaidOtherwise_scheduleFails_noSecondCapture() throws IOException {
    issue("a", TestCard.GOOD);
    schedule("a", "order_1", NOW + 60);
    sandbox.buyer().onIamport().pay(OrderId.of("order_1"), Money.krw(1_000));
    advance(Duration.ofMinutes(2));
    assertThat(one("order_1").at("response.payment_status")).isEqualTo("failed");
    assertThat(sandbox.iamport().ledger(OrderId.of("order_1")).captures()).isEqualTo(1);
    assertRefused(schedule("a", "order_1", NOW + 600), 200, 1, "이미 결제");
  }

  @Test
  void change_revoke_reschedule_eachOnlyInItsState() throws IOException {
    issue("a", TestCard.GOOD);
    schedule("a", "order_1", NOW + 60);
    Wire.Reply changed = iamport.put(SCHEDULE + "/order_1", "{\"schedule_at\":" + (NOW + 90) + "}");
    assertThat(changed.at("response.schedule_at")).isEqualTo(String.valueOf(NOW + 90));
    assertRefused(iamport.put(SCHEDULE + "/order_1", "{\"schedule_at\":" + NOW + "}"), 400, -1, "");
    assertRefused(
        iamport.post(SCHEDULE + "/order_1/reschedule", "{\"schedule_at\":" + (NOW + 99) + "}"),
        400,
        -1,
        "");

    Wire.Reply revoked =
        iamport.post(
            "/subscribe/payments/unschedule",
            "{\"customer_uid\":\"a\",\"merchant_uid\":\"order_1\"}");
    assertThat(revoked.at("response.0.schedule_status")).isEqualTo("revoked");
    assertThat(revoked.at("response.0.revoked_at")).isEqualTo(String.valueOf(NOW));
    assertRefused(
        iamport.put(SCHEDULE + "/order_1", "{\"schedule_at\":" + (NOW + 99) + "}"), 400, -1, "");
    advance(Duration.ofSeconds(95));
    assertThat(one("order_1").at("response.schedule_status")).isEqualTo("revoked");

    Wire.Reply again =
        iamport.post(SCHEDULE + "/order_1/reschedule", "{\"schedule_at\":" + (NOW + 200) + "}");
    assertThat(again.at("response.schedule_status")).isEqualTo("scheduled");
    advance(Duration.ofSeconds(200));
    assertThat(one("order_1").at("response.payment_status")).isEqualTo("paid");
  }

  @Test
  void unscheduleWithoutOrders_allOfTheCustomer_andThenNone() throws IOException {
    issue("a", TestCard.GOOD);
    issue("b", TestCard.GOOD);
    schedule("a", "order_1", NOW + 60);
    schedule("a", "order_2", NOW + 60);
    schedule("b", "order_3", NOW + 60);
    Wire.Reply revoked = iamport.post("/subscribe/payments/unschedule", "{\"customer_uid\":\"a\"}");
    assertThat((List<?>) revoked.at("response")).hasSize(2);
    assertThat(one("order_3").at("response.schedule_status")).isEqualTo("scheduled");
    assertRefused(
        iamport.post("/subscribe/payments/unschedule", "{\"customer_uid\":\"a\"}"),
        200,
        1,
        "취소할 예약결제 기록이 존재하지 않습니다.");
  }

  @Test
  void register_unknownCustomer_pastTime_unknownOrder_refused() throws IOException {
    assertRefused(schedule("nobody", "order_1", NOW + 60), 200, 1, "등록된 고객정보가 없습니다.");
    issue("a", TestCard.GOOD);
    assertRefused(schedule("a", "order_1", NOW), 400, -1, "schedule_at");
    assertRefused(one("order_1"), 404, -1, "");
    Wire.Reply withCard =
        iamport.post(
            SCHEDULE,
            """
            {"customer_uid":"new","card_number":"4330-1234-5678-0000","expiry":"2030-12",
            "schedules":[{"merchant_uid":"order_2","schedule_at":%d,"currency":"KRW","amount":1,
            "name":"n"}]}"""
                .formatted(NOW + 60));
    assertThat(withCard.at("code")).isEqualTo("0");
    assertThat(iamport.get("/subscribe/customers/new").at("code")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "/subscribe/payments/schedule?schedule_from=%d&schedule_to=%d, schedule_status",
    "/subscribe/payments/schedule/customers/a?from=%d&to=%d, schedule-status",
    "/subscribe/customers/a/schedules?from=%d&to=%d, schedule-status"
  })
  void lists_newestFirst_byTimeAndStatus_bareOrPaged(String path, String status)
      throws IOException {
    issue("a", TestCard.GOOD);
    schedule("a", "order_1", NOW + 60);
    schedule("a", "order_2", NOW + 120);
    schedule("a", "order_3", NOW + 180);
    advance(Duration.ofSeconds(60));

    String window = path.formatted(NOW, NOW + 180);
    Wire.Reply bare = iamport.get(window);
    assertThat((List<?>) bare.at("response")).hasSize(2);
    assertThat(bare.at("response.0.merchant_uid")).isEqualTo("order_2");
    assertThat(bare.at("response.1.payment_status")).isEqualTo("paid");
    Wire.Reply executed = iamport.get(window + "&" + status + "=executed");
    assertThat((List<?>) executed.at("response")).hasSize(1);

    sandbox.switches().on(Switch.IAMPORT_SCHEDULES_PAGED);
    Wire.Reply paged = iamport.get(window);
    assertThat(paged.at("response.total")).isEqualTo("2");
    assertThat(paged.at("response.next")).isEqualTo("0");
    assertThat(paged.at("response.list.0.merchant_uid")).isEqualTo("order_2");

    assertRefused(iamport.get(path.formatted(NOW, NOW + 93 * 86_400)), 400, -1, "3개월");
    assertRefused(iamport.get(window + "&" + status + "=nonsense"), 400, -1, "");
    assertRefused(iamport.get(window.substring(0, window.indexOf('?'))), 400, -1, "");
  }
}
