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
import kr.pgsdk.sandbox.matrix.FaultCase.TimeLimit;
import org.jspecify.annotations.Nullable;

/** Runs one cell: a sandbox, a gateway object and an order of its own, and one call. */
final class CellRun implements AutoCloseable {
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
  private final NetworkPath network;
  private final PaymentGateway gateway;
  private final Given given;
  private @Nullable OtherRefund otherRefund;

  private CellRun(Cell cell) {
    this.cell = cell;
    GatewayUnderTest gateway = cell.gateway();
    this.server = gateway.server(sandbox);
    this.network = new NetworkPath(cell.faultCase().network(), server.url());
    TimeLimit limit = cell.faultCase().limit();
    HttpOptions http =
        network
            .options()
            .deadline(Duration.ofMillis(limit.deadlineMillis))
            .readTimeout(Duration.ofMillis(limit.readTimeoutMillis))
            .retryPolicy(QUICK)
            .build();
    this.gateway = gateway.open(sandbox, http);
    this.given = Given.of(cell.verb(), gateway, sandbox);
  }

  static CellResult of(Cell cell) throws InterruptedException {
    GETTING_READY.acquire();
    CellRun ready;
    try {
      ready = new CellRun(cell);
      ready.prepare();
    } finally {
      GETTING_READY.release();
    }
    try (CellRun run = ready) {
      return run.call();
    }
  }

  private CellResult call() throws InterruptedException {
    CancelRequest cancel = cell.verb().isCancel() ? cell.verb().cancelRequest(given) : null;
    otherRefund = otherRefund();
    InjectedFault fault = inject();
    List<String> broken = new ArrayList<>();
    if (cell.timing().isOfSecondCall()) {
      cancel = loseFirstCall(cancel, broken);
    }
    int before = ownRequests().size();
    Object value = null;
    Throwable thrown = null;
    long start = System.nanoTime();
    try {
      value = cell.verb().call(gateway, given, cancel);
    } catch (RuntimeException e) {
      thrown = e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    List<JournalEntry> sent = ownRequests();
    network.clear();
    server.clearFaults();
    if (fault != null) {
      fault.release();
    }
    Invariants invariants = new Invariants(cell, given, sent, took);
    invariants.check(value, thrown);
    invariants.require(OtherHost.requests() == 0, "something was sent to another host");
    if (thrown instanceof PaymentException e) {
      recover(e, cancel, invariants);
    }
    invariants.require(otherRefund == null || otherRefund.isDone(), "nobody else refunded");
    broken.addAll(invariants.broken());
    List<String> names = sent.stream().skip(before).map(cell.gateway()::name).toList();
    return new CellResult(cell, value, thrown, names, took, List.copyOf(broken));
  }

  private void prepare() {
    if (cell.timing() != Timing.TOKEN && cell.verb() != Verb.GET_TOKEN) {
      gateway.getToken();
    }
    boolean toBeCaptured =
        cell.gateway().capturesOn(Verb.CONFIRM)
            && !cell.gateway().capturesOn(cell.verb())
            && cell.verb() != Verb.PREPARE;
    if (toBeCaptured) {
      gateway.confirm(given.confirmRequest());
    }
    server.journal().clear();
  }

  private @Nullable OtherRefund otherRefund() {
    OtherRefund.Plan plan = cell.faultCase().otherRefund();
    if (plan == null) {
      return null;
    }
    OtherRefund other = new OtherRefund(cell, plan, given);
    server.journal().clear();
    other.arrange();
    return other;
  }

  private List<JournalEntry> ownRequests() {
    return server.journal().entries().stream().filter(each -> !OtherRefund.sent(each)).toList();
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
      broken.add("the first call should be in doubt: " + cell.verb().call(gateway, given, cancel));
    } catch (OutcomeUnknownException doubt) {
      again = doubt.pendingCancel().orElse(null);
    }
    server.clearFaults();
    server.inject(refusal().times(1));
    if (cell.verb() == Verb.CONFIRM) {
      // A confirm is a call of its own: what an earlier one did isn't said of it.
      server.journal().clear();
    }
    if (again == null) {
      return null;
    }
    Duration since = cell.timing() == Timing.AGAIN_LATER ? Duration.ofMinutes(3) : Duration.ZERO;
    return CancelRequest.resume(again.toText(), since);
  }

  private Fault refusal() {
    String decisive = cell.gateway().decisive(cell.verb());
    return Objects.requireNonNull(cell.faultCase().refusal())
        .when(request -> cell.gateway().name(request).equals(decisive));
  }

  private @Nullable InjectedFault inject() {
    Predicate<String> hit = cell.gateway().hitBy(cell.timing(), cell.verb());
    boolean once =
        switch (cell.timing()) {
          case ONCE, REPETITION, REPETITIONS, OTHER_REFUND -> true;
          case FROM_THEN_ON, TOKEN, LOOKUP_BEFORE, AGAIN_AT_ONCE, AGAIN_LATER -> false;
        };
    if (cell.faultCase().fault() == null) {
      network.fail(cell.gateway(), hit, once ? 1 : Integer.MAX_VALUE);
      return null;
    }
    AtomicBoolean begun = new AtomicBoolean();
    boolean tokensAlone = cell.timing() == Timing.TOKEN;
    Fault fault =
        cell.faultCase()
            .fault()
            .apply(given)
            .when(
                request -> {
                  boolean meant = hit.test(cell.gateway().name(request));
                  if (meant) {
                    begun.set(true);
                  }
                  return meant || (begun.get() && !tokensAlone);
                });
    InjectedFault injected =
        server.inject(
            once ? fault.when(request -> !OtherRefund.sent(request)).times(1) : fault.always());
    if (cell.timing() == Timing.REPETITION) {
      server.inject(refusal().times(1));
    } else if (cell.timing() == Timing.REPETITIONS) {
      server.inject(refusal().always());
    }
    return injected;
  }

  /** Does what the exception says may be done, now that nothing is in the way any more. */
  private void recover(PaymentException e, @Nullable CancelRequest cancel, Invariants invariants) {
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
      invariants.checkAfterRecovery(call(patient, again, 2, invariants));
    } catch (OutcomeUnknownException doubt) {
      invariants.checkAfterDoubtAgain(doubt);
    } catch (RuntimeException second) {
      invariants.require(false, "called again, it fails: " + second);
    }
  }

  /** Calls again, a cancel minutes later, and once more if that is said to help. */
  private Object call(
      PaymentGateway patient, @Nullable CancelRequest cancel, int times, Invariants invariants) {
    // As if another process had read it from the shop's database.
    CancelRequest stored =
        cancel == null ? null : CancelRequest.resume(cancel.toText(), Duration.ofMinutes(3));
    try {
      return cell.verb().call(patient, given, stored);
    } catch (PaymentException e) {
      if (!e.isRetryable() || times == 1) {
        throw e;
      }
      invariants.checkBetween(e);
      return call(patient, stored, times - 1, invariants);
    }
  }

  @Override
  public void close() {
    if (otherRefund != null) {
      otherRefund.close();
    }
    gateway.close();
    network.close();
    sandbox.close();
  }
}
