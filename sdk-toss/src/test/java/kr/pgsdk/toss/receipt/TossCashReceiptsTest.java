package kr.pgsdk.toss.receipt;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.model.TossCashReceipt;
import kr.pgsdk.toss.model.TossCashReceiptStatus;
import kr.pgsdk.toss.model.TossCashReceiptTransaction;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.model.TossErrorCode;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TossCashReceiptsTest {
  private TossServer toss;
  private TossClient client;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    client = toss.client();
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  /** The order of the fixture. */
  private static final OrderId RECEIPTS_ORDER = OrderId.of("YOWWcpZSDCZ8WJC5x7mkl");

  private static TossCashReceiptRequest.Builder request(String identity) {
    return TossCashReceiptRequest.builder(
        RECEIPTS_ORDER, AMOUNT, "T-shirt", TossCashReceiptType.INCOME_DEDUCTION, identity);
  }

  @Test
  void issue_readsTheReceipt_andSendsTossesWord() {
    toss.serve(TossServer.json(200, TossServer.fixture("23-cash-receipt-issued.json")));

    TossCashReceipt receipt = client.cashReceipts().issue(request("01000001234").build());

    assertThat(receipt.issueStatus()).hasValue(TossCashReceiptStatus.IN_PROGRESS);
    assertThat(receipt.transactionType()).hasValue(TossCashReceiptTransaction.CONFIRM);
    assertThat(receipt.type()).hasValue(TossCashReceiptType.INCOME_DEDUCTION);
    assertThat(receipt.amount()).hasValue(new BigDecimal("10000"));
    assertThat(receipt.issueNumber()).hasValue("730000031");
    assertThat(receipt.businessNumber()).as("an empty text is nothing").isEmpty();
    assertThat(receipt.requestedAt()).hasValue(Instant.parse("2026-09-09T03:00:02Z"));
    assertThat(receipt.failure()).isEmpty();
    assertThat(receipt.toJson()).contains("\"businessNumber\":\"\"");
    RecordedRequest sent = toss.arrived().get(0);
    assertThat(TossServer.line(sent)).isEqualTo("POST /v1/cash-receipts");
    assertThat(TossServer.body(sent))
        .isEqualTo(
            "{\"orderId\":\"YOWWcpZSDCZ8WJC5x7mkl\",\"amount\":15000,\"orderName\":\"T-shirt\","
                + "\"type\":\"소득공제\",\"customerIdentityNumber\":\"01000001234\"}");
  }

  @Test
  void cancel_readsTheCancel_andSendsNoAmountForTheWhole() {
    toss.serve(TossServer.json(200, TossServer.fixture("24-cash-receipt-canceled.json")));

    TossCashReceipt cancel =
        client.cashReceipts().cancel(TossCashReceiptCancelRequest.full("a/b").build());

    assertThat(cancel.transactionType()).hasValue(TossCashReceiptTransaction.CANCEL);
    assertThat(cancel.receiptKey().orElseThrow()).startsWith("c_");
    RecordedRequest sent = toss.arrived().get(0);
    assertThat(TossServer.line(sent)).isEqualTo("POST /v1/cash-receipts/a%2Fb/cancel");
    assertThat(TossServer.body(sent)).isEqualTo("{}");
  }

  @Test
  void cancel_ofAPart_lostAnswer_isSentAgainUnderTheSameKey() {
    toss.serve(
        TossServer.CUT_AFTER_READ,
        TossServer.json(200, TossServer.fixture("24-cash-receipt-canceled.json")));

    client
        .cashReceipts()
        .cancel(TossCashReceiptCancelRequest.partial("r-1", Money.krw(1_000)).build());

    List<RecordedRequest> sent = toss.arrived();
    assertThat(sent).hasSize(2);
    assertThat(TossServer.key(sent.get(0))).isEqualTo(TossServer.key(sent.get(1)));
    assertThat(TossServer.body(sent.get(0))).isEqualTo("{\"amount\":1000}");
  }

  @Test
  void issue_orderThatHasOne_isRefused_withoutTheNumberTheMessageRepeats() {
    toss.serve(
        TossServer.json(
            400, "{\"code\":\"DUPLICATED_CASH_RECEIPT\",\"message\":\"이미 발급 1234567890\"}"));

    assertThatThrownBy(() -> client.cashReceipts().issue(request("1234567890").build()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue(TossErrorCode.DUPLICATED_CASH_RECEIPT.text());
              assertThat(e + e.gatewayMessage().orElseThrow()).doesNotContain("1234567890");
            });
  }

  @Test
  void wrongInput_isRefused_withoutShowingTheNumber() {
    assertThatThrownBy(() -> request("0100000".repeat(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customerIdentityNumber must be 8 to 30 digits");
    assertThatThrownBy(() -> request(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customerIdentityNumber must be 8 to 30 digits");
    assertThatThrownBy(() -> TossCashReceiptCancelRequest.full(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("receiptKey");
    assertThatThrownBy(() -> TossCashReceiptCancelRequest.partial("r-1", Money.krw(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be more than zero");
  }

  @Test
  void toString_showsIdsAlone() {
    assertThat(request("01000001234").build())
        .hasToString("TossCashReceiptRequest[YOWWcpZSDCZ8WJC5x7mkl]");
    assertThat(TossCashReceiptCancelRequest.full("r-1").build())
        .hasToString("TossCashReceiptCancelRequest[r-1]");
  }
}
