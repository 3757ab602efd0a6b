package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurableListener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Resumed;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.durable.store.PaymentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler that takes its time holds its order's row, and keeps no webhook waiting. */
@Tag("slow")
@Timeout(300)
class DurableSlowHandlerTest {
  private final OrderId order = OrderId.random();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch inHandler = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private Sandbox sandbox;

  /** A kind of store. */
  enum Stores {
    MEMORY,
    H2,
    POSTGRESQL,
    MARIADB;

    PaymentStore open() {
      if (this == MEMORY) {
        return MemoryPaymentStore.create();
      }
      JdbcPaymentStore store =
          JdbcPaymentStore.builder(Pool.of(Database.valueOf(name()).open(), 4)).build();
      store.createSchema();
      return store;
    }
  }

  static Stream<Arguments> worlds() {
    return Stream.of(Stores.values())
        .flatMap(store -> Stream.of(Shop.values()).map(at -> Arguments.of(store, at)));
  }

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    goOn.countDown();
    sandbox.close();
  }

  private void handle(PaymentEvent event, Delivery delivery) throws InterruptedException {
    inHandler.countDown();
    if (!goOn.await(100, TimeUnit.SECONDS)) {
      throw new IllegalStateException("somebody waited for the handler to end");
    }
    told.add(event.getClass().getSimpleName() + " " + event.now().held());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void itStandsStill_webhooksOfItsOrderAreNotedMeanwhile_andLookedInto(Stores store, Shop at)
      throws Exception {
    try (PaymentGateway gateway = at.open(sandbox, HttpOptions.builder());
        DurablePayments payments =
            DurablePayments.builder(store.open(), this::handle).account("main", gateway).build()) {
      payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      Thread buyer = new Thread(() -> payments.returned(DurableShop.back(at, back)));
      buyer.start();
      assertThat(inHandler.await(100, TimeUnit.SECONDS)).isTrue();

      at.server(sandbox).cancelInConsole(back.paymentId(), Money.krw(5_000));
      for (int i = 0; i < 3; i++) {
        assertThat(payments.notified(DurableShop.webhook(at, back))).isEqualTo(200);
      }
      assertThat(told).isEmpty();
      goOn.countDown();
      buyer.join();
      assertThat(told).containsExactly("OrderPaid 15000 KRW");

      payments.resume(Duration.ofSeconds(20));
      assertThat(told).containsExactly("OrderPaid 15000 KRW", "MoneyReturned 10000 KRW");
      assertThat(payments.stats().due()).isZero();
    }
  }

  /** What became of a buyer who came meanwhile, and of the shop's own calls. */
  private record Meanwhile(Arrival again, Checkout opened, Closing closed, Resumed resumed) {}

  private Meanwhile cameMeanwhile(DurablePayments payments, UntrustedReturn back) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      OpenOrder open = OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build();
      Future<Arrival> again = threads.submit(() -> payments.returned(back));
      Future<Checkout> opened = threads.submit(() -> payments.open(open));
      Future<Closing> closed = threads.submit(() -> payments.close(order, "changed my mind"));
      Future<Resumed> resumed = threads.submit(() -> payments.resume(Duration.ofSeconds(20)));
      return new Meanwhile(again.get(), opened.get(), closed.get(), resumed.get());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each waits for a lock's whole patience. */
  private static Stream<Arguments> aShopAtEachOtherDatabase() {
    return Stream.of(
        Arguments.of(Stores.MEMORY, Shop.IAMPORT),
        Arguments.of(Stores.H2, Shop.TOSS),
        Arguments.of(Stores.MARIADB, Shop.IAMPORT));
  }

  @Test
  void itStandsStill_whoComesMeanwhileIsAnsweredHonestly_andNobodyFails() throws Exception {
    whoComesMeanwhileIsAnsweredHonestly(Stores.POSTGRESQL, Shop.TOSS);
  }

  @ParameterizedTest
  @MethodSource("aShopAtEachOtherDatabase")
  void itStandsStill_atAnotherDatabase_whoComesMeanwhileIsAnsweredHonestly(Stores store, Shop at)
      throws Exception {
    whoComesMeanwhileIsAnsweredHonestly(store, at);
  }

  private void whoComesMeanwhileIsAnsweredHonestly(Stores store, Shop at) throws Exception {
    List<String> postponed = new CopyOnWriteArrayList<>();
    DurableListener listener =
        new DurableListener() {
          @Override
          public void postponed(String subject, Throwable why) {
            postponed.add(subject + ": " + why);
          }
        };
    try (PaymentGateway gateway = at.open(sandbox, HttpOptions.builder());
        DurablePayments payments =
            DurablePayments.builder(store.open(), this::handle)
                .account("main", gateway)
                .listener(listener)
                .build()) {
      payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      Thread buyer = new Thread(() -> payments.returned(DurableShop.back(at, back)));
      buyer.start();
      assertThat(inHandler.await(100, TimeUnit.SECONDS)).isTrue();
      payments.notified(DurableShop.webhook(at, back)); // so that resume has work

      Meanwhile meanwhile = cameMeanwhile(payments, DurableShop.back(at, back));
      goOn.countDown();
      buyer.join();

      assertThat(meanwhile.again()).isInstanceOf(Arrival.Paid.class);
      assertThat(meanwhile.opened()).isInstanceOf(Checkout.Paid.class);
      assertThat(meanwhile.closed()).isEqualTo(Closing.PAID);
      assertThat(meanwhile.resumed().failed()).isZero();
      assertThat(postponed).isEmpty();
      assertThat(told).containsExactly("OrderPaid 15000 KRW");
      assertThat(payments.order(order).orElseThrow().handlerError()).isEmpty();
    }
  }

  /** Iamport's checkout captures; what came meanwhile is found by its note alone. */
  @Test
  void itStandsStill_aSecondPaymentThatComesBackMeanwhile_isNotedAndFound() throws Exception {
    Shop at = Shop.IAMPORT;
    try (PaymentGateway gateway = at.open(sandbox, HttpOptions.builder());
        DurablePayments payments =
            DurablePayments.builder(Stores.POSTGRESQL.open(), this::handle)
                .account("main", gateway)
                .build()) {
      payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      IamportBuyer windows = sandbox.buyer().onIamport();
      BrowserReturn first = windows.abandon(order, DurableShop.PRICE);
      BrowserReturn second = windows.abandon(order, DurableShop.PRICE);
      windows.payAfterAll(first.paymentId());
      Thread buyer = new Thread(() -> payments.returned(DurableShop.back(at, first)));
      buyer.start();
      assertThat(inHandler.await(100, TimeUnit.SECONDS)).isTrue();

      windows.payAfterAll(second.paymentId());
      assertThat(payments.returned(DurableShop.back(at, second)))
          .isInstanceOf(Arrival.UnderWay.class);
      goOn.countDown();
      buyer.join();
      payments.resume(Duration.ofSeconds(20));
      assertThat(told).containsExactly("OrderPaid 15000 KRW", "DuplicatePayment 30000 KRW");
    }
  }
}
