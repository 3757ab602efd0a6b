package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.iamport.billing.IamportBillingKey;
import kr.pgsdk.iamport.billing.IamportChargeRequest;
import kr.pgsdk.iamport.schedule.IamportScheduleQuery;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Billing keys and schedules: odd shapes, bad input, and what is never sent twice. */
class SubscribeTest {
  private static final OrderId ORDER = OrderId.of(PaymentBody.MERCHANT_UID);
  private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  private static IamportChargeRequest charge() {
    return IamportChargeRequest.builder("canary-uid-1", ORDER, Money.krw(15_000), "T-shirt")
        .build();
  }

  @Test
  void missingKey_isEmpty_byItsStatusOrByItsMessage() {
    iamport.serve(FakeIamport.notFound());
    assertThat(client.billingKeys().find("canary-uid-1")).isEmpty();

    iamport.serve(
        FakeIamport.refusal(200, 1, "요청하신 customer_uid(canary-uid-1)로 등록된 정보를 찾을 수 없습니다."));
    assertThat(client.billingKeys().find("canary-uid-1")).isEmpty();
  }

  @Test
  void moduleNotEnabled_isNoMissingKey() throws Exception {
    iamport.serve(FakeIamport.json(200, fixture("23-billing-key-error-not-enabled.json")));

    assertThatThrownBy(() -> client.billingKeys().find("canary-uid-1"))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void superBillingKey_tellsItsChannels() {
    iamport.serve(
        FakeIamport.ok(
            "{\"customer_uid\":\"canary-uid-1\",\"channelGroupId\":\"g\",\"succeededChannels\":["
                + "{\"pg_provider\":\"nice\"},{\"pg_provider\":\"kcp\"}],\"failedChannels\":"
                + "[{\"type\":\"PG_PROVIDER\",\"message\":\"m\"}]}"));

    IamportBillingKey key = client.billingKeys().find("canary-uid-1").orElseThrow();

    assertThat(key.channels()).hasSize(2);
    assertThat(key.failedChannels()).hasSize(1);
    assertThat(key.toString()).doesNotContain("canary");
  }

  @Test
  void declinedCard_isAnAnswer_andUnknownKeyARefusal() throws Exception {
    iamport.serve(FakeIamport.ok(PaymentBody.paid().with("status", "\"failed\"")));
    assertThat(client.billingKeys().charge(charge()).toPayment().status().isPaid()).isFalse();

    iamport.serve(FakeIamport.json(200, fixture("24-again-error-unknown-customer.json")));
    assertThatThrownBy(() -> client.billingKeys().charge(charge()))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void lostCharge_isDoubt_andSentOnce() {
    iamport.serve(FakeIamport.CUT_AFTER_READ);

    assertThatThrownBy(() -> client.billingKeys().charge(charge()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageNotContaining("canary-uid-1");
    assertThat(iamport.arrived()).containsExactly("POST /subscribe/payments/again");
  }

  @Test
  void card_isSentInGroups_andNeverShown() {
    CardData card = CardData.builder("1234567890123456", YearMonth.of(2030, 7)).build();

    assertThat(card.toString()).isEqualTo("CardData");
    assertThat(charge().toString()).doesNotContain("canary");
    assertThatThrownBy(() -> CardData.builder("12345678901234567", YearMonth.of(2030, 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("12345");
  }

  @Test
  void revoked_isReadFromTheSample() throws Exception {
    iamport.serve(FakeIamport.json(200, fixture("15-unschedule-success.json")));

    IamportScheduledPayment revoked = client.schedules().revokeAll("4").get(0);

    assertThat(revoked.scheduleStatus()).contains(IamportScheduleStatus.REVOKED);
    assertThat(revoked.executedAt()).isEmpty();
  }

  private List<String> listed() {
    IamportScheduleQuery query = IamportScheduleQuery.between(START, START.plusSeconds(60));
    try (Stream<IamportScheduledPayment> rows =
        client.schedules().ofCustomer("canary-uid-1", query)) {
      return rows.map(row -> row.orderId().value()).toList();
    }
  }

  private static MockResponse rows(String... ids) {
    return FakeIamport.ok(
        Stream.of(ids)
            .map(id -> "{\"merchant_uid\":\"" + id + "\"}")
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static MockResponse page(int next, String id) {
    return FakeIamport.ok(
        "{\"total\":2,\"previous\":0,\"next\":"
            + next
            + ",\"list\":[{\"merchant_uid\":\""
            + id
            + "\"}]}");
  }

  @Test
  void schedulesInNumberedPages_areReadToTheLast() {
    iamport.serve(page(2, "a"), page(0, "b"));

    assertThat(listed()).containsExactly("a", "b");
    assertThat(iamport.arrived()).hasSize(2);
  }

  @Test
  void schedulesAlone_areReadUntilAPageIsEmpty_orRefused_orComesAgain() {
    iamport.serve(rows("a", "b"), rows("c"), rows());
    assertThat(listed()).containsExactly("a", "b", "c");

    iamport.serve(rows("a"), FakeIamport.refusal(400, -1, "page"));
    assertThat(listed()).containsExactly("a");

    iamport.serve(rows("a", "b"), rows("a", "b"));
    assertThat(listed()).containsExactly("a", "b");
  }

  @Test
  void badInput_isRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> client.schedules().changeTime(ORDER, START.minusSeconds(99_999_999)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.schedules().revoke("canary-uid-1", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IamportScheduleQuery.between(START, START.plusSeconds(93 * 86_400)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.billingKeys().find(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(iamport.requestCount()).isZero();
  }

  private static String fixture(String name) throws Exception {
    return Files.readString(Path.of("src/test/resources/fixtures").resolve(name));
  }
}
