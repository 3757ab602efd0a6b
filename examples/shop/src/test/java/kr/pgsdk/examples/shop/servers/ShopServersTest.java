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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three servers of the shop over one database, each a JVM of its own that is killed at random
 * moments, and started again; the gateways fail now and then. Buyers order over HTTP, and each
 * request goes to any server: redirects and webhooks come twice, two tabs pay, refunds are asked
 * for twice. In the end the shop's tables and the gateways' ledgers agree to the won. {@code
 * -Dshop.servers.orders=500} plays so many buyers, on MariaDB half of them, {@code
 * -Dshop.servers.runs=20} all of it so often, each time with another seed, and {@code
 * -Dshop.seed=…} the buyers of a seed.
 */
class ShopServersTest {
  static final long STOCK = 100_000;

  private static final int RUNS = Integer.getInteger("shop.servers.runs", 1);
  private static final long SEED = Long.getLong("shop.seed", new SecureRandom().nextLong());
  private static final int BUYERS_AT_ONCE = 8;
  private static final int MOST_REQUESTS_BETWEEN_DEATHS = 40;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(100);

  /** What isn't finished by then waits for time to pass, or is finished after the next start. */
  private static final Duration ENOUGH_FOR_MOST = Duration.ofSeconds(8);

  /**
   * How much is played.
   *
   * @param servers how many there are
   * @param buyers how many come
   * @param lastingDeath whether one server is killed once, and stays dead; else all are, again and
   *     again
   * @param startedAgain how many servers finish it
   * @param pauses before each start: a deposit whose webhook was lost is looked for when its week
   *     is over, and what goes back to an account is there two days after it was sent
   */
  private record Play(
      int servers, int buyers, boolean lastingDeath, int startedAgain, List<Duration> pauses) {
    /** The start of a JVM is what costs, about five seconds of a processor. */
    static final Play SHORT =
        new Play(
            2, 6, true, 1, List.of(Duration.ofDays(8), Duration.ofDays(3), Duration.ofDays(3)));

    static Play whole(Database database) {
      int buyers = Integer.getInteger("shop.servers.orders", 40);
      return new Play(
          3,
          database == Database.POSTGRESQL ? buyers : buyers / 2,
          false,
          3,
          List.of(
              Duration.ofHours(1),
              Duration.ofDays(8),
              Duration.ofDays(3),
              Duration.ofDays(3),
              Duration.ofHours(1)));
    }
  }

  static Stream<Arguments> runs() {
    return Stream.of(Database.POSTGRESQL, Database.MARIADB)
        .flatMap(
            database ->
                IntStream.range(0, RUNS).mapToObj(run -> Arguments.of(database, SEED + run)));
  }

  @Tag("slow")
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  @ParameterizedTest
  @MethodSource("runs")
  void serversDieAtRandom_everyOrderIsDeliveredOnce_andEveryRefundMadeOnce(
      Database database, long seed) throws Exception {
    play(Play.whole(database), database, new SplittableRandom(seed), seed);
  }

  /** The same buyers each time: other seeds are for the whole play. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void oneServerDies_theOtherGoesOn_andAThirdFinishes() throws Exception {
    long seed = Long.getLong("shop.seed", 1);
    play(Play.SHORT, Database.POSTGRESQL, new SplittableRandom(seed), seed);
  }

  private static void play(Play play, Database database, SplittableRandom random, long seed)
      throws Exception {
    String url = database.create();
    Books books = new Books(Database.source(url));
    Stopwatch watch = new Stopwatch();
    String user = database == Database.POSTGRESQL ? "pg" : "root";
    List<Customer> customers = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.builder().random(random.split()).start();
        Fleet fleet = new Fleet(sandbox, url, user, play.servers())) {
      books.change("update shop_product set stock = ?", STOCK);
      for (int i = 0; i < play.buyers(); i++) {
        customers.add(new Customer(sandbox, fleet, books, random.split()));
      }
      watch.lap("opened");
      int deaths = buy(play, sandbox, fleet, customers, random);
      watch.lap("bought");
      Audit audit = new Audit(sandbox, books);
      int pauses = settle(play, sandbox, fleet, books, audit);
      watch.lap("settled");
      long held = audit.check();
      String listed = new Operator(fleet, random).reads("/operator/attention");
      assertThat(listed).as("what waits for a person").doesNotContain("data-kind=");
      System.out.printf(
          "%s, seed %d: %d buyers, %d orders, %d deaths, %d won held, %d pauses;%s%n",
          database, seed, play.buyers(), books.orders().size(), deaths, held, pauses, watch);
    } catch (AssertionError e) {
      List<String> stories = customers.stream().map(Customer::story).toList();
      throw new AssertionError(
          "seed %d,%s: %s%n%s".formatted(seed, watch, e.getMessage(), String.join("\n", stories)),
          e);
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

  private static int buy(
      Play play, Sandbox sandbox, Fleet fleet, List<Customer> customers, SplittableRandom random)
      throws Exception {
    for (AtGateway gateway : AtGateway.values()) {
      misbehave(gateway.server(sandbox), fleet, random.split());
    }
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS_AT_ONCE + 1);
    try {
      SplittableRandom moments = random.split();
      Future<Integer> deaths =
          threads.submit(
              () ->
                  play.lastingDeath()
                      ? fleet.killOne(moments, 10 + moments.nextInt(MOST_REQUESTS_BETWEEN_DEATHS))
                      : fleet.killAtRandom(moments, MOST_REQUESTS_BETWEEN_DEATHS));
      List<Future<?>> buying = new ArrayList<>();
      customers.forEach(customer -> buying.add(threads.submit(customer::run)));
      for (Future<?> one : buying) {
        one.get();
      }
      fleet.spare();
      return deaths.get();
    } finally {
      threads.shutdownNow();
      for (AtGateway gateway : AtGateway.values()) {
        gateway.server(sandbox).clearFaults();
      }
    }
  }

  /** Each request is counted; one in twelve meets a fault. */
  private static void misbehave(SandboxGateway gateway, Fleet fleet, SplittableRandom chance) {
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

  /** All servers die, time passes, and some are started again: until nothing is to come. */
  private static int settle(Play play, Sandbox sandbox, Fleet fleet, Books books, Audit audit)
      throws IOException, InterruptedException {
    for (int pauses = 1; pauses <= play.pauses().size(); pauses++) {
      Duration pause = play.pauses().get(pauses - 1);
      fleet.killAll();
      for (AtGateway gateway : AtGateway.values()) {
        gateway.server(sandbox).awaitIdle(LONGEST_WAIT);
      }
      books.pass(pause);
      sandbox.clock().advance(pause);
      fleet.start(play.startedAgain());
      boolean last = pauses == play.pauses().size();
      if (finishes(audit, last ? LONGEST_WAIT : ENOUGH_FOR_MOST)) {
        return pauses;
      }
    }
    throw new AssertionError("unfinished: " + audit.unfinished());
  }

  /** Looks again and again whether the servers have done all there is to do. */
  private static boolean finishes(Audit audit, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!audit.isOver()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return true;
  }
}
