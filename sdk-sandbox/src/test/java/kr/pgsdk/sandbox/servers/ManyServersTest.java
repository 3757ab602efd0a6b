package kr.pgsdk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three servers of a shop over one database, each a JVM of its own that is killed at random, and
 * started again; both gateways fail now and then. Buyers pay, their redirects and webhooks come
 * twice and to any server, one refund is asked of several. In the end the shop's own table, the
 * store and the gateways' ledgers agree. {@code -Dpgsdk.servers.orders=2000} plays more orders on
 * each database, {@code -Dpgsdk.seed=…} other ones.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ManyServersTest {
  private static final int ORDERS = Integer.getInteger("pgsdk.servers.orders", 100);
  private static final long SEED = Long.getLong("pgsdk.seed", new SecureRandom().nextLong());
  private static final int BUYERS_AT_ONCE = 8;
  private static final int MOST_REQUESTS_BETWEEN_KILLS = 50;

  /** A deposit whose webhook was lost is looked for when its week is over. */
  private static final List<Duration> PAUSES =
      Stream.of(1, 1, 24 * 8, 1, 1, 1).map(Duration::ofHours).toList();

  private static final int FEWEST_PAUSES = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void serversDieAtRandom_everyOrderIsDeliveredOnce_andEveryRefundMadeOnce(Database database)
      throws Exception {
    String url = database.create();
    DataSource source = Pool.of(Database.source(url), 4);
    Tables.create(source);
    try (Sandbox sandbox = Sandbox.builder().random(random.split()).start();
        Fleet fleet = new Fleet(sandbox, url)) {
      long start = System.nanoTime();
      List<Customer> customers = play(sandbox, fleet);
      long played = System.nanoTime();
      String summary = settle(sandbox, fleet, source, customers);
      System.out.printf(
          "%s, seed %d: %d orders, %d kills, %s; %d s played, %d s settled%n",
          database,
          SEED,
          ORDERS,
          fleet.kills(),
          summary,
          TimeUnit.NANOSECONDS.toSeconds(played - start),
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - played));
    }
  }

  private List<Customer> play(Sandbox sandbox, Fleet fleet) throws Exception {
    misbehave(sandbox.toss(), fleet);
    misbehave(sandbox.iamport(), fleet);
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      customers.add(new Customer(sandbox, fleet, random.split(), i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS_AT_ONCE + 1);
    try {
      SplittableRandom moments = random.split();
      Future<?> killer =
          threads.submit(
              () -> {
                fleet.killAtRandom(moments, MOST_REQUESTS_BETWEEN_KILLS);
                return null;
              });
      List<Future<?>> buying = new ArrayList<>();
      customers.forEach(customer -> buying.add(threads.submit(customer::run)));
      for (Future<?> one : buying) {
        one.get();
      }
      fleet.spare();
      killer.get();
    } finally {
      threads.shutdownNow();
    }
    sandbox.toss().clearFaults();
    sandbox.iamport().clearFaults();
    return customers;
  }

  /** Each request is counted; one in twelve meets a fault. */
  private void misbehave(SandboxGateway gateway, Fleet fleet) {
    SplittableRandom chance = random.split();
    gateway.inject(
        Fault.status(500)
            .when(
                request -> {
                  fleet.observe();
                  return false;
                })
            .always());
    for (Fault fault :
        List.of(
            Fault.of(FaultKind.ANSWER_LOST),
            Fault.of(FaultKind.CUT_AFTER_READ),
            Fault.status(500),
            Fault.status(500).executed())) {
      gateway.inject(fault.when(request -> oneIn(chance, 48)).always());
    }
  }

  private static boolean oneIn(SplittableRandom chance, int many) {
    synchronized (chance) {
      return chance.nextInt(many) == 0;
    }
  }

  /** The faults have stopped: hours pass, and the servers resume. */
  private static String settle(
      Sandbox sandbox, Fleet fleet, DataSource source, List<Customer> customers) throws Exception {
    assertThat(fleet.askAll("/quiet")).containsOnly("quiet");
    sandbox.toss().awaitIdle(LONGEST_WAIT);
    sandbox.iamport().awaitIdle(LONGEST_WAIT);
    try (PaymentGateway toss = Gateways.toss(sandbox).build();
        PaymentGateway iamport = Gateways.iamport(sandbox).build();
        DurablePayments views =
            DurablePayments.builder(
                    JdbcPaymentStore.builder(source).build(), (event, delivery) -> {})
                .account(ShopServer.TOSS, toss)
                .account(ShopServer.IAMPORT, iamport)
                .build()) {
      int pauses = 0;
      Audit audit;
      do {
        Tables.pass(source, PAUSES.get(pauses));
        List<String> resumed = fleet.askAll("/resume");
        assertThat(resumed).as(fleet.printed()).allMatch(one -> one.startsWith("Resumed"));
        audit = new Audit(source, views);
        pauses++;
      } while (pauses < FEWEST_PAUSES
          || pauses < PAUSES.size()
              && !customers.stream().map(customer -> customer.order).allMatch(audit::isOver));
      long held = 0;
      for (Customer customer : customers) {
        held += audit.check(customer.order, customer.gateway(), customer.story());
      }
      return "%d won held, on the list %s, %d pauses"
          .formatted(held, audit.listed(), pauses);
    }
  }
}
