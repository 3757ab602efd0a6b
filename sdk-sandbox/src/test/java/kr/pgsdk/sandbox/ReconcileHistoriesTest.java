package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.ReconciledShop.DAY;
import static kr.pgsdk.sandbox.ReconciledShop.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.Refund;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days of a shop at random: what is reported of each is what was done past the SDK on it. */
@Timeout(120)
class ReconcileHistoriesTest {
  private static final Money PART = Money.krw(1_000);
  private static final long SEED = 27;

  private final Random random = new Random(SEED);
  private final List<Paid> payments = new ArrayList<>();
  private final Map<LocalDate, List<String>> expected = new TreeMap<>();
  private ReconciledShop shop;

  /** A payment; the shop has opened its order, or hasn't. */
  private record Paid(BrowserReturn back, boolean ours) {}

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachDaysReport_isWhatWasDonePastTheSdk(Shop at) {
    shop = ReconciledShop.open(at);
    for (int step = 0; step < 100; step++) {
      step();
      shop.sandbox.clock().advance(Duration.ofSeconds(random.nextInt(3_600)));
      if (random.nextInt(10) == 0) {
        shop.resume();
      }
    }

    int rows = 0;
    LocalDate last = today().plusDays(1);
    for (int reading = 0; reading < 2; reading++) {
      for (LocalDate day = DAY.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
        List<String> reported = shop.differences(day).stream().map(this::line).toList();
        assertThat(reported)
            .as("%s, seed %s, reading %s of %s", at, SEED, reading, day)
            .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(day, List.of()));
        rows += reported.size();
      }
      shop.resume();
    }
    assertThat(rows).isGreaterThan(30);
    assertTheShopWasToldAll();
  }

  private String line(Discrepancy one) {
    return one.kind() + " " + one.paymentId();
  }

  private LocalDate today() {
    return shop.sandbox.clock().instant().atZone(ReconciledShop.SEOUL).toLocalDate();
  }

  private void expect(Discrepancy.Kind kind, PaymentId id) {
    expected.computeIfAbsent(today(), day -> new ArrayList<>()).add(kind + " " + id);
  }

  private void step() {
    Paid old = payments.isEmpty() ? null : payments.get(random.nextInt(payments.size()));
    switch (random.nextInt(6)) {
      case 0 -> payments.add(new Paid(shop.paid(), true));
      case 1 -> payments.add(new Paid(shop.capturedUnseen(shop.opened(), PRICE), true));
      case 2 -> unknown();
      case 3 -> refund(old);
      default -> console(old);
    }
  }

  private void unknown() {
    BrowserReturn back = shop.capturedUnseen(OrderId.random(), PRICE);
    payments.add(new Paid(back, false));
    expect(Discrepancy.Kind.UNKNOWN_CAPTURE, back.paymentId());
  }

  /** By the SDK: nothing of it is reported, also where the store learns of the payment by it. */
  private void refund(Paid paid) {
    if (paid == null || !paid.ours() || PART.isMoreThan(left(paid))) {
      return;
    }
    OrderId order = paid.back().orderId();
    if (shop.payments.order(order).orElseThrow().payments().isEmpty()) {
      return; // not seen yet: there is nothing to refund
    }
    String id = "r" + random.nextInt(1_000_000);
    shop.payments.refund(Refund.partial(id, order, PART, "returned").build());
  }

  private void console(Paid paid) {
    if (paid == null || PART.isMoreThan(left(paid))) {
      return;
    }
    shop.server().cancelInConsole(paid.back().paymentId(), PART);
    expect(
        paid.ours() ? Discrepancy.Kind.UNCLAIMED_REFUND : Discrepancy.Kind.UNKNOWN_REFUND,
        paid.back().paymentId());
  }

  private Money left(Paid paid) {
    Ledger ledger = shop.server().ledger(paid.back().paymentId());
    return ledger.captured().minus(ledger.refunded());
  }

  private void assertTheShopWasToldAll() {
    for (Paid paid : payments) {
      if (paid.ours()) {
        assertThat(shop.payments.order(paid.back().orderId()).orElseThrow())
            .matches(order -> order.delivered(), "delivered")
            .extracting(order -> order.payments().get(0).balance())
            .isEqualTo(left(paid));
      }
    }
  }
}
