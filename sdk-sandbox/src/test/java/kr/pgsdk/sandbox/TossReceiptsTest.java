package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.model.TossCashReceipt;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.receipt.TossCashReceiptCancelRequest;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cash receipts at the sandbox's Toss. */
class TossReceiptsTest {
  private static final String DAY = "/v1/cash-receipts?requestDate=2026-11-20";

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

  private Wire.Reply issue(String orderId) throws IOException {
    return toss.post(
        "/v1/cash-receipts",
        """
        {"orderId":"%s","orderName":"T-shirt","amount":10000,"type":"소득공제",
         "customerIdentityNumber":"01012345678"}"""
            .formatted(orderId));
  }

  private Wire.Reply cancel(Wire.Reply receipt, String body) throws IOException {
    return toss.post("/v1/cash-receipts/" + receipt.at("receiptKey") + "/cancel", body);
  }

  @Test
  void client_issuesAndCancels() {
    try (TossClient client =
        TossClient.builder(TossSecretKey.of(sandbox.tossSecretKey()))
            .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
            .build()) {
      TossCashReceipt receipt =
          client
              .cashReceipts()
              .issue(
                  TossCashReceiptRequest.builder(
                          OrderId.of("order_9001"),
                          Money.krw(10_000),
                          "T-shirt",
                          TossCashReceiptType.EXPENSE_PROOF,
                          "1234567890")
                      .build());
      String key = receipt.receiptKey().orElseThrow();
      TossCashReceipt cancelled =
          client
              .cashReceipts()
              .cancel(TossCashReceiptCancelRequest.partial(key, Money.krw(4_000)).build());

      assertThat(receipt.issueStatus().orElseThrow().text()).isEqualTo("IN_PROGRESS");
      assertThat(receipt.requestedAt()).contains(sandbox.clock().instant());
      assertThat(cancelled.receiptKey()).contains("c_" + key);
      assertThat(cancelled.transactionType().orElseThrow().text()).isEqualTo("CANCEL");
      assertThat(cancelled.amount().orElseThrow()).isEqualByComparingTo("4000");
    }
  }

  @Test
  void receipt_hasTheShapeOfTheSample_andIsCompletedADayLater() throws IOException {
    Wire.Reply receipt = issue("order_9001");

    // The keys of samples/toss/23-cash-receipt-issued.json
    assertThat(receipt.json().keySet())
        .map(String::valueOf)
        .containsExactlyInAnyOrder(
            ("receiptKey orderId orderName type issueNumber receiptUrl businessNumber"
                    + " transactionType amount taxFreeAmount issueStatus failure"
                    + " customerIdentityNumber requestedAt")
                .split(" ", -1));
    assertThat(toss.get(DAY).at("data.0.issueStatus")).isEqualTo("IN_PROGRESS");
    sandbox.clock().advance(Duration.ofDays(1));
    assertThat(toss.get(DAY).at("data.0.issueStatus")).isEqualTo("COMPLETED");
  }

  @Test
  void cancel_wholeOrPart_neverMoreThanIsLeft() throws IOException {
    Wire.Reply receipt = issue("order_9001");

    assertThat(cancel(receipt, "{\"amount\":10001}").at("code")).isEqualTo("NOT_CANCELABLE_AMOUNT");
    assertThat(cancel(receipt, "{\"amount\":4000}").at("amount")).isEqualTo("4000");
    assertThat(issue("order_9001").at("code")).isEqualTo("DUPLICATED_CASH_RECEIPT");
    assertThat(cancel(receipt, "{}").at("amount")).isEqualTo("6000");
    assertThat(cancel(receipt, "{}").at("code")).isEqualTo("NOT_CANCELABLE_AMOUNT");
    assertThat(issue("order_9001").status()).isEqualTo(200);
    assertThat(toss.post("/v1/cash-receipts/none/cancel", "{}").status()).isEqualTo(404);
  }

  @Test
  void cancel_repeatedUnderItsKey_cancelsOnce() throws IOException {
    Wire.Reply receipt = issue("order_9001");
    String path = "/v1/cash-receipts/" + receipt.at("receiptKey") + "/cancel";
    Wire keyed = toss.header("Idempotency-Key", "k1");

    String first = keyed.post(path, "{\"amount\":4000}").body();
    assertThat(keyed.post(path, "{\"amount\":4000}").body()).isEqualTo(first);
    assertThat(cancel(receipt, "{}").at("amount")).isEqualTo("6000");
  }

  @Test
  void list_ofADayInKorea_byCursor() throws IOException {
    issue("order_9001");
    issue("order_9002");
    Wire.Reply third = issue("order_9003");
    cancel(third, "{}");
    // Midnight in Korea.
    sandbox.clock().advance(Duration.ofHours(14));
    issue("order_9004");

    Wire.Reply first = toss.get(DAY + "&limit=3");
    assertThat(first.at("hasNext")).isEqualTo(true);
    assertThat(first.at("data.2.orderId")).isEqualTo("order_9003");
    Wire.Reply last = toss.get(DAY + "&limit=3&cursor=" + first.at("lastCursor"));
    assertThat(last.at("hasNext")).isEqualTo(false);
    assertThat(last.at("data.0.transactionType")).isEqualTo("CANCEL");
    assertThat(toss.get("/v1/cash-receipts?requestDate=2026-11-21").at("data.0.orderId"))
        .isEqualTo("order_9004");
    assertThat(toss.get("/v1/cash-receipts?requestDate=2026-11-19").at("data").toString())
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/cash-receipts",
        "/v1/cash-receipts?requestDate=20261120",
        DAY + "&limit=10001",
        DAY + "&limit=0",
        DAY + "&cursor=x"
      })
  void list_badQuery_isRefused(String target) throws IOException {
    assertThat(toss.get(target).status()).isEqualTo(400);
  }

  @Test
  void depositWithReceipt_isInThePaymentAndInTheList_andCancelledWithIt() throws IOException {
    Wire.Reply waiting =
        toss.post(
            "/v1/virtual-accounts",
            """
            {"orderId":"order_9001","orderName":"T-shirt","amount":10000,"customerName":"홍길동",
             "bank":"88","cashReceipt":{"type":"지출증빙","registrationNumber":"1234567890"}}""");
    String path = "/v1/payments/" + waiting.at("paymentKey");
    assertThat(waiting.at("cashReceipt")).isNull();

    sandbox.buyer().onToss().deposit(PaymentId.of((String) waiting.at("paymentKey")));

    Wire.Reply paid = toss.get(path);
    assertThat(paid.at("cashReceipt.type")).isEqualTo("지출증빙");
    assertThat(paid.at("cashReceipts.0.transactionType")).isEqualTo("CONFIRM");
    assertThat(toss.get(DAY).at("data.0.receiptKey")).isEqualTo(paid.at("cashReceipt.receiptKey"));

    Wire.Reply cancelled =
        toss.post(
            path + "/cancel",
            "{\"cancelReason\":\"r\",\"cancelAmount\":3000,\"refundReceiveAccount\":"
                + "{\"bank\":\"88\",\"accountNumber\":\"110\",\"holderName\":\"김\"}}");
    assertThat(cancelled.at("cancels.0.receiptKey"))
        .isEqualTo("c_" + paid.at("cashReceipt.receiptKey"));
    assertThat(toss.get(DAY).at("data.1.amount")).isEqualTo("3000");
  }
}
