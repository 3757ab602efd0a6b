package kr.pgsdk.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.portone.model.Pay;
import kr.pgsdk.portone.payment.PortOnePaymentFilter;
import kr.pgsdk.portone.schedule.PortOneScheduleRequest;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists in pages and by cursor, and what a keyed change sends. */
class PortOneListsTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-02T00:00:00Z");

  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private static MockResponse page(int total, Pay... rows) {
    return PortOneServer.json(
        200,
        "{\"items\":"
            + List.of(rows)
            + ",\"page\":{\"number\":0,\"size\":100,\"totalCount\":"
            + total
            + "}}");
  }

  private static Pay pay(String id) {
    return Pay.paid().with("id", '"' + id + '"');
  }

  private static String wanted(RecordedRequest request) {
    String target = request.getTarget();
    return URLDecoder.decode(
        target.substring(target.indexOf("requestBody=") + "requestBody=".length()),
        StandardCharsets.UTF_8);
  }

  private List<String> ids() {
    PortOnePaymentFilter paid =
        PortOnePaymentFilter.builder().status(List.of("PAID")).from(FROM).build();
    try (Stream<String> ids =
        portone.client().payments().list(paid).map(payment -> payment.paymentId().value())) {
      return ids.toList();
    }
  }

  @Test
  void list_asksPageAfterPage_withTheFilterInTheQuery() throws Exception {
    portone.serve(page(101, pay("order1")), page(101, pay("order2")));

    assertThat(ids()).containsExactly("order1", "order2");

    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).getTarget()).startsWith("/payments?requestBody=");
    assertThat(wanted(requests.get(0)))
        .isEqualTo(
            "{\"filter\":{\"status\":[\"PAID\"],\"from\":\"2026-11-01T00:00:00Z\"},"
                + "\"page\":{\"number\":0,\"size\":100}}");
    assertThat(wanted(requests.get(1))).endsWith("\"page\":{\"number\":1,\"size\":100}}");
  }

  @Test
  void list_thatBreaksOff_isNoShortList() {
    portone.serve(page(101, pay("order1")), page(101));

    assertThatThrownBy(this::ids)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("totalCount");
  }

  @Test
  void list_withoutACount_isNoShortList() {
    portone.serve(PortOneServer.json(200, "{\"items\":[" + pay("order1") + "]}"));

    assertThatThrownBy(this::ids).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void cursor_leadsOn_untilAPageIsEmpty() throws Exception {
    portone.serve(
        PortOneServer.json(
            200, "{\"items\":[{\"payment\":" + pay("order1") + ",\"cursor\":\"c1\"}]}"),
        PortOneServer.json(
            200, "{\"items\":[{\"payment\":" + pay("order2") + ",\"cursor\":\"c2\"}]}"),
        PortOneServer.json(200, "{\"items\":[]}"));

    try (Stream<String> ids =
        portone.client().payments().all(FROM, UNTIL).map(each -> each.paymentId().value())) {
      assertThat(ids.toList()).containsExactly("order1", "order2");
    }

    assertThat(portone.arrived().stream().map(PortOneListsTest::wanted))
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("cursor"),
            second -> assertThat(second).contains("\"cursor\":\"c1\""),
            third -> assertThat(third).contains("\"cursor\":\"c2\""));
  }

  @Test
  void period_thatEndsBeforeItBegins_isRefusedBeforeSending() throws Exception {
    assertThatThrownBy(() -> portone.client().payments().all(UNTIL, FROM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from must be before until");
    assertThat(portone.arrived()).isEmpty();
  }

  private static PortOneScheduleRequest schedule() {
    return PortOneScheduleRequest.builder(
            OrderId.of("order9001"), "billing-key-1", "T-shirt", Money.of("12.34", "USD"), FROM)
        .idempotencyKey("schedule-of-order9001")
        .build();
  }

  @Test
  void schedule_isKeyed_andItsAmountInMinorUnits() throws Exception {
    portone.serve(
        PortOneServer.CUT_AFTER_READ,
        PortOneServer.json(200, "{\"schedule\":{\"id\":\"schedule_1\"}}"));

    assertThat(portone.client().schedules().create(schedule())).isEqualTo("schedule_1");

    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).hasSize(2);
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(PortOneServer.line(request))
                  .isEqualTo("POST /payments/order9001/schedule");
              assertThat(request.getHeaders().get("Idempotency-Key"))
                  .isEqualTo("\"schedule-of-order9001\"");
              assertThat(request.getBody().utf8()).contains("\"amount\":{\"total\":1234}");
            });
  }

  @Test
  void scheduleWhoseAnswerIsLost_isInDoubt_andNoMessageShowsTheKey() {
    for (int i = 0; i < 3; i++) {
      portone.serve(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }

    assertThatThrownBy(() -> portone.client().schedules().create(schedule()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageNotContaining("billing-key-1");
  }

  @Test
  void refusalOfAnUnknownKey_showsNoKey() {
    portone.serve(
        PortOneServer.json(
            404, "{\"type\":\"BILLING_KEY_NOT_FOUND\",\"message\":\"no key billing-key-1\"}"));

    assertThatThrownBy(() -> portone.client().billingKeys().get("billing-key-1"))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused ->
                assertThat(refused.gatewayMessage().orElse("")).doesNotContain("billing-key-1"));
  }
}
