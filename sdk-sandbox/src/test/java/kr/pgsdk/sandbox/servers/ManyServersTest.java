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
import kr.pgsdk.durable.database.MortalServer;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three servers of a shop over one database, each a JVM of its own that is killed at random, and
 * started again; both gateways fail now and then. Buyers pay, their redirects and webhooks come
 * twice and to any server, one refund is asked of several. In the end the shop's own table, the
 * store and the gateways' ledgers agree. {@code -Dpgsdk.servers.orders=2000} plays so many orders
 * on each database, and a fifth of them while the database's server itself is killed; {@code
 * -Dpgsdk.servers.rounds=6} plays so often, each round with the next seed; {@code -Dpgsdk.seed=…}
 * plays those of a seed. Which of two threads comes first is the machine's choice, so a seed that
 * failed may pass.
 */
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class ManyServersTest {
  private static final int ORDERS = Integer.getInteger("pgsdk.servers.orders", 200);
  private static final int ROUNDS = Integer.getInteger("pgsdk.servers.rounds", 1);
  private static final long SEED = Long.getLong("pgsdk.seed", new SecureRandom().nextLong());
  private static final int BUYERS_AT_ONCE = 8;
  private static final int MOST_REQUESTS_BETWEEN_DEATHS = 50;

  /** A deposit whose webhook was lost is looked for when its week is over. */
  private static final List<Duration> PAUSES =
      Stream.of(1, 1, 24 * 8, 1, 1, 1).map(Duration::ofHours).toList();

  private static final int FEWEST_PAUSES = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private SplittableRandom random = new SplittableRandom(SEED);

  private interface Round {
    void play(long seed) throws Exception;
  }

  private void eachRound(Round each) throws Exception {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      random = new SplittableRandom(seed);
      try {
        each.play(seed);
      } catch (Exception | AssertionError e) {
        throw new AssertionError("-Dpgsdk.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void serversDieAtRandom_everyOrderIsDeliveredOnce_andEveryRefundMadeOnce(Database database)
      throws Exception {
    eachRound(
        seed -> {
          try (Sandbox sandbox = Sandbox.builder().random(random.split()).start()) {
            String url = database.create();
            Tables.create(Database.source(url));
            try (Fleet fleet = new Fleet(sandbox, url)) {
              play(database + ", seed " + seed, sandbox, fleet, url, ORDERS, fleet::killSome);
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  @EnabledIfSystemProperty(named = "pgsdk.servers.orders", matches = "[0-9]+")
  void theDatabaseServerDiesAtRandom_everyOrderIsDeliveredOnce_andEveryRefundMadeOnce(
      Database database) throws Exception {
    eachRound(
        seed -> {
          try (Sandbox sandbox = Sandbox.builder().random(random.split()).start();
              MortalServer server = database.mortal()) {
            Tables.create(Database.source(server.url()));
            try (Fleet fleet = new Fleet(sandbox, server.url())) {
              Fleet.Death death =
                  unused -> {
                    server.kill();
                    server.await();
                  };
              String name = "server of " + database + ", seed " + seed;
              play(name, sandbox, fleet, server.url(), ORDERS / 5, death);
            }
          }
        });
  }

  private void play(
      String name, Sandbox sandbox, Fleet fleet, String url, int orders, Fleet.Death death)
      throws Exception {
    long start = System.nanoTime();
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      customers.add(new Customer(sandbox, fleet, random.split(), i));
    }
    int deaths = buy(sandbox, fleet, customers, death);
    long bought = System.nanoTime();
    String summary = settle(sandbox, fleet, Pool.of(Database.source(url), 4), customers);
    System.out.printf(
        "%s: %d orders, %d deaths, %s; %d s bought, %d s settled%n",
        name,
        orders,
        deaths,
        summary,
        TimeUnit.NANOSECONDS.toSeconds(bought - start),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - bought));
  }

  private int buy(Sandbox sandbox, Fleet fleet, List<Customer> customers, Fleet.Death death)
      throws Exception {
    misbehave(sandbox.toss(), fleet);
    misbehave(sandbox.iamport(), fleet);
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS_AT_ONCE + 1);
    try {
      SplittableRandom moments = random.split();
      Future<Integer> deaths =
          threads.submit(() -> fleet.atRandom(moments, MOST_REQUESTS_BETWEEN_DEATHS, death));
      List<Future<?>> buying = new ArrayList<>();
      customers.forEach(customer -> buying.add(threads.submit(customer::run)));
      for (Future<?> one : buying) {
        one.get();
      }
      fleet.spare();
      return deaths.get();
    } finally {
      threads.shutdownNow();
      sandbox.toss().clearFaults();
      sandbox.iamport().clearFaults();
    }
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
      return "%d won held, on the list %s, %d pauses".formatted(held, audit.listed(), pauses);
    }
  }
}
