package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeded random stories with faults, and what the SDK says of each held against the ledger. */
@Timeout(120)
class MoneyHistoryTest {
  private static final int HISTORIES = Integer.getInteger("pgsdk.histories", 150);
  private static final long FIRST_SEED = Long.getLong("pgsdk.seed", 1);

  @ParameterizedTest
  @EnumSource
  void whateverHappens_theSdkSaysNothingTheLedgerDenies(Shop shop) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      History history = new History(shop, seed);
      try {
        history.play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + " at " + shop + ": " + history.steps, e);
      }
    }
  }

  /** One order's story, told by two servers of the shop in turn. */
  private static final class History {
    final List<String> steps = new ArrayList<>();

    private final Shop shop;
    private final SplittableRandom random;
    private final OrderId order;
    private final List<Refund> refunds = new ArrayList<>();

    private Sandbox sandbox;
    private List<PaymentGateway> servers;
    private Money price;
    private PaymentId payment;

    History(Shop shop, long seed) {
      this.shop = shop;
      this.random = new SplittableRandom(seed);
      this.order = OrderId.of("order-" + seed + "-" + shop);
    }

    void play() {
      List<Switch> switches = new ArrayList<>();
      for (Switch each : Switch.values()) {
        // A repeated answer that isn't marked and is younger than a minute can't be told from a
        // first one: a payment confirmed, cancelled and confirmed again within it is called paid.
        if (each != Switch.TOSS_REPLAY_UNMARKED && random.nextInt(4) == 0) {
          switches.add(each);
        }
      }
      price = Money.krw(1_000L * (1 + random.nextInt(50)));
      steps.add(price + " " + switches);
      sandbox = Sandbox.builder().switches(switches.toArray(Switch[]::new)).start();
      servers = List.of(open(), open());
      try {
        payment = shop.checkout(sandbox, order, price).paymentId();
        int acts = 3 + random.nextInt(8);
        for (int i = 0; i < acts; i++) {
          act();
          checkLedger();
        }
        settle();
      } finally {
        servers.forEach(PaymentGateway::close);
        sandbox.close();
      }
    }

    private PaymentGateway open() {
      return shop.open(
          sandbox,
          HttpOptions.builder()
              .deadline(Duration.ofSeconds(20))
              .retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2))));
    }

    private PaymentGateway server() {
      return servers.get(random.nextInt(servers.size()));
    }

    private Ledger ledger() {
      return shop.server(sandbox).ledger(payment);
    }

    private void act() {
      if (random.nextInt(3) > 0) {
        fault();
      }
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> confirm(price);
        case 3 -> confirm(Money.krw(price.amount().longValue() + 1));
        case 4, 5 -> cancel(new Refund(newRequest()));
        case 6 -> {
          if (!refunds.isEmpty()) {
            cancel(refunds.get(random.nextInt(refunds.size())));
          }
        }
        default -> consoleOrClock();
      }
    }

    private void consoleOrClock() {
      Money held = ledger().captured().minus(ledger().refunded());
      if (random.nextBoolean() || held.amount().longValue() < 500) {
        Duration passed = Duration.ofMinutes(random.nextInt(40));
        steps.add("clock +" + passed);
        sandbox.clock().advance(passed);
      } else {
        steps.add("console cancels 500");
        try {
          shop.server(sandbox).cancelInConsole(payment, Money.krw(500));
        } catch (IllegalStateException e) {
          steps.add("refused: a refund is under way");
        }
      }
    }

    private void fault() {
      int kind = random.nextInt(15);
      Fault fault =
          switch (kind) {
            case 0 -> Fault.cutBeforeRead();
            case 1 -> Fault.cutAfterRead();
            case 2 -> Fault.answerLost();
            case 3 -> Fault.cutInBody();
            case 4 -> Fault.truncatedBody();
            case 5 -> Fault.status(500).executed();
            case 6 -> Fault.status(503);
            case 7 -> Fault.status(409);
            case 8 -> Fault.status(429).retryAfter(Duration.ZERO);
            case 9 -> Fault.html(502);
            case 10 -> Fault.html(200).executed();
            case 11 -> Fault.empty(200);
            case 12 -> Fault.redirect(307, "/elsewhere");
            case 13 -> Fault.status(401);
            default -> Fault.closeAfterAnswer();
          };
      String method = random.nextInt(3) == 0 ? "GET" : "POST";
      int times = 1 + random.nextInt(4);
      steps.add(times + "x fault " + kind + " on " + method);
      shop.server(sandbox).inject(fault.on(method, "/").times(times));
    }

    private void confirm(Money expected) {
      Ledger before = ledger();
      ConfirmRequest.Builder request = ConfirmRequest.builder(payment, order, expected);
      if (random.nextInt(4) == 0) {
        request.onMismatch(OnMismatch.CANCEL);
      }
      try {
        Confirmation said = server().confirm(request.build());
        steps.add("confirm " + expected + ": " + said);
        judge(said, expected);
      } catch (OutcomeUnknownException e) {
        steps.add("confirm " + expected + ": in doubt");
        assertThat(e.lookup()).isEqualTo(PaymentLookup.byPaymentId(payment));
      } catch (PaymentException e) {
        steps.add("confirm " + expected + ": " + e);
        assertThat(ledger().entries()).hasSameSizeAs(before.entries());
      }
    }

    private void judge(Confirmation said, Money expected) {
      Ledger ledger = ledger();
      boolean paid = ledger.captures() == 1 && ledger.refunds() == 0;
      if (said instanceof Confirmed) {
        assertThat(paid).as("confirmed").isTrue();
        assertThat(expected).isEqualTo(price);
      } else if (said instanceof NotConfirmed refused
          && refused.moneyHeld() != MoneyHeld.UNKNOWN
          // A refusal of this amount says nothing of what another amount captured since.
          && (refused.reason() != Reason.REFUSED || expected.equals(price))) {
        boolean held = !ledger.captured().equals(ledger.refunded());
        assertThat(refused.moneyHeld() == MoneyHeld.YES).as("money held").isEqualTo(held);
      }
    }

    private CancelRequest newRequest() {
      if (random.nextInt(3) == 0) {
        return CancelRequest.full(payment, "all").build();
      }
      Money part = Money.krw(100L * (1 + random.nextInt(20)));
      CancelRequest.Builder request = CancelRequest.partial(payment, part, "part");
      return random.nextBoolean() ? request.orderId(order).build() : request.build();
    }

    private void cancel(Refund refund) {
      if (!refunds.contains(refund)) {
        refunds.add(refund);
      }
      Ledger before = ledger();
      try {
        Cancellation said = server().cancel(refund.request);
        steps.add("cancel " + refund.request + ": " + said);
        int now = ledger().refunds() - before.refunds();
        refund.executed += now;
        if (said instanceof Cancelled) {
          assertThat(refund.executed).as("refunds by this request").isEqualTo(1);
        } else if (said instanceof AlreadyCancelled) {
          assertThat(now).as("refunds by a call that found it done").isZero();
        }
      } catch (OutcomeUnknownException e) {
        steps.add("cancel " + refund.request + ": in doubt");
        refund.executed += ledger().refunds() - before.refunds();
        refund.request = e.pendingCancel().orElseThrow();
      } catch (IllegalArgumentException | PaymentException e) {
        steps.add("cancel " + refund.request + ": " + e);
        assertThat(ledger().refunds()).as("refunds by a refused call").isEqualTo(before.refunds());
      }
      assertThat(refund.executed).as("refunds by one request").isLessThanOrEqualTo(1);
    }

    private void checkLedger() {
      Ledger ledger = ledger();
      assertThat(ledger.captures()).as("captures").isLessThanOrEqualTo(1);
      assertThat(ledger.refunded().isMoreThan(ledger.captured())).as("over-refund").isFalse();
    }

    /** The faults stop: what was in doubt is handed in again, and every answer is the truth. */
    private void settle() {
      shop.server(sandbox).clearFaults();
      shop.server(sandbox).settleRefunds(payment);
      steps.add("settled");
      for (Refund refund : refunds) {
        cancel(refund);
        checkLedger();
      }
      confirm(price);
    }
  }

  /** One refund a shop means to make, through all the requests it takes. */
  private static final class Refund {
    CancelRequest request;
    int executed;

    Refund(CancelRequest request) {
      this.request = request;
    }
  }
}
