package kr.pgsdk.sandbox.matrix;

import java.time.Duration;
import java.util.List;
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
    InjectedFault fault = lay();
    Object value = null;
    Throwable thrown = null;
    long start = System.nanoTime();
    try {
      value = cell.verb().call(gateway, scene, cancel);
    } catch (RuntimeException e) {
      thrown = e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<JournalEntry> sent = server.journal().entries();
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
    List<String> names = sent.stream().map(cell.gate()::name).toList();
    return new Played(cell, value, thrown, names, took, rules.broken());
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

  private @Nullable InjectedFault lay() {
    Predicate<String> struck = cell.gate().struckBy(cell.strike(), cell.verb());
    boolean once = cell.strike() == Strike.ONCE;
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
    return server.inject(once ? aimed.times(1) : aimed.always());
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
      rules.holdAfterRecovery(call(patient, again, 2));
    } catch (RuntimeException second) {
      rules.require(false, "called again, it fails: " + second);
    }
  }

  /** Calls again, a cancel minutes later, and once more if that is said to help. */
  private Object call(PaymentGateway patient, @Nullable CancelRequest cancel, int times) {
    // As if another process had read it from the shop's database.
    CancelRequest stored =
        cancel == null ? null : CancelRequest.resume(cancel.toText(), Duration.ofMinutes(3));
    try {
      return cell.verb().call(patient, scene, stored);
    } catch (PaymentException e) {
      if (!e.isRetryable() || times == 1) {
        throw e;
      }
      return call(patient, stored, times - 1);
    }
  }

  @Override
  public void close() {
    gateway.close();
    road.close();
    sandbox.close();
  }
}
