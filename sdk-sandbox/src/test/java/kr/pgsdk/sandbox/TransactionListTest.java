package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportOpener;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.PortOneOpener;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gateway's list says of a day is what its ledger says of that day. */
@Timeout(120)
class TransactionListTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final Money PRICE = Money.krw(15_000);
  private static final Money PART = Money.krw(4_000);

  private final Sandbox sandbox =
      Sandbox.builder().clock(Clock.fixed(at(FIRST, 10, 0, 0), ZoneOffset.UTC)).start();

  private final List<PaymentId> payments = new ArrayList<>();
  private final List<PaymentGateway> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(PaymentGateway::close);
    sandbox.close();
  }

  private static Instant at(LocalDate day, int hour, int minute, int second) {
    return day.atTime(hour, minute, second).atZone(SEOUL).toInstant();
  }

  private void waitUntil(Instant time) {
    sandbox.clock().advance(Duration.between(sandbox.clock().instant(), time));
  }

  /** On the sandbox's clock. */
  private Environment environment() {
    return new Environment(sandbox.clock(), System::nanoTime, (pause, closed) -> {}, () -> 0L);
  }

  private IamportGateway iamport(boolean acceptTestPayments) {
    IamportGateway gateway =
        IamportOpener.in(
                Gateways.iamport(sandbox).acceptTestPayments(acceptTestPayments), environment())
            .build();
    opened.add(gateway);
    return gateway;
  }

  private TossGateway toss() {
    TossGateway gateway = TossOpener.in(Gateways.toss(sandbox), environment()).build();
    opened.add(gateway);
    return gateway;
  }

  private PortOneGateway portOne() {
    PortOneGateway gateway = PortOneOpener.in(Gateways.portOne(sandbox), environment()).build();
    opened.add(gateway);
    return gateway;
  }

  private PaymentGateway open(Shop shop) {
    return switch (shop) {
      case IAMPORT -> iamport(false);
      case TOSS -> toss();
      case PORTONE -> portOne();
    };
  }

  private static TransactionList list(PaymentGateway gateway) {
    if (gateway instanceof PortOneGateway portOne) {
      return portOne.transactions();
    }
    return gateway instanceof TossGateway toss
        ? toss.transactions()
        : ((IamportGateway) gateway).transactions();
  }

  private PaymentId paid(Shop shop, PaymentGateway gateway) {
    BrowserReturn back = shop.checkout(sandbox, OrderId.random(), PRICE);
    gateway.confirm(ConfirmRequest.builder(back.paymentId(), back.orderId(), PRICE).build());
    return added(back);
  }

  private PaymentId account(Shop shop, PaymentGateway gateway) {
    BrowserReturn back = shop.chooseVirtualAccount(sandbox, OrderId.random(), PRICE);
    gateway.confirm(ConfirmRequest.builder(back.paymentId(), back.orderId(), PRICE).build());
    return added(back);
  }

  private PaymentId added(BrowserReturn back) {
    payments.add(back.paymentId());
    return back.paymentId();
  }

  private void cancel(PaymentGateway gateway, PaymentId id) {
    gateway.cancel(CancelRequest.partial(id, PART, "returned").build());
  }

  private static List<String> listed(PaymentGateway gateway, LocalDate day) {
    try (Stream<Transaction> rows = list(gateway).on(day)) {
      return rows.map(
              row -> row.paymentId() + " " + row.kind() + " " + row.amount() + " " + row.at())
          .toList();
    }
  }

  private List<String> ledgers(Shop shop, LocalDate day) {
    List<String> rows = new ArrayList<>();
    for (PaymentId id : payments) {
      for (LedgerEntry entry : shop.server(sandbox).ledger(id).entries()) {
        boolean capture = entry.kind() == LedgerEntry.Kind.CAPTURE;
        if (entry.at().atZone(SEOUL).toLocalDate().equals(day)) {
          rows.add(id + (capture ? " CAPTURE " : " CANCEL ") + entry.amount() + " " + entry.at());
        }
      }
    }
    return rows;
  }

  /** Compares every day, and returns how many rows there were. */
  private int assertListsTellTheLedger(Shop shop, PaymentGateway gateway) {
    int rows = 0;
    LocalDate last = sandbox.clock().instant().atZone(SEOUL).toLocalDate().plusDays(1);
    for (LocalDate day = FIRST.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      List<String> expected = ledgers(shop, day);
      rows += expected.size();
      assertThat(listed(gateway, day))
          .as("%s of %s", shop, day)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void eachDayHasWhatMovedOnIt_whateverBecameOfThePaymentLater(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId partly = paid(shop, gateway);
    PaymentId wholly = paid(shop, gateway);
    PaymentId kept = paid(shop, gateway);
    PaymentId account = account(shop, gateway);
    PaymentId closed = account(shop, gateway);
    added(shop.abandon(sandbox, OrderId.random(), PRICE));
    added(shop.checkoutWithRefusedCard(sandbox, OrderId.random(), PRICE));
    cancel(gateway, partly);

    waitUntil(at(FIRST, 23, 59, 59));
    PaymentId last = paid(shop, gateway);
    waitUntil(at(FIRST.plusDays(1), 0, 0, 0));
    PaymentId first = paid(shop, gateway);
    cancel(gateway, last);
    cancel(gateway, partly);
    gateway.cancel(CancelRequest.full(closed, "changed mind").build());
    shop.deposit(sandbox, account);

    waitUntil(at(FIRST.plusDays(3), 12, 0, 0));
    gateway.cancel(CancelRequest.full(wholly, "all").build());
    shop.server(sandbox).cancelInConsole(first, PART);
    shop.server(sandbox).cancelInConsole(first, PART);

    assertThat(assertListsTellTheLedger(shop, gateway)).isEqualTo(12);
    assertThat(listed(gateway, FIRST.plusDays(1)))
        .noneMatch(row -> row.startsWith(kept + " ") || row.startsWith(closed + " "));
  }

  @ParameterizedTest
  @EnumSource
  void hundredPaymentsAtRandom_areListedAsTheyMoved(Shop shop) {
    long seed = 13;
    Random random = new Random(seed);
    PaymentGateway gateway = open(shop);
    for (int step = 0; step < 250; step++) {
      PaymentId one = payments.isEmpty() ? null : payments.get(random.nextInt(payments.size()));
      if (one == null || random.nextInt(5) < 2) {
        paid(shop, gateway);
      } else if (PART.isMoreThan(left(shop, one))) {
        account(shop, gateway);
      } else if (random.nextBoolean()) {
        cancel(gateway, one);
      } else {
        shop.server(sandbox).cancelInConsole(one, PART);
      }
      sandbox.clock().advance(Duration.ofSeconds(random.nextInt(3_600)));
    }

    assertThat(assertListsTellTheLedger(shop, gateway)).as("seed %s", seed).isGreaterThan(150);
  }

  private Money left(Shop shop, PaymentId id) {
    Ledger ledger = shop.server(sandbox).ledger(id);
    return ledger.captured().minus(ledger.refunded());
  }

  @ParameterizedTest
  @EnumSource
  void row_hasOrderAndNumber_asTheLookupShowsThem(Shop shop) {
    PaymentGateway gateway = open(shop);
    PaymentId id = paid(shop, gateway);
    Payment payment = gateway.cancel(CancelRequest.partial(id, PART, "returned").build()).payment();

    try (Stream<Transaction> rows = list(gateway).on(FIRST)) {
      List<Transaction> both = rows.toList();
      assertThat(both)
          .extracting(row -> row.orderId().orElseThrow())
          .containsExactly(payment.orderId(), payment.orderId());
      assertThat(both)
          .filteredOn(row -> row.kind() == Transaction.Kind.CANCEL)
          .extracting(row -> row.id().orElseThrow())
          .containsExactly(payment.cancels().get(0).id().orElseThrow());
    }
  }

  @Test
  void tosssRefunds_areCancels_howeverTheirAmountsAreSigned() {
    sandbox.switches().on(Switch.TOSS_REFUND_TRANSACTIONS_ARE_NEGATIVE);
    TossGateway gateway = toss();
    cancel(gateway, paid(Shop.TOSS, gateway));

    assertThat(assertListsTellTheLedger(Shop.TOSS, gateway)).isEqualTo(2);
  }

  @Test
  void iamportsTestPayments_areListedOnlyWhereTheyCount() {
    sandbox.buyer().onIamport().payInTestChannel(OrderId.random(), PRICE);

    assertThat(listed(iamport(false), FIRST)).isEmpty();
    assertThat(listed(iamport(true), FIRST)).hasSize(1);
  }

  @Test
  void iamportsEmptyLists_alsoAs404_areAnEmptyDay() {
    sandbox.switches().on(Switch.IAMPORT_EMPTY_STATUS_LIST_IS_404);

    assertThat(listed(iamport(false), FIRST)).isEmpty();
  }
}
