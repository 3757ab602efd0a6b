package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random lives of payments, whose webhooks arrive late, several times, shuffled, and from several
 * threads while the payment moves on: the shop hears of each change once, in order, and of the last
 * one in the end.
 */
@Timeout(120)
class WebhookHistoryTest {
  private static final int HISTORIES = 40;
  private static final int THREADS = 4;
  private static final Money PRICE = Money.krw(15_000);
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofHours(2);

  @ParameterizedTest
  @EnumSource
  void shopHearsOfEachChangeOnce_inOrder_andOfTheLast(Shop shop) throws Exception {
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
    private final List<PaymentEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<UntrustedPayment> sent = new ArrayList<>();
    private final List<Future<?>> receptions = new ArrayList<>();
    private final DurablePayments payments;
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
      this.payments =
          DurablePayments.builder(MemoryPaymentStore.create(sandbox.clock()), this::hear)
              .account("main", gateway)
              .build();
    }

    /** One thread at a time is in here: it is a transaction. */
    private void hear(PaymentEvent event, Delivery delivery) {
      if (failuresLeft > 0) {
        failuresLeft--;
        throw new IllegalStateException("the stock is locked");
      }
      heard.add(event);
    }

    void play(String description) throws Exception {
      payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
      boolean byAccount = random.nextBoolean();
      BrowserReturn back =
          byAccount
              ? shop.chooseVirtualAccount(sandbox, order, PRICE)
              : shop.checkout(sandbox, order, PRICE);
      payments.returned(DurableShop.back(shop, back));
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
      for (Future<?> reception : receptions) {
        reception.get(100, TimeUnit.SECONDS);
      }
      failuresLeft = 0;
      shop.server(sandbox).settleRefunds(back.paymentId()); // what is on its way isn't back
      payments.notified(sent.get(sent.size() - 1));
      sandbox.clock().advance(LONGER_THAN_ANY_PAUSE);
      payments.resume(BUDGET);
      int told = heard.size();
      for (UntrustedPayment again : sent) {
        payments.notified(again);
        payments.resume(BUDGET);
      }
      assertThat(heard).as(description).hasSize(told);
      check(description);
    }

    /** Sends what the gateway sends now, and some of what it sent before. */
    private void deliver(BrowserReturn back) {
      for (SandboxWebhook webhook : shop.server(sandbox).webhooks(back.paymentId())) {
        sent.add(WebhookTest.named(shop, webhook));
      }
      for (int times = random.nextInt(4); times > 0 && !sent.isEmpty(); times--) {
        UntrustedPayment any = sent.get(random.nextInt(sent.size()));
        receptions.add(
            threads.submit(
                () -> {
                  payments.notified(any);
                  payments.resume(BUDGET);
                }));
      }
    }

    private void check(String description) {
      for (int i = 1; i < heard.size(); i++) {
        assertThat(heard.get(i).before())
            .as(description + ", event " + i)
            .isEqualTo(heard.get(i - 1).now());
      }
      List<String> states = new ArrayList<>();
      for (PaymentEvent event : heard) {
        states.add(event.getClass().getSimpleName() + " " + event.now());
      }
      assertThat(states).as(description).doesNotHaveDuplicates();
      Payment now = gateway.find(PaymentLookup.byOrderId(order)).orElseThrow();
      PaymentEvent last = heard.get(heard.size() - 1);
      assertThat(last.now().held()).as(description).isEqualTo(now.balance());
      assertThat(last.now().returned()).as(description).isEqualTo(now.cancelled());
    }
  }
}
