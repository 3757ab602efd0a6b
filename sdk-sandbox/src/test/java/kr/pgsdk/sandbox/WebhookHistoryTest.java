package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.PaymentInbox;
import kr.pgsdk.core.webhook.Reception;
import kr.pgsdk.core.webhook.ReplayGuard;
import kr.pgsdk.core.webhook.UntrustedPayment;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random lives of payments, whose webhooks arrive late, several times, shuffled, and from several
 * threads while the payment moves on: the shop hears of each state at most once, never of an older
 * one after a newer one, and in the end of the last.
 */
@Timeout(120)
class WebhookHistoryTest {
  private static final int HISTORIES = 40;
  private static final int THREADS = 4;
  private static final Money PRICE = Money.krw(15_000);

  @ParameterizedTest
  @EnumSource
  void shopHearsOfEachStateOnce_inOrder_andOfTheLast(Shop shop) throws Exception {
    long seed = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Sandbox sandbox = Sandbox.builder().random(new SplittableRandom(seed)).start();
        PaymentGateway gateway = shop.open(sandbox, HttpOptions.builder())) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int history = 0; history < HISTORIES; history++) {
        new History(shop, sandbox, gateway, threads, random.split())
            .play("seed " + seed + ", history " + history);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static final class History {
    private final Shop shop;
    private final Sandbox sandbox;
    private final PaymentGateway gateway;
    private final ExecutorService threads;
    private final SplittableRandom random;
    private final OrderId order = OrderId.random();
    private final List<Payment> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<UntrustedPayment> sent = new ArrayList<>();
    private final List<Future<Reception>> receptions = new ArrayList<>();
    private final PaymentInbox inbox;
    private int failuresLeft;

    History(
        Shop shop,
        Sandbox sandbox,
        PaymentGateway gateway,
        ExecutorService threads,
        SplittableRandom random) {
      this.shop = shop;
      this.sandbox = sandbox;
      this.gateway = gateway;
      this.threads = threads;
      this.random = random;
      this.failuresLeft = random.nextInt(3);
      this.inbox =
          PaymentInbox.of(gateway, ReplayGuard.inMemory(), id -> Optional.of(PRICE), this::hear);
    }

    /** One thread at a time is in here for an order: the guard's promise. */
    private void hear(Confirmation outcome) {
      if (failuresLeft > 0) {
        failuresLeft--;
        throw new IllegalStateException("the shop's database is away");
      }
      heard.add(
          outcome instanceof Confirmed paid
              ? paid.payment()
              : outcome instanceof AwaitingDeposit waiting
                  ? waiting.payment()
                  : ((NotConfirmed) outcome).payment().orElseThrow());
    }

    void play(String description) throws Exception {
      boolean byAccount = random.nextBoolean();
      BrowserReturn back =
          byAccount
              ? shop.chooseVirtualAccount(sandbox, order, PRICE)
              : shop.checkout(sandbox, order, PRICE);
      gateway.confirm(ConfirmRequest.builder(back.paymentId(), order, PRICE).build());
      deliver(back);
      if (byAccount) {
        shop.deposit(sandbox, back.paymentId());
        deliver(back);
      }
      for (int cancels = random.nextInt(4), left = 15_000; cancels > 0 && left > 0; cancels--) {
        int amount = Math.min(left, 1_000 * random.nextInt(1, 12));
        left -= amount;
        shop.server(sandbox).cancelInConsole(back.paymentId(), Money.krw(amount));
        deliver(back);
      }
      for (Future<Reception> reception : receptions) {
        try {
          reception.get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).as(description).hasMessage("the shop's database is away");
        }
      }
      failuresLeft = 0;
      // The gateway sends again what wasn't answered with 200.
      Reception last = inbox.receive(sent.get(sent.size() - 1));
      assertThat(last).as(description).isIn(Reception.HANDLED, Reception.REPEATED);
      for (UntrustedPayment again : sent) {
        assertThat(inbox.receive(again)).as(description).isEqualTo(Reception.REPEATED);
      }
      check(description);
    }

    /** Sends what the gateway sends now, and some of what it sent before. */
    private void deliver(BrowserReturn back) {
      for (SandboxWebhook webhook : shop.server(sandbox).webhooks(back.paymentId())) {
        sent.add(WebhookTest.named(shop, webhook));
      }
      for (int times = random.nextInt(4); times > 0 && !sent.isEmpty(); times--) {
        UntrustedPayment any = sent.get(random.nextInt(sent.size()));
        receptions.add(threads.submit(() -> inbox.receive(any)));
      }
    }

    private void check(String description) {
      BigDecimal cancelled = BigDecimal.ZERO;
      List<String> states = new ArrayList<>();
      for (Payment payment : heard) {
        assertThat(payment.cancelled().amount()).as(description).isGreaterThanOrEqualTo(cancelled);
        cancelled = payment.cancelled().amount();
        states.add(payment.status().known() + " " + payment.cancelled());
      }
      assertThat(states).as(description).doesNotHaveDuplicates();
      Payment now = gateway.find(PaymentLookup.byOrderId(order)).orElseThrow();
      assertThat(states.get(states.size() - 1))
          .as(description)
          .isEqualTo(now.status().known() + " " + now.cancelled());
    }
  }
}
