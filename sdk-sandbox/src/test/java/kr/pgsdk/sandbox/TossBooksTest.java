package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.settlement.TossSettlementRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions and settlements of the sandbox's Toss, beside its ledger. */
class TossBooksTest {
  private static final String TODAY = "?startDate=2026-11-20&endDate=2026-11-21";
  private static final String SETTLED = "/v1/settlements?startDate=2026-11-21&endDate=2026-11-30";

  /** 10:00 in Korea. */
  private final Sandbox sandbox =
      Sandbox.builder()
          .clock(Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC))
          .start();

  private final Wire toss = Wire.toss(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private PaymentId paid(String orderId, int amount) throws IOException {
    Wire.Reply reply =
        toss.post(
            "/v1/payments/key-in",
            """
            {"orderId":"%s","orderName":"T-shirt","amount":%d,"cardNumber":"4330123412340000",
             "cardExpirationYear":"30","cardExpirationMonth":"09",
             "customerIdentityNumber":"900101"}"""
                .formatted(orderId, amount));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return PaymentId.of((String) reply.at("paymentKey"));
  }

  private PaymentId accountIssued(String orderId) throws IOException {
    Wire.Reply reply =
        toss.post(
            "/v1/virtual-accounts",
            """
            {"orderId":"%s","orderName":"T-shirt","amount":10000,"customerName":"홍길동",
             "bank":"88"}"""
                .formatted(orderId));
    return PaymentId.of((String) reply.at("paymentKey"));
  }

  private Wire.Reply cancel(PaymentId id, String more) throws IOException {
    return toss.post("/v1/payments/" + id + "/cancel", "{\"cancelReason\":\"r\"" + more + "}");
  }

  private List<Map<?, ?>> rows(String target) throws IOException {
    Wire.Reply reply = toss.get(target);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    List<Map<?, ?>> rows = new ArrayList<>();
    for (Object row : (List<?>) Json.object("{\"rows\":" + reply.body() + "}").get("rows")) {
      rows.add((Map<?, ?>) row);
    }
    return rows;
  }

  private static List<String> each(List<Map<?, ?>> rows, String field) {
    return rows.stream().map(row -> String.valueOf(row.get(field))).toList();
  }

  private static BigDecimal sum(List<Map<?, ?>> rows, String field) {
    return rows.stream()
        .map(row -> (BigDecimal) row.get(field))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  // ---- transactions

  @Test
  void transactions_aRowForEachEntryOfTheLedger() throws IOException {
    PaymentId id = paid("order_9001", 15_000);
    Wire.Reply cancelled = cancel(id, ",\"cancelAmount\":4000");
    sandbox.toss().cancelInConsole(id, Money.krw(1_000));

    List<Map<?, ?>> rows = rows("/v1/transactions" + TODAY);

    assertThat(each(rows, "amount")).containsExactly("15000", "4000", "1000");
    assertThat(each(rows, "status"))
        .containsExactly("DONE", "PARTIAL_CANCELED", "PARTIAL_CANCELED");
    assertThat(rows.get(1).get("transactionKey"))
        .isEqualTo(cancelled.at("cancels.0.transactionKey"));
    assertThat(rows.get(0).get("transactionAt")).isEqualTo("2026-11-20T10:00:00+09:00");
    assertThat(sandbox.toss().ledger(id).entries())
        .extracting(entry -> entry.amount().toPlainString())
        .containsExactlyElementsOf(each(rows, "amount"));
  }

  @Test
  void transactions_account_zeroUntilTheDeposit_refundOnceItHasLanded() throws IOException {
    PaymentId id = accountIssued("order_9001");
    assertThat(each(rows("/v1/transactions" + TODAY), "amount")).containsExactly("0");

    sandbox.buyer().onToss().deposit(id);
    cancel(
        id,
        ",\"refundReceiveAccount\":{\"bank\":\"88\",\"accountNumber\":\"110\","
            + "\"holderName\":\"김\"}");
    String untilLater = "/v1/transactions?startDate=2026-11-20&endDate=2026-11-30";
    assertThat(each(rows(untilLater), "status")).containsExactly("WAITING_FOR_DEPOSIT", "DONE");

    sandbox.clock().advance(Duration.ofDays(2));
    assertThat(each(rows(untilLater), "amount")).containsExactly("0", "10000", "10000");
    assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
  }

  @Test
  void transactions_pagesByTheLastKey() throws IOException {
    for (int i = 1; i <= 5; i++) {
      paid("order_900" + i, 1_000 * i);
    }
    List<String> seen = new ArrayList<>();
    String page = "/v1/transactions" + TODAY + "&limit=2";
    List<Map<?, ?>> rows = rows(page);
    while (!rows.isEmpty()) {
      seen.addAll(each(rows, "amount"));
      rows = rows(page + "&startingAfter=" + rows.get(rows.size() - 1).get("transactionKey"));
    }
    assertThat(seen).containsExactly("1000", "2000", "3000", "4000", "5000");
  }

  @Test
  void transactions_timesAreThoseInKorea_aDateIsItsBeginning() throws IOException {
    paid("order_9001", 1_000);

    assertThat(rows("/v1/transactions?startDate=2026-11-20T10:00:00&endDate=2026-11-20T10:00:00"))
        .hasSize(1);
    assertThat(rows("/v1/transactions?startDate=2026-11-20T10:00:01&endDate=2026-11-21")).isEmpty();
    assertThat(rows("/v1/transactions?startDate=2026-11-19&endDate=2026-11-20")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/transactions",
        "/v1/transactions?startDate=2026-11-20",
        "/v1/transactions?startDate=2026-11-20T10:00:00%2B09:00&endDate=2026-11-21",
        "/v1/transactions?startDate=2026-11-22&endDate=2026-11-21",
        "/v1/transactions" + TODAY + "&limit=5001",
        "/v1/transactions" + TODAY + "&startingAfter=none",
        "/v1/settlements?startDate=2026-11-20T10:00:00&endDate=2026-11-21",
        SETTLED + "&size=5001",
        SETTLED + "&page=0",
        SETTLED + "&dateType=approvedAt"
      })
  void badQuery_isRefused(String target) throws IOException {
    assertThat(toss.get(target).status()).isEqualTo(400);
  }

  // ---- settlements

  @Test
  void settlements_fromTheNextDay_withTheFeesOfTheSample() throws IOException {
    paid("order_9001", 15_000);
    assertThat(rows("/v1/settlements?startDate=2026-11-20&endDate=2026-11-30")).isEmpty();

    // Midnight in Korea.
    sandbox.clock().advance(Duration.ofHours(14));
    List<Map<?, ?>> rows = rows(SETTLED);

    // As in samples/toss/22-settlements-list.json
    Map<?, ?> row = rows.get(0);
    assertThat(rows).hasSize(1);
    assertThat(row.keySet())
        .map(String::valueOf)
        .containsExactlyInAnyOrder(
            ("mId paymentKey transactionKey orderId currency method amount interestFee fees"
                    + " supplyAmount vat payOutAmount approvedAt soldDate paidOutDate card easyPay"
                    + " giftCertificate mobilePhone transfer virtualAccount cancel")
                .split(" ", -1));
    assertThat(row.get("fees")).hasToString("[{type=BASE, fee=450}]");
    assertThat(row.get("supplyAmount")).hasToString("409");
    assertThat(row.get("vat")).hasToString("41");
    assertThat(row.get("payOutAmount")).hasToString("14550");
    assertThat(row.get("soldDate")).isEqualTo("2026-11-21");
    assertThat(row.get("paidOutDate")).isEqualTo("2026-11-28");
    assertThat(row.get("cancel")).isNull();
  }

  @Test
  void settlements_addUpToTheLedger_refundsAreDeducted_accountsWithoutDepositAreNone()
      throws IOException {
    PaymentId id = paid("order_9001", 15_000);
    cancel(id, ",\"cancelAmount\":4000");
    accountIssued("order_9002");
    sandbox.clock().advance(Duration.ofDays(1));

    List<Map<?, ?>> rows = rows(SETTLED);
    Ledger ledger = sandbox.toss().ledger(id);

    assertThat(rows).hasSize(2);
    assertThat(sum(rows, "amount"))
        .isEqualByComparingTo(ledger.captured().amount().subtract(ledger.refunded().amount()));
    assertThat(sum(rows, "payOutAmount")).isEqualByComparingTo("10670");
    assertThat(((Map<?, ?>) rows.get(1).get("cancel")).get("cancelAmount")).hasToString("4000");
  }

  @Test
  void settlements_byDateOfPayOut_andByPage() throws IOException {
    for (int i = 1; i <= 3; i++) {
      paid("order_900" + i, 1_000 * i);
    }
    sandbox.clock().advance(Duration.ofDays(1));

    assertThat(rows(SETTLED.replace("30", "27") + "&dateType=paidOutDate")).isEmpty();
    assertThat(each(rows(SETTLED + "&dateType=paidOutDate&size=2"), "amount"))
        .containsExactly("1000", "2000");
    assertThat(each(rows(SETTLED + "&size=2&page=2"), "amount")).containsExactly("3000");
    assertThat(rows(SETTLED + "&size=2&page=3")).isEmpty();
  }

  @Test
  void settlingByHand_answersTrue() throws IOException {
    PaymentId id = paid("order_9001", 1_000);
    try (TossClient client =
        TossClient.builder(TossSecretKey.of(sandbox.tossSecretKey()))
            .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
            .build()) {
      assertThat(client.settlements().request(TossSettlementRequest.builder(id).build())).isTrue();
    }
    assertThat(toss.post("/v1/settlements", "{\"paymentKey\":\"none\"}").status()).isEqualTo(404);
    assertThat(toss.post("/v1/settlements", "{}").status()).isEqualTo(400);
  }
}
