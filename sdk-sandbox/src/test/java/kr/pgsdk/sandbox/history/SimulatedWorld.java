package kr.pgsdk.sandbox.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportOpener;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.PortOneOpener;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.PortOneBuyer;
import kr.pgsdk.sandbox.SandboxInternals;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.TossBuyer;
import kr.pgsdk.sandbox.iamport.IamportCheckout;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.portone.PortOneCheckout;
import kr.pgsdk.sandbox.portone.PortOneSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossOpener;
import kr.pgsdk.toss.TossSecretKey;
import org.jspecify.annotations.Nullable;

/** The sandbox's gateways without sockets, and the SDK on virtual time. */
final class SimulatedWorld implements World {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00.5Z");

  private final Plan plan;
  private final VirtualTime time;
  private final RandomGenerator random;
  private final IamportSimulation iamport;
  private final TossSimulation toss;
  private final PortOneSimulation portOne;
  private final SimulatedNetwork network;
  private final @Nullable PaymentGateway[] nodes;
  private final long[] timeOfDay;

  /** A clock that never jumps may begin anywhere, and run over its end. */
  private final long origin;

  private final @Nullable TokenStore store;
  private final Way way;

  SimulatedWorld(Plan plan, ExecutorService threads) {
    this(plan, threads, (node, transport) -> transport);
  }

  /**
   * Makes a world.
   *
   * @param way what a node sends through, in place of the plain network
   */
  SimulatedWorld(Plan plan, ExecutorService threads, Way way) {
    this.plan = plan;
    this.way = way;
    this.random = plan.random();
    this.time = new VirtualTime(threads, random);
    Clock clock = new TimeOfDay(() -> 0);
    Switches switches = SandboxInternals.switches(plan.switches());
    this.iamport = new IamportSimulation(clock, random, switches);
    this.toss = new TossSimulation(clock, random, switches);
    this.portOne = new PortOneSimulation(clock, random, switches, List::of);
    Simulation simulation =
        switch (plan.gateway()) {
          case IAMPORT -> iamport;
          case TOSS -> toss;
          case PORTONE -> portOne;
        };
    this.network = new SimulatedNetwork(plan, simulation, time, clock, random);
    this.nodes = new PaymentGateway[plan.nodes()];
    this.timeOfDay = new long[plan.nodes()];
    this.origin = random.nextInt(4) == 0 ? Long.MAX_VALUE - 20_000_000_000L : random.nextLong();
    this.store = plan.sharedStore() ? new SharedStore() : null;
  }

  /** What lies between a node and the network. */
  interface Way {
    Transport around(int node, Transport network);
  }

  private interface Ahead {
    long nanos();
  }

  /** Virtual time as time of day. */
  private final class TimeOfDay extends Clock {
    private final Ahead ahead;

    TimeOfDay(Ahead ahead) {
      this.ahead = ahead;
    }

    @Override
    public Instant instant() {
      return START.plusNanos(time.now()).plusNanos(ahead.nanos());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("nobody needs a zone");
    }
  }

  @Override
  public Instant now() {
    return START.plusNanos(time.now());
  }

  @Override
  public void run(List<Runnable> actors) {
    time.run(actors);
  }

  @Override
  public void call(Call call, int node, Function<PaymentGateway, Object> verb) {
    PaymentGateway gateway = gateway(node);
    call.server = gateway;
    call.make(this, () -> verb.apply(gateway));
  }

  /** The gateway object of a node, opened anew if it was closed. */
  PaymentGateway gateway(int node) {
    PaymentGateway gateway = nodes[node];
    return gateway != null ? gateway : open(node);
  }

  /** Nanoseconds since the beginning. */
  long nanos() {
    return time.now();
  }

  private PaymentGateway open(int node) {
    Environment environment =
        new Environment(
            new TimeOfDay(() -> timeOfDay[node]),
            () -> origin + time.now(),
            new VirtualSleeper(time),
            new SplittableRandom(random.nextLong()));
    PaymentGateway opened =
        switch (plan.gateway()) {
          case IAMPORT -> {
            IamportGateway.Builder builder =
                IamportGateway.builder(IamportCredentials.of(iamport.key(), iamport.secret()));
            builder.acceptTestPayments(plan.acceptsTests()).channelKey("channel-key-sandbox");
            if (plan.acceptsPromotions()) {
              builder.acceptPromotions(Set.of("promotion_sandbox"));
            }
            if (store != null) {
              builder.tokenStore(store);
            }
            IamportOpener.over(
                IamportOpener.in(builder, environment), way.around(node, network.open()));
            yield builder.build();
          }
          case TOSS -> {
            TossGateway.Builder builder = TossGateway.builder(TossSecretKey.of(toss.secretKey()));
            yield TossOpener.over(
                    TossOpener.in(builder, environment), way.around(node, network.open()))
                .build();
          }
          case PORTONE -> {
            PortOneGateway.Builder builder =
                PortOneGateway.builder(PortOneApiSecret.of(portOne.apiSecret()))
                    .storeId(portOne.storeId())
                    .channelKey(portOne.channelKey(false, false))
                    .acceptTestPayments(plan.acceptsTests());
            yield PortOneOpener.over(
                    PortOneOpener.in(builder, environment), way.around(node, network.open()))
                .build();
          }
        };
    nodes[node] = opened;
    return opened;
  }

  @Override
  public void pause(Duration length) {
    if (!length.isZero()) {
      time.pause(length.toNanos());
    }
  }

  @Override
  public void leap(Duration length) {
    boolean unused = time.awaitUninterruptibly(network::isIdle, PlannedFault.LONGEST.toNanos());
    time.leap(length.toNanos());
  }

  @Override
  public void jumpTimeOfDay(int node, Duration by) {
    timeOfDay[node] += by.toNanos();
  }

  @Override
  public void closeNode(int node) {
    PaymentGateway gateway = nodes[node];
    if (gateway != null) {
      nodes[node] = null;
      gateway.close();
    }
  }

  @Override
  public void interrupt(int actor) {
    time.interrupt(actor);
  }

  /** Nothing to do: what works late is an actor too, and all have ended. */
  @Override
  public void calm() {}

  /** Nothing to do: each call has noted its requests when it made them. */
  @Override
  public boolean attribute(List<Call> calls) {
    return true;
  }

  @Override
  public IamportBuyer iamportBuyer() {
    return SandboxInternals.buyer(iamport);
  }

  @Override
  public TossBuyer tossBuyer() {
    return SandboxInternals.buyer(toss);
  }

  @Override
  public PortOneBuyer portOneBuyer() {
    return SandboxInternals.buyer(portOne);
  }

  /** The buyer's windows, if this is Iamport. */
  IamportCheckout iamportWindows() {
    return iamport.checkout();
  }

  /** The buyer's windows, if this is PortOne. */
  PortOneCheckout portOneWindows() {
    return portOne.checkout();
  }

  /** All payments of an order, whether or not the shop has heard of them. */
  List<PaymentId> payments(OrderId order) {
    return office().payments(order);
  }

  private BackOffice office() {
    return switch (plan.gateway()) {
      case IAMPORT -> iamport.checkout();
      case TOSS -> toss.checkout();
      case PORTONE -> portOne.checkout();
    };
  }

  @Override
  public List<LedgerEntry> ledger(PaymentId payment) {
    return office().ledger(payment);
  }

  /** Every capture of the order, whichever of its payments it belongs to. */
  List<LedgerEntry> captures(OrderId order) {
    return office().payments(order).stream()
        .flatMap(payment -> office().ledger(payment).stream())
        .filter(entry -> entry.kind() == LedgerEntry.Kind.CAPTURE)
        .toList();
  }

  @Override
  public List<RefundRecord> refunds(PaymentId payment) {
    return office().refunds(payment);
  }

  @Override
  public void refuseRefunds(PaymentId payment, String why) {
    office().refuseRefunds(payment, why);
  }

  @Override
  public void cancelInConsole(PaymentId payment, Money amount) {
    office().cancel(payment, amount);
  }

  @Override
  public void settleRefunds(PaymentId payment) {
    office().settleRefunds(payment);
  }

  @Override
  public void failRefunds(PaymentId payment) {
    office().failRefunds(payment);
  }

  @Override
  public void close() {
    for (PaymentGateway node : nodes) {
      if (node != null) {
        node.close();
      }
    }
  }
}
