package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurableBuilder;
import kr.pgsdk.durable.DurableListener;
import kr.pgsdk.durable.DurableOpener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.durable.store.StoreException;
import org.jspecify.annotations.Nullable;

/** A simulated world with servers that run durable payments over one store, die and come back. */
final class DurableWorld implements AutoCloseable {
  static final String ACCOUNT = "main";
  private static final int LONGEST_DOWN = 120;

  final DurablePlan plan;
  final SimulatedWorld simulated;
  final MemoryPaymentStore store;
  final Story story;
  final ShopBooks books = new ShopBooks();
  final Tally tally = new Tally();

  /** What each request carried, by its number at the gateway. */
  final Map<Long, String> bodies = new HashMap<>();

  /** What contradicts the contract while it runs. */
  final List<Violation> found = new ArrayList<>();

  private final RandomGenerator random;
  private final @Nullable ServerProcess[] processes;
  private final Instant[] backAt;
  private int started;
  private int calls;
  private boolean calm;

  DurableWorld(DurablePlan plan, ExecutorService threads, boolean told) {
    this.plan = plan;
    this.random = plan.random();
    this.processes = new ServerProcess[plan.servers()];
    this.backAt = new Instant[plan.servers()];
    this.simulated =
        new SimulatedWorld(
            plan.worldPlan(), threads, (node, network) -> processes[node].over(network));
    this.story = new Story(simulated::now, told);
    this.store = MemoryPaymentStore.create(() -> simulated.now().plus(plan.databaseAhead()));
  }

  /** Whether the faults have stopped. */
  boolean isCalm() {
    return calm;
  }

  /** The faults stop. */
  void calm() {
    calm = true;
    story.add("all is calm");
  }

  Instant now() {
    return simulated.now();
  }

  /** Something in so many of a hundred, while all isn't calm. */
  boolean happens(int inHundred) {
    return !calm && inHundred > 0 && random.nextInt(100) < inHundred;
  }

  void violated(String kind, String detail) {
    story.add("VIOLATION: " + kind + ": " + detail);
    found.add(new Violation(kind, detail));
  }

  void died(ServerProcess process, String where) {
    tally.deaths++;
    story.add(process + " dies " + where);
    if (processes[process.server] == process) {
      processes[process.server] = null;
      backAt[process.server] =
          now().plus(Duration.ofMillis(random.nextInt(1_000 * LONGEST_DOWN) / 2));
      simulated.closeNode(process.server);
    }
  }

  void kill(int server) {
    ServerProcess process = processes[server];
    if (process != null) {
      process.die("by a kill");
    }
  }

  /** A server that is up, this one if possible. */
  private ServerProcess up(int wanted) {
    while (true) {
      for (int i = 0; i < processes.length; i++) {
        int server = (wanted + i) % processes.length;
        ServerProcess running = processes[server];
        if (running != null) {
          return running;
        }
        if (calm || backAt[server] == null || !now().isBefore(backAt[server])) {
          return start(server);
        }
      }
      simulated.pause(Duration.ofSeconds(1));
    }
  }

  private ServerProcess start(int server) {
    ServerProcess process = new ServerProcess(this, server, ++started, random);
    processes[server] = process;
    DurableBuilder builder =
        DurablePayments.builder(
                process.over(store), (event, delivery) -> handle(process, event, delivery))
            .account(ACCOUNT, simulated.gateway(server))
            .listener(new Listening(process));
    if (plan.refundsByItself()) {
      builder.refundDuplicates().refundPaidAfterClose();
    }
    if (plan.effects()) {
      builder.afterwards((event, id) -> effects(process, event));
    }
    process.payments =
        DurableOpener.in(builder, plan.lease(), simulated::nanos, new Random(random.nextLong()))
            .build();
    return process;
  }

  /** Asks a server for something; what it returns, or an exception, or null if it died. */
  @Nullable Object ask(
      int wanted, String what, List<PlannedFault> faults, Function<DurablePayments, Object> verb) {
    ServerProcess process = up(wanted);
    Call call = new Call(++calls, new Asked.Durable(what), calm, faults);
    story.add(process + " is asked to " + what);
    try {
      call.make(simulated, () -> verb.apply(process.payments));
    } catch (ServerProcess.Death e) {
      story.add(process + " never answers " + what);
      return null;
    }
    story.add(process + " answers " + what + ": " + call.said);
    if (call.said instanceof RuntimeException e && !isExpected(e) && !process.isDead()) {
      violated("a verb threw " + e.getClass().getSimpleName(), what + ": " + e);
    }
    return call.said;
  }

  private static boolean isExpected(Throwable thrown) {
    return thrown instanceof PaymentException || thrown instanceof StoreException;
  }

  private void handle(ServerProcess process, PaymentEvent event, Delivery delivery) {
    String contradiction = books.book(now(), event);
    story.add(process + " delivers " + event);
    if (!contradiction.isEmpty()) {
      violated("the handler was told from another state than it knows", contradiction);
    }
    boolean stray =
        event instanceof PaymentEvent.DuplicatePayment
            || event instanceof PaymentEvent.PaidAfterClose
            || event instanceof PaymentEvent.Mismatch;
    if (stray && plan.handlerRefunds()) {
      String payment = event.paymentId().orElseThrow().value();
      String id = "h-" + payment.substring(Math.max(0, payment.length() - 28));
      delivery.requestRefund(
          Refund.full(id, event.orderId(), DurableHistory.reason(id))
              .paymentId(event.paymentId().orElseThrow())
              .build());
    }
    process.maybeDieIn("the handler");
    if (happens(plan.handlerFails())) {
      story.add(process + ": the handler throws");
      tally.handlerFailures++;
      throw new IllegalStateException("the shop's handler fails");
    }
  }

  private void effects(ServerProcess process, PaymentEvent event) {
    process.maybeDieIn("the handler of effects");
    if (happens(plan.handlerFails())) {
      throw new IllegalStateException("the mail server is down");
    }
    books.effects.put(event.orderId().value(), event);
  }

  private final class Listening implements DurableListener {
    private final ServerProcess process;

    Listening(ServerProcess process) {
      this.process = process;
    }

    @Override
    public void leaseLost(String subject) {
      tally.leasesLost++;
      story.add(process + " has lost its lease of " + subject);
    }

    @Override
    public void postponed(String subject, Throwable why) {
      story.add(process + " postpones " + subject + ": " + why);
      if (!isExpected(why) && !process.isDead()) { // a dead server's gateway is closed
        violated("resume failed with " + why.getClass().getSimpleName(), subject + ": " + why);
      }
    }
  }

  @Override
  public void close() {
    simulated.close();
  }
}
