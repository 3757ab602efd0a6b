package kr.pgsdk.sandbox.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.IamportOpener;
import kr.pgsdk.portone.PortOneOpener;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.PortOneBuyer;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.sandbox.SandboxInternals;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.TossBuyer;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.toss.TossOpener;
import org.jspecify.annotations.Nullable;

/** The running sandbox with sockets, and the SDK on real threads. Only long waits are cut short. */
final class RealWorld implements World {
  private static final Duration IN_A_HURRY = Duration.ofMillis(400);
  private static final Duration IN_PEACE = Duration.ofSeconds(60);

  private final Plan plan;
  private final Sandbox sandbox;
  private final SandboxGateway gateway;
  private final RealFaults faults;
  private final AtomicReferenceArray<@Nullable PaymentGateway> nodes;
  private final List<PaymentGateway> opened = new ArrayList<>();
  private final List<AtomicLong> timeOfDay = new ArrayList<>();
  private final AtomicLong ahead = new AtomicLong();
  private final @Nullable TokenStore store;
  private volatile List<Thread> actors = List.of();
  private long lastBeforeCalm;

  RealWorld(Plan plan, ScheduledExecutorService timer) {
    this.plan = plan;
    RandomGenerator random = plan.random();
    this.sandbox =
        Sandbox.builder()
            .switches(plan.switches().toArray(Switch[]::new))
            .random(new SplittableRandom(random.nextLong()))
            .start();
    this.gateway =
        switch (plan.gateway()) {
          case IAMPORT -> sandbox.iamport();
          case TOSS -> sandbox.toss();
          case PORTONE -> sandbox.portOne();
        };
    this.faults = new RealFaults(gateway, timer);
    this.nodes = new AtomicReferenceArray<>(plan.nodes());
    for (int i = 0; i < plan.nodes(); i++) {
      timeOfDay.add(new AtomicLong());
    }
    this.store = plan.sharedStore() ? new SharedStore() : null;
    for (int i = random.nextInt(3); i > 0; i--) {
      faults.injectOnToken(PlannedFault.draw(random, plan.gateway(), 0.5, Duration.ZERO));
    }
  }

  @Override
  public Instant now() {
    return sandbox.clock().instant();
  }

  @Override
  public void run(List<Runnable> bodies) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (Runnable body : bodies) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  body.run();
                } catch (Throwable e) {
                  failure.compareAndSet(null, e);
                }
              });
      thread.setDaemon(true);
      threads.add(thread);
    }
    actors = List.copyOf(threads);
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      join(thread);
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(TimeUnit.MINUTES.toMillis(2));
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted from outside", e);
    }
    if (thread.isAlive()) {
      AssertionError stuck = new AssertionError("an actor doesn't end");
      stuck.setStackTrace(thread.getStackTrace());
      throw stuck;
    }
  }

  @Override
  public void call(Call call, int node, Function<PaymentGateway, Object> verb) {
    faults.inject(call);
    CallOptions options =
        CallOptions.builder()
            .header(RealFaults.CALL, Integer.toString(call.number))
            .deadline(call.settling ? IN_PEACE : IN_A_HURRY)
            .build();
    PaymentGateway server = node(node);
    PaymentGateway used = server.with(options);
    call.server = server;
    call.make(this, () -> verb.apply(used));
  }

  private PaymentGateway node(int node) {
    synchronized (nodes) {
      PaymentGateway there = nodes.get(node);
      if (there == null) {
        there = open(node);
        opened.add(there);
        nodes.set(node, there);
      }
      return there;
    }
  }

  private PaymentGateway open(int node) {
    Environment system = Environment.system();
    Environment environment =
        new Environment(
            Clock.offset(sandbox.clock(), Duration.ofNanos(timeOfDay.get(node).get())),
            () -> System.nanoTime() + ahead.get(),
            RealWorld::sleep,
            system.random());
    HttpOptions http =
        HttpOptions.builder()
            .baseUrl(gateway.url())
            .retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2)))
            .build();
    return switch (plan.gateway()) {
      case IAMPORT -> {
        IamportGateway.Builder builder =
            Gateways.iamport(sandbox).acceptTestPayments(plan.acceptsTests()).http(http);
        if (store != null) {
          builder.tokenStore(store);
        }
        yield IamportOpener.in(builder, environment).build();
      }
      case TOSS -> TossOpener.in(Gateways.toss(sandbox).http(http), environment).build();
      case PORTONE ->
          PortOneOpener.in(
                  Gateways.portOne(sandbox).acceptTestPayments(plan.acceptsTests()).http(http),
                  environment)
              .build();
    };
  }

  private static void sleep(Duration duration, CountDownLatch closed) throws InterruptedException {
    boolean unused = closed.await(Math.min(duration.toMillis(), 2), TimeUnit.MILLISECONDS);
  }

  @Override
  public void pause(Duration time) {
    LockSupport.parkNanos(Math.min(time.toNanos() / 50, TimeUnit.MILLISECONDS.toNanos(4)));
  }

  @Override
  public void leap(Duration time) {
    // Whatever ends meanwhile, ends before anybody acts after the leap.
    faults.letGo();
    // The gateway's clock first: a response dated before a leap that the SDK's own time has made
    // already would look younger than the call.
    sandbox.clock().advance(time);
    ahead.addAndGet(time.toNanos());
  }

  @Override
  public void jumpTimeOfDay(int node, Duration by) {
    timeOfDay.get(node).addAndGet(by.toNanos());
  }

  @Override
  public void closeNode(int node) {
    PaymentGateway closed = nodes.getAndSet(node, null);
    if (closed != null) {
      closed.close();
    }
  }

  @Override
  public void interrupt(int actor) {
    actors.get(actor).interrupt();
  }

  @Override
  public void calm() {
    try {
      faults.end();
      if (lastBeforeCalm == 0) {
        lastBeforeCalm =
            gateway.journal().entries().stream().mapToLong(JournalEntry::id).max().orElse(-1);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted from outside", e);
    }
  }

  @Override
  public boolean attribute(List<Call> calls) {
    boolean inTime = true;
    for (JournalEntry entry : gateway.journal().entries()) {
      String number = entry.header(RealFaults.CALL).orElse(null);
      if (number != null) {
        Call call = calls.get(Integer.parseInt(number) - 1);
        boolean money = Sent.movesMoney(entry.path());
        String key = entry.header("Idempotency-Key").orElse(null);
        // Nobody has noted when it arrived: at the latest when the call ended.
        Sent sent = new Sent(entry.id(), money, key, call.ended);
        sent.answered = call.faults.isEmpty();
        call.requests.add(sent);
        // A busy machine may read what a client wrote long after that client has given up.
        inTime &= call.settling || entry.id() <= lastBeforeCalm;
      }
    }
    return inTime;
  }

  @Override
  public IamportBuyer iamportBuyer() {
    return sandbox.buyer().onIamport();
  }

  @Override
  public TossBuyer tossBuyer() {
    return sandbox.buyer().onToss();
  }

  @Override
  public PortOneBuyer portOneBuyer() {
    return sandbox.buyer().onPortOne();
  }

  @Override
  public List<LedgerEntry> ledger(PaymentId payment) {
    return gateway.ledger(payment).entries();
  }

  @Override
  public List<RefundRecord> refunds(PaymentId payment) {
    return SandboxInternals.refunds(gateway, payment);
  }

  @Override
  public void refuseRefunds(PaymentId payment, String why) {
    gateway.refuseRefunds(payment, why);
  }

  @Override
  public void cancelInConsole(PaymentId payment, Money amount) {
    gateway.cancelInConsole(payment, amount);
  }

  @Override
  public void settleRefunds(PaymentId payment) {
    gateway.settleRefunds(payment);
  }

  @Override
  public void failRefunds(PaymentId payment) {
    gateway.failRefunds(payment);
  }

  @Override
  public void close() {
    synchronized (nodes) {
      opened.forEach(PaymentGateway::close);
    }
    sandbox.close();
  }
}
