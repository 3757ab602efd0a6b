package kr.pgsdk.toss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.Transaction.Kind;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day's captures and cancels, out of Toss's transactions. */
class TossTransactionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String LIST =
      "GET /v1/transactions?startDate=2026-11-01T00%3A00%3A00&endDate=2026-11-02T00%3A00%3A00";

  private TossServer toss;
  private TossGateway gateway;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    gateway = toss.gateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    toss.close();
  }

  /** A transaction; values are raw JSON. */
  private static final class Row {
    private final Map<String, String> fields = new LinkedHashMap<>();

    Row(int number) {
      with("mId", "\"tosspayments\"");
      with("transactionKey", "\"t" + number + "\"");
      with("paymentKey", "\"pay_" + number + "\"");
      with("orderId", "\"order_" + number + "\"");
      with("method", "\"카드\"");
      with("customerKey", "null");
      with("status", "\"DONE\"");
      with("transactionAt", "\"2026-11-01T09:00:00+09:00\"");
      with("currency", "\"KRW\"");
      with("amount", "1000");
    }

    Row with(String name, String json) {
      fields.put(name, json);
      return this;
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  private List<Transaction> read(Row... rows) {
    String page = Stream.of(rows).map(Row::toString).collect(Collectors.joining(",", "[", "]"));
    toss.serve(TossServer.json(200, page));
    try (Stream<Transaction> transactions = gateway.transactions().on(DAY)) {
      return transactions.toList();
    }
  }

  @Test
  void day_isAskedForByKoreanTime_andARowIsWhatMoved() {
    List<Transaction> rows = read(new Row(1));

    assertThat(toss.arrived()).extracting(TossServer::line).containsExactly(LIST + "&limit=5000");
    assertThat(rows).hasSize(1);
    Transaction row = rows.get(0);
    assertThat(row.paymentId()).isEqualTo(PaymentId.of("pay_1"));
    assertThat(row.orderId()).hasValue(OrderId.of("order_1"));
    assertThat(row.kind()).isEqualTo(Kind.CAPTURE);
    assertThat(row.amount()).isEqualTo(Money.krw(1_000));
    assertThat(row.id()).hasValue("t1");
    assertThat(row.at()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, 1000, CAPTURE",
    "CANCELED, 1000, CANCEL",
    "PARTIAL_CANCELED, 1000, CANCEL",
    "CANCELED, -1000, CANCEL",
    "DONE, -1000, CANCEL",
    "NEW_WORD, 1000, CAPTURE"
  })
  void statusOrSign_saysWhichWayItWent(String status, String amount, Kind kind) {
    List<Transaction> rows =
        read(new Row(1).with("status", "\"" + status + "\"").with("amount", amount));

    assertThat(rows).extracting(Transaction::kind).containsExactly(kind);
    assertThat(rows).extracting(Transaction::amount).containsExactly(Money.krw(1_000));
  }

  @Test
  void accountThatWasIssued_movedNothing() {
    Row issued = new Row(1).with("status", "\"WAITING_FOR_DEPOSIT\"").with("amount", "0");

    assertThat(read(issued, new Row(2)))
        .extracting(row -> row.paymentId().value())
        .containsExactly("pay_2");
  }

  @Test
  void rowsOfOtherDays_areLeftOut() {
    assertThat(
            read(
                new Row(1).with("transactionAt", "\"2026-10-31T23:59:59+09:00\""),
                new Row(2).with("transactionAt", "\"2026-11-01T00:00:00+09:00\""),
                new Row(3).with("transactionAt", "\"2026-11-01T14:59:59Z\""),
                new Row(4).with("transactionAt", "\"2026-11-02T00:00:00\"")))
        .extracting(row -> row.paymentId().value())
        .containsExactly("pay_2", "pay_3");
  }

  @Test
  void rowWithoutAnOrder_isListed_inItsOwnCurrency() {
    Transaction row =
        read(new Row(1).with("orderId", "null").with("currency", "\"USD\"").with("amount", "10.5"))
            .get(0);

    assertThat(row.orderId()).isEmpty();
    assertThat(row.amount()).isEqualTo(Money.of("10.5", "USD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount|null",
        "amount|\"much\"",
        "amount|0.5",
        "currency|null",
        "currency|\"won\"",
        "status|null",
        "paymentKey|null",
        "transactionAt|\"yesterday\"",
        "transactionKey|null",
        "x\":1,\"amount|2000"
      })
  void rowThatDoesNotSayWhatMoved_isMalformed_notLeftOut(String name, String json) {
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> read(new Row(2), new Row(1).with(name, json)))
        .withMessageContaining(name.substring(name.lastIndexOf('"') + 1));
  }

  @Test
  void refusedList_isNoEmptyDay() {
    toss.serve(TossServer.error(400, "INVALID_DATE"));

    assertThatExceptionOfType(GatewayException.class)
        .isThrownBy(() -> gateway.transactions().on(DAY).toList());
  }
}
