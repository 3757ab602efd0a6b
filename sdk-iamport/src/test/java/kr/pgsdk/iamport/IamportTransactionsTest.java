package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.internal.time.Environment;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day's captures and cancels, out of the lists of paid and of cancelled payments. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IamportTransactionsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 11, 15);
  private static final long START = Instant.parse("2023-11-14T15:00:00Z").getEpochSecond();
  private static final long END = START + 24 * 3600 - 1;
  private static final long NOW = END + 10 * 3600;
  private static final long CANCELLED_TO = NOW + 24 * 3600;

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = gateway(NOW);

  private IamportGateway gateway(long now) {
    Environment environment = iamport.environment();
    return iamport
        .gateway()
        .environment(
            new Environment(
                Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC),
                environment.nanoTime(),
                environment.sleeper(),
                environment.random()))
        .build();
  }

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private static MockResponse page(PaymentBody... payments) {
    return pageBefore(0, payments);
  }

  private static MockResponse pageBefore(int next, PaymentBody... payments) {
    List<String> rows = Stream.of(payments).map(PaymentBody::toString).toList();
    return FakeIamport.ok(
        "{\"total\":9,\"previous\":0,\"next\":"
            + next
            + ",\"list\":["
            + String.join(",", rows)
            + "]}");
  }

  private static PaymentBody paid(String id, long at) {
    return PaymentBody.paid().id(id).with("paid_at", String.valueOf(at));
  }

  private static String row(String id, int amount, long at) {
    return "{\"pg_tid\":\"t\",\"amount\":"
        + amount
        + ",\"cancelled_at\":"
        + at
        + (id.isEmpty() ? "" : ",\"cancellation_id\":\"" + id + "\"")
        + "}";
  }

  private static PaymentBody cancelled(PaymentBody payment, int sum, String... rows) {
    return payment
        .with("status", "\"cancelled\"")
        .with("cancel_amount", String.valueOf(sum))
        .with("cancelled_at", String.valueOf(START + 200))
        .with("cancel_history", "[" + String.join(",", rows) + "]");
  }

  private List<String> read() {
    try (Stream<Transaction> rows = gateway.transactions().on(DAY)) {
      return rows.map(
              row ->
                  row.paymentId()
                      + " "
                      + row.kind()
                      + " "
                      + row.amount().toPlainString()
                      + " "
                      + (row.at().getEpochSecond() - START))
          .toList();
    }
  }

  private static String target(String status, long from, long to) {
    return "GET /payments/status/"
        + status
        + "?from="
        + from
        + "&to="
        + to
        + "&page=1&limit=1000&sorting=paid";
  }

  @Test
  void paidOnes_areAskedForOfTheDay_cancelledOnes_fromTheDayUntilADayFromNow() {
    iamport.serve(page());
    assertThat(read()).isEmpty();

    assertThat(iamport.arrived())
        .containsExactly(target("paid", START, END), target("cancelled", START, CANCELLED_TO));
  }

  @Test
  void today_isAskedForToItsEnd_byAClockThatIsFarBehindToo() {
    try (IamportGateway behind = gateway(START - 3 * 24 * 3600)) {
      iamport.serve(page());
      assertThat(behind.transactions().on(DAY)).isEmpty();
    }

    assertThat(iamport.arrived())
        .containsExactly(target("paid", START, END), target("cancelled", START, END));
  }

  @Test
  void paymentCancelledAWeekLater_isCapturedOnTheDay() {
    iamport.serve(
        page(),
        page(cancelled(paid("imp_1", START), 15_000, row("c1", 15_000, END + 7 * 24 * 3600))));

    assertThat(read()).containsExactly("imp_1 CAPTURE 15000 0");
  }

  @Test
  void rowsOfOtherDays_andOfNothing_areLeftOut() {
    iamport.serve(
        page(paid("imp_1", START - 1), paid("imp_2", END), paid("imp_3", END + 1)),
        page(
            cancelled(
                paid("imp_4", START - 1),
                9_000,
                row("c1", 1_000, START - 1),
                row("c2", 2_000, START),
                row("c3", 0, START + 1),
                row("c4", 2_500, END),
                row("c5", 3_500, END + 1)),
            cancelled(paid("imp_5", 0), 0)));

    assertThat(read())
        .containsExactly(
            "imp_2 CAPTURE 15000 86399", "imp_4 CANCEL 2000 0", "imp_4 CANCEL 2500 86399");
  }

  @Test
  void paymentInBothLists_givesEachRowOnce_andEqualPartsOfOneSecondEach() {
    PaymentBody twice =
        cancelled(
            paid("imp_1", START), 8_000, row("", 4_000, START + 5), row("", 4_000, START + 5));
    iamport.serve(
        page(paid("imp_1", START)), pageBefore(2, paid("imp_9", START), twice), page(twice));

    assertThat(read())
        .containsExactly(
            "imp_1 CAPTURE 15000 0",
            "imp_9 CAPTURE 15000 0",
            "imp_1 CANCEL 4000 5",
            "imp_1 CANCEL 4000 5");
  }

  @Test
  void cancelWithoutATimeOfItsOwn_hasThatOfThePayment() {
    iamport.serve(page(), page(cancelled(paid("imp_1", START - 1), 4_000, row("c1", 4_000, 0))));

    assertThat(read()).containsExactly("imp_1 CANCEL 4000 200");
  }

  @Test
  void row_hasOrderAndTheCancelsNumber() {
    iamport.serve(page(), page(cancelled(paid("imp_1", START), 4_000, row("c1", 4_000, START))));

    List<Transaction> rows = gateway.transactions().on(DAY).toList();
    assertThat(rows).extracting(Transaction::paymentId).containsOnly(PaymentId.of("imp_1"));
    assertThat(rows)
        .extracting(row -> row.orderId().orElseThrow())
        .containsOnly(OrderId.of(PaymentBody.MERCHANT_UID));
    assertThat(rows).extracting(row -> row.id().orElse("none")).containsExactly("none", "c1");
  }

  @Test
  void testPayments_areLeftOut_unlessTheyCount() {
    iamport.serve(page(paid("imp_1", START).with("sandbox", "true")), page());
    assertThat(read()).isEmpty();

    iamport.serve(page(paid("imp_1", START).with("sandbox", "true")), page());
    try (IamportGateway accepting = iamport.gateway().acceptTestPayments(true).build()) {
      assertThat(accepting.transactions().on(DAY)).hasSize(1);
    }
  }

  @Test
  void nothingIsSent_beforeItIsRead_orAfterItIsClosed() {
    iamport.serve(pageBefore(2, paid("imp_1", START), paid("imp_2", START)), page());

    try (Stream<Transaction> rows = gateway.transactions().on(DAY)) {
      assertThat(iamport.arrived()).isEmpty();
      Iterator<Transaction> each = rows.iterator();
      assertThat(each.next().paymentId()).isEqualTo(PaymentId.of("imp_1"));
    }
    assertThat(iamport.arrived()).containsExactly(target("paid", START, END));
  }

  @Test
  void dayLongAgo_isReadInStepsOfNinetyDays() {
    iamport.serve(page());
    LocalDate longAgo = DAY.minusDays(200);
    assertThat(gateway.transactions().on(longAgo)).isEmpty();

    assertThat(iamport.arrived()).hasSize(4).filteredOn(t -> t.contains("cancelled")).hasSize(3);
  }

  @Test
  void listThatCanNotBeRead_isNoEmptyDay() {
    iamport.serve(page(paid("imp_1", START)), page(paid("imp_2", START).with("amount", "\"x\"")));
    assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(this::read);

    iamport.serve(page(), FakeIamport.refusal(401, -1, "Unauthorized"));
    assertThatExceptionOfType(AuthenticationException.class).isThrownBy(this::read);
  }

  @Test
  void dayBefore1970_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gateway.transactions().on(LocalDate.of(1969, 12, 31)));
    assertThat(iamport.arrived()).isEmpty();
  }
}
