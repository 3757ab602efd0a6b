package kr.pgsdk.sandbox.history;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.NoResponseException;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A process of a server. At each touch of database or gateway it may stand still or die; once it is
 * dead, nothing it does reaches either.
 */
final class ServerProcess {
  /** The process is dead: unwinds its threads. */
  @SuppressWarnings("serial")
  static final class Death extends Error {
    Death() {
      super("the server is dead", null, false, false);
    }
  }

  private static final int LONGEST_STALL = 240;

  /** As often a database may roll a transaction back; the store makes it again three times. */
  private static final int MOST_FAILURES = 4;

  private final DurableWorld world;
  private final DurablePlan plan;
  private final RandomGenerator random;
  final int server;
  final int number;
  private boolean dead;
  @Nullable DurablePayments payments;

  ServerProcess(DurableWorld world, int server, int number, RandomGenerator random) {
    this.world = world;
    this.plan = world.plan;
    this.random = random;
    this.server = server;
    this.number = number;
  }

  boolean isDead() {
    return dead;
  }

  /** Whether something of so many in a thousand happens now, while all isn't calm. */
  private boolean happens(int inThousand) {
    return !world.isCalm() && inThousand > 0 && random.nextInt(1_000) < inThousand;
  }

  /** The process has come to a touch of database or gateway. */
  private void touch(String what) {
    requireAlive();
    if (happens(plan.deaths())) {
      die("before " + what);
      throw new Death();
    }
    if (happens(plan.stalls())) {
      Duration stall = Duration.ofSeconds(1 + random.nextInt(LONGEST_STALL));
      world.story.add(this + " stands still for " + stall.toSeconds() + " s before " + what);
      world.simulated.pause(stall);
      requireAlive();
    }
  }

  private void requireAlive() {
    if (dead) {
      throw new Death();
    }
  }

  /** Ends the process, whatever its threads do. */
  void die(String where) {
    if (!dead) {
      dead = true;
      world.died(this, where);
    }
  }

  /** Dies with this thread inside it, such as in the shop's handler. */
  void maybeDieIn(String what) {
    if (happens(plan.deaths())) {
      die("in " + what);
      throw new Death();
    }
  }

  @Override
  public String toString() {
    return "server " + server + "." + number;
  }

  /** What becomes of a transaction. */
  private enum Fate {
    COMMITS,
    DIES_BEFORE_COMMIT,
    DIES_AFTER_COMMIT,
    ROLLED_BACK,
    ACKNOWLEDGEMENT_LOST
  }

  /** The store, as this process sees it. */
  PaymentStore over(PaymentStore store) {
    return new Mortal(store);
  }

  private final class Mortal implements PaymentStore {
    private final PaymentStore store;

    Mortal(PaymentStore store) {
      this.store = store;
    }

    private Fate fate() {
      if (happens(plan.deaths())) {
        return random.nextBoolean() ? Fate.DIES_BEFORE_COMMIT : Fate.DIES_AFTER_COMMIT;
      }
      if (happens(plan.databaseFails())) {
        return random.nextBoolean() ? Fate.ROLLED_BACK : Fate.ACKNOWLEDGEMENT_LOST;
      }
      return Fate.COMMITS;
    }

    @Override
    public <T> T inNew(Work<T> work) {
      return run(work, false);
    }

    @Override
    public <T> T inNewOfShop(Work<T> work) {
      return run(work, true);
    }

    private <T> T run(Work<T> work, boolean ofShop) {
      if (store.active() || payments == null) {
        return store.inNew(work); // nobody else runs while one is open, or while a server starts
      }
      world.simulated.pause(
          Duration.ofNanos(random.nextInt(4) == 0 ? 1 + random.nextInt(3_000_000) : 1));
      touch("a transaction");
      Fate fate = fate();
      int[] failuresLeft = {fate == Fate.ROLLED_BACK ? 1 + random.nextInt(MOST_FAILURES) : 0};
      T result;
      try {
        result =
            store.inNew(
                session -> {
                  world.books.rollBack(); // what a try wrote that the store makes again
                  T done = work.in(session);
                  if (fate == Fate.DIES_BEFORE_COMMIT) {
                    throw new Death();
                  }
                  if (failuresLeft[0]-- > 0) {
                    throw failed("rolled back");
                  }
                  return done;
                });
        world.books.commit();
      } catch (Death e) {
        die("before a commit");
        throw e;
      } finally {
        world.books.rollBack();
      }
      return committed(result, fate);
    }

    private <T> T committed(T result, Fate fate) {
      switch (fate) {
        case DIES_AFTER_COMMIT -> {
          die("after a commit");
          throw new Death();
        }
        case ACKNOWLEDGEMENT_LOST -> throw failed("committed, and the connection was lost");
        default -> {}
      }
      return result;
    }

    private StoreException failed(String how) {
      world.story.add(ServerProcess.this + ": the database failed: " + how);
      return new StoreException(StoreException.Kind.TRANSIENT, how, null);
    }

    @Override
    public <T> T joined(Work<T> work) {
      return store.active() ? store.joined(work) : inNew(work);
    }

    @Override
    public <T> T on(Connection connection, Work<T> work) {
      return store.on(connection, work);
    }

    @Override
    public boolean active() {
      return store.active();
    }

    @Override
    public List<String> check() {
      return List.of();
    }

    @Override
    public String shop() {
      return store.shop();
    }
  }

  /** The network, as this process sees it. */
  Transport over(Transport network) {
    return new MortalTransport(network);
  }

  private final class MortalTransport implements Transport {
    private final Transport network;

    MortalTransport(Transport network) {
      this.network = network;
    }

    @Override
    public HttpResponse send(
        HttpRequest request,
        @Nullable String authorization,
        Map<String, String> headers,
        Duration timeout)
        throws NoResponseException {
      touch(request.toString());
      Call call = Call.current();
      int before = call.requests.size();
      try {
        HttpResponse response = network.send(request, authorization, headers, timeout);
        world.story.sent(ServerProcess.this, request, call, before, "HTTP " + response.status());
        return response;
      } catch (NoResponseException e) {
        world.story.sent(ServerProcess.this, request, call, before, "no answer: " + e.getCause());
        throw e;
      } finally {
        for (Sent sent : call.requests.subList(before, call.requests.size())) {
          world.bodies.put(sent.id(), request.body() == null ? "" : request.body());
        }
        touch("the answer to " + request);
      }
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
