package kr.pgsdk.examples.shop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three servers of the shop over one database, each a JVM of its own that is killed at random
 * moments, and started again; both gateways fail now and then. Buyers order over HTTP, and each
 * request goes to any server: redirects and webhooks come twice, two tabs pay, refunds are asked
 * for twice. In the end the shop's tables and the gateways' ledgers agree to the won. {@code
 * -Dshop.servers.orders=500} plays so many buyers, on MariaDB half of them; {@code -Dshop.seed=…}
 * those of a seed.
 */
@Tag("slow")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class ShopServersTest {
  static final long STOCK = 100_000;

  private static final int SERVERS = 3;
  private static final int BUYERS = Integer.getInteger("shop.servers.orders", 40);
  private static final long SEED = Long.getLong("shop.seed", new SecureRandom().nextLong());
  private static final int BUYERS_AT_ONCE = 8;
  private static final int MOST_REQUESTS_BETWEEN_DEATHS = 40;

  /** A deposit whose webhook was lost is looked for when its week is over. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofHours(1), Duration.ofDays(8), Duration.ofHours(1), Duration.ofHours(1));

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void serversDieAtRandom_everyOrderIsDeliveredOnce_andEveryRefundMadeOnce(Database database)
      throws Exception {
    boolean postgresql = database == Database.POSTGRESQL;
    int buyers = postgresql ? BUYERS : BUYERS / 2;
    String url = database.create();
    Books books = new Books(Database.source(url));
    Stopwatch watch = new Stopwatch();
    try (Sandbox sandbox = Sandbox.builder().random(random.split()).start();
        Fleet fleet = new Fleet(sandbox, url, postgresql ? "pg" : "root", SERVERS)) {
      books.change("update shop_product set stock = ?", STOCK);
      List<Customer> customers = new ArrayList<>();
      for (int i = 0; i < buyers; i++) {
        customers.add(new Customer(sandbox, fleet, books, random.split()));
      }
      watch.lap("opened");
      int deaths = buy(sandbox, fleet, customers);
      watch.lap("bought");
      Audit audit = new Audit(sandbox, books);
      int pauses = settle(sandbox, fleet, books, audit);
      watch.lap("settled");
      long held = audit.check();
      String listed = new Operator(fleet, random).reads("/operator/attention");
      assertThat(listed).as("what waits for a person").doesNotContain("data-kind=");
      System.out.printf(
          "%s, seed %d: %d buyers, %d orders, %d deaths, %d won held, %d pauses;%s%n",
          database, SEED, buyers, books.orders().size(), deaths, held, pauses, watch);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + SEED + "," + watch + ": " + e.getMessage(), e);
    }
  }

  /** How long each part took. */
  private static final class Stopwatch {
    private final StringBuilder laps = new StringBuilder();
    private long last = System.nanoTime();

    void lap(String name) {
      long now = System.nanoTime();
      laps.append(" %d s %s".formatted(TimeUnit.NANOSECONDS.toSeconds(now - last), name));
      last = now;
    }

    @Override
    public String toString() {
      return laps.toString();
    }
  }

  private int buy(Sandbox sandbox, Fleet fleet, List<Customer> customers) throws Exception {
    misbehave(sandbox.toss(), fleet);
    misbehave(sandbox.iamport(), fleet);
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS_AT_ONCE + 1);
    try {
      SplittableRandom moments = random.split();
      Future<Integer> deaths =
          threads.submit(() -> fleet.killAtRandom(moments, MOST_REQUESTS_BETWEEN_DEATHS));
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

  /** All servers die, time passes, and they are started again: until nothing is to come. */
  private static int settle(Sandbox sandbox, Fleet fleet, Books books, Audit audit)
      throws IOException, InterruptedException {
    int pauses = 0;
    do {
      assertThat(pauses).as("unfinished: %s", audit.unfinished()).isLessThan(PAUSES.size());
      fleet.killAll();
      sandbox.toss().awaitIdle(LONGEST_WAIT);
      sandbox.iamport().awaitIdle(LONGEST_WAIT);
      books.pass(PAUSES.get(pauses));
      sandbox.clock().advance(PAUSES.get(pauses));
      fleet.startAll();
      pauses++;
    } while (!finishes(audit));
    return pauses;
  }

  /** Looks again and again whether the servers have done all there is to do. */
  private static boolean finishes(Audit audit) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!audit.isOver()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return true;
  }
}
