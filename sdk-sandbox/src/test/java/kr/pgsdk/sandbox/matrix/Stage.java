package kr.pgsdk.sandbox.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.sandbox.matrix.Mishap.Patience;
import org.jspecify.annotations.Nullable;

/** Plays one cell: a sandbox, a gateway object and an order of its own, and one call. */
final class Stage implements AutoCloseable {
  private static final RetryPolicy QUICK =
      new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));

  /**
   * Whoever waits for a deadline must not wait for a processor: a few get ready at a time, and the
   * calls under way sleep.
   */
  private static final Semaphore GETTING_READY = new Semaphore(3);

  private final Cell cell;
  private final Sandbox sandbox = Sandbox.start();
  private final SandboxGateway server;
  private final Road road;
  private final PaymentGateway gateway;
  private final Scene scene;
  private @Nullable Another another;

  private Stage(Cell cell) {
    this.cell = cell;
    Gate gate = cell.gate();
    this.server = gate.server(sandbox);
    Road.Obstacle obstacle = cell.mishap().road();
    this.road = new Road(obstacle == null ? Road.Obstacle.NONE : obstacle, server.url());
    Patience patience = cell.mishap().patience();
    HttpOptions http =
        road.options()
            .deadline(Duration.ofMillis(patience.deadlineMillis))
            .readTimeout(Duration.ofMillis(patience.readTimeoutMillis))
            .retryPolicy(QUICK)
            .build();
    this.gateway = gate.open(sandbox, http);
    OrderId orderId = OrderId.random();
    this.scene = new Scene(orderId, gate.checkout(sandbox, orderId));
  }

  static Played play(Cell cell) throws InterruptedException {
    GETTING_READY.acquire();
    Stage ready;
    try {
      ready = new Stage(cell);
      ready.prepareStage();
    } finally {
      GETTING_READY.release();
    }
    try (Stage stage = ready) {
      return stage.play();
    }
  }

  private Played play() throws InterruptedException {
    CancelRequest cancel = cell.verb().isCancel() ? cell.verb().cancelRequest(scene) : null;
    another = layAnother();
    InjectedFault fault = lay();
    List<String> broken = new ArrayList<>();
    if (cell.strike().isOfSecondCall()) {
      cancel = loseFirstCall(cancel, broken);
    }
    int before = ownRequests().size();
    Object value = null;
    Throwable thrown = null;
    long start = System.nanoTime();
    try {
      value = cell.verb().call(gateway, scene, cancel);
    } catch (RuntimeException e) {
      thrown = e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<JournalEntry> sent = ownRequests();
    road.clear();
    server.clearFaults();
    if (fault != null) {
      fault.release();
    }
    Rules rules = new Rules(cell, sandbox, scene, sent, took);
    rules.hold(value, thrown);
    rules.require(Elsewhere.visitors() == 0, "something was sent to another host");
    if (thrown instanceof PaymentException e) {
      recover(e, cancel, rules);
    }
    rules.require(another == null || another.isDone(), "nobody else refunded");
    broken.addAll(rules.broken());
    List<String> names = sent.stream().skip(before).map(cell.gate()::name).toList();
    return new Played(cell, value, thrown, names, took, List.copyOf(broken));
  }

  private void prepareStage() {
    if (cell.strike() != Strike.TOKEN && cell.verb() != Verb.GET_TOKEN) {
      gateway.getToken();
    }
    boolean toBeCaptured = cell.gate() == Gate.TOSS && cell.verb() != Verb.CONFIRM;
    if (toBeCaptured) {
      gateway.confirm(
          ConfirmRequest.builder(scene.paymentId(), scene.orderId(), Verb.PRICE).build());
    }
    server.journal().clear();
  }

  private @Nullable Another layAnother() {
    Another.Plan plan = cell.mishap().another();
    if (plan == null) {
      return null;
    }
    Another other = new Another(cell, plan, sandbox, scene);
    server.journal().clear();
    other.lay();
    return other;
  }

  private List<JournalEntry> ownRequests() {
    return server.journal().entries().stream().filter(each -> !Another.sent(each)).toList();
  }

  /**
   * The first call ends in doubt, and what is handed in again is met by the refusal.
   *
   * @return the cancel to hand in again; null if the verb is none
   */
  private @Nullable CancelRequest loseFirstCall(
      @Nullable CancelRequest cancel, List<String> broken) {
    CancelRequest again = cancel;
    try {
      broken.add("the first call should be in doubt: " + cell.verb().call(gateway, scene, cancel));
    } catch (OutcomeUnknownException doubt) {
      again = doubt.pendingCancel().orElse(null);
    }
    server.clearFaults();
    server.inject(refusal().times(1));
    if (again == null) {
      // A confirm is a call of its own: what an earlier one did isn't said of it.
      server.journal().clear();
      return null;
    }
    Duration since = cell.strike() == Strike.AGAIN_LATER ? Duration.ofMinutes(3) : Duration.ZERO;
    return CancelRequest.resume(again.toText(), since);
  }

  private Fault refusal() {
    String decisive = cell.gate().decisive(cell.verb());
    return Objects.requireNonNull(cell.mishap().refusal())
        .get()
        .when(request -> cell.gate().name(request).equals(decisive));
  }

  private @Nullable InjectedFault lay() {
    Predicate<String> struck = cell.gate().struckBy(cell.strike(), cell.verb());
    boolean once =
        switch (cell.strike()) {
          case ONCE, REPETITION, REPETITIONS, BY_ANOTHER -> true;
          case FROM_THEN_ON, TOKEN, LOOKUP_BEFORE, AGAIN_AT_ONCE, AGAIN_LATER -> false;
        };
    if (cell.mishap().fault() == null) {
      road.lay(cell.gate(), struck, once ? 1 : Integer.MAX_VALUE);
      return null;
    }
    Fault fault = cell.mishap().fault().apply(new World(cell.gate(), sandbox, Elsewhere.url()));
    AtomicBoolean begun = new AtomicBoolean();
    boolean tokensAlone = cell.strike() == Strike.TOKEN;
    Fault aimed =
        fault.when(
            request -> {
              boolean meant = struck.test(cell.gate().name(request));
              if (meant) {
                begun.set(true);
              }
              return meant || (begun.get() && !tokensAlone);
            });
    InjectedFault injected =
        server.inject(
            once ? aimed.when(request -> !Another.sent(request)).times(1) : aimed.always());
    if (cell.strike() == Strike.REPETITION) {
      server.inject(refusal().times(1));
    } else if (cell.strike() == Strike.REPETITIONS) {
      server.inject(refusal().always());
    }
    return injected;
  }

  /** Does what the exception says may be done, now that nothing is in the way any more. */
  private void recover(PaymentException e, @Nullable CancelRequest cancel, Rules rules) {
    CancelRequest again =
        e instanceof OutcomeUnknownException unknown
            ? unknown.pendingCancel().orElse(cancel)
            : cancel;
    boolean worthIt = e instanceof OutcomeUnknownException || e.isRetryable();
    if (!worthIt) {
      return;
    }
    PaymentGateway patient =
        gateway.with(CallOptions.builder().deadline(Duration.ofSeconds(30)).build());
    try {
      rules.holdAfterRecovery(call(patient, again, 2, rules));
    } catch (OutcomeUnknownException doubt) {
      rules.holdAfterDoubtAgain(doubt);
    } catch (RuntimeException second) {
      rules.require(false, "called again, it fails: " + second);
    }
  }

  /** Calls again, a cancel minutes later, and once more if that is said to help. */
  private Object call(
      PaymentGateway patient, @Nullable CancelRequest cancel, int times, Rules rules) {
    // As if another process had read it from the shop's database.
    CancelRequest stored =
        cancel == null ? null : CancelRequest.resume(cancel.toText(), Duration.ofMinutes(3));
    try {
      return cell.verb().call(patient, scene, stored);
    } catch (PaymentException e) {
      if (!e.isRetryable() || times == 1) {
        throw e;
      }
      rules.holdBetween(e);
      return call(patient, stored, times - 1, rules);
    }
  }

  @Override
  public void close() {
    if (another != null) {
      another.close();
    }
    gateway.close();
    road.close();
    sandbox.close();
  }
}
