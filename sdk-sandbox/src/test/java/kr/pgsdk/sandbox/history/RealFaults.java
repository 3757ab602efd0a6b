package kr.pgsdk.sandbox.history;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_BEFORE_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.STALE_LOOKUP;
import static kr.pgsdk.sandbox.FaultKind.STALL_AFTER_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.TRUNCATED_BODY;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.SandboxGateway;

/** The troubles of a plan as faults of the running sandbox. */
final class RealFaults {
  /** Which call a request belongs to. */
  static final String CALL = "X-Call";

  /** A real history has no time to lose: what takes a second in the plan takes 5 ms. */
  private static final int HASTE = 200;

  private static final String JSON = "application/json;charset=UTF-8";

  private final Gateway kind;
  private final SandboxGateway gateway;
  private final ScheduledExecutorService timer;
  private final Queue<InjectedFault> held = new ConcurrentLinkedQueue<>();
  private final Queue<Future<?>> releases = new ConcurrentLinkedQueue<>();

  RealFaults(Gateway kind, SandboxGateway gateway, ScheduledExecutorService timer) {
    this.kind = kind;
    this.gateway = gateway;
    this.timer = timer;
  }

  /** Lets the requests of a call run into its troubles, one after the other. */
  void inject(Call call) {
    String number = Integer.toString(call.number);
    for (Trouble trouble : call.troubles) {
      inject(
          trouble,
          fault(trouble)
              .when(
                  r ->
                      r.header(CALL).filter(number::equals).isPresent()
                          && (trouble.kind() != Trouble.Kind.REFUSED_IN_FRONT
                              || r.method().equals("POST")))
              .times(1));
    }
  }

  /** Lets one request for a token run into trouble; those belong to no call. */
  void injectOnToken(Trouble trouble) {
    inject(trouble, fault(trouble).on("POST", "/users/getToken").times(1));
  }

  private void inject(Trouble trouble, Fault fault) {
    InjectedFault injected = gateway.inject(fault);
    boolean holds =
        switch (trouble.kind()) {
          case WORKS_LONG, CUT_THEN_EXECUTED, STALL -> true;
          default -> false;
        };
    if (holds) {
      held.add(injected);
      if (trouble.kind() != Trouble.Kind.STALL) {
        long millis = trouble.time().toMillis() / HASTE;
        releases.add(timer.schedule(() -> release(injected), millis, TimeUnit.MILLISECONDS));
      }
    }
  }

  private Fault fault(Trouble trouble) {
    Fault fault =
        switch (trouble.kind()) {
          // The answer of another request can't be had from outside the server.
          case NONE, OF_ANOTHER -> Fault.rewrittenBody(body -> body);
          case STALE -> Fault.of(STALE_LOOKUP).time(trouble.time().dividedBy(HASTE).plusMillis(1));
          case CONTRADICTS ->
              Fault.rewrittenBody(body -> Contradiction.in(kind, body, trouble.time().toMillis()));
          case REFUSED_IN_FRONT -> refusedInFront(trouble);
          case STRANGE_404 ->
              Fault.answer(404, JSON, "{\"code\":\"NOT_FOUND\",\"message\":\"no route\"}");
          case WORKS_LONG -> Fault.of(STALL_BEFORE_EXECUTION);
          case NOT_CONNECTED, CUT_UNREAD -> Fault.of(CUT_BEFORE_READ);
          case CUT -> trouble.executed() ? Fault.of(ANSWER_LOST) : Fault.of(CUT_AFTER_READ);
          case CUT_THEN_EXECUTED -> Fault.of(CUT_THEN_EXECUTED);
          case STALL ->
              trouble.executed()
                  ? Fault.of(STALL_AFTER_EXECUTION)
                  : Fault.of(STALL_BEFORE_EXECUTION);
          case CUT_IN_BODY -> Fault.of(CUT_IN_BODY);
          case TRUNCATED -> Fault.of(TRUNCATED_BODY);
          case STATUS -> Fault.status(trouble.status());
          case HTML -> Fault.html(trouble.status());
          case EMPTY -> Fault.empty(trouble.status());
          case REDIRECT -> Fault.redirect(trouble.status(), "/elsewhere");
        };
    boolean answered =
        switch (trouble.kind()) {
          case STATUS, HTML, EMPTY, REDIRECT, STRANGE_404 -> true;
          default -> false;
        };
    if (trouble.status() == 429) {
      return fault.retryAfter(Duration.ZERO);
    }
    return answered && trouble.executed() ? fault.executed() : fault;
  }

  private Fault refusedInFront(Trouble trouble) {
    return kind == Gateway.TOSS
        ? Fault.answer(
            trouble.status(),
            JSON,
            "{\"code\":\"" + trouble.code() + "\",\"message\":\"" + trouble.code() + "\"}")
        : Fault.answer(
            200, JSON, "{\"code\":-1,\"message\":\"" + trouble.code() + "\",\"response\":null}");
  }

  private static void release(InjectedFault fault) {
    try {
      fault.release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the gateway finish what it works on. */
  void letGo() {
    held.forEach(RealFaults::release);
  }

  /** Lets no further request run into trouble, and waits for those that have. */
  void end() throws InterruptedException {
    gateway.clearFaults();
    for (Future<?> release = releases.poll(); release != null; release = releases.poll()) {
      try {
        if (!release.cancel(false)) {
          Object unused = release.get();
        }
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
    for (InjectedFault fault : held) {
      fault.release();
    }
    gateway.awaitIdle(Duration.ofSeconds(60));
  }
}
