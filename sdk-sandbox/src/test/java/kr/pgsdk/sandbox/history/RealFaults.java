package kr.pgsdk.sandbox.history;

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

/** Injects the faults of a plan into the running sandbox. */
final class RealFaults {
  /** Which call a request belongs to. */
  static final String CALL = "X-Call";

  /** A real history has no time to lose: what takes a second in the plan takes 5 ms. */
  private static final int HASTE = 200;

  private final SandboxGateway gateway;
  private final ScheduledExecutorService timer;
  private final Queue<InjectedFault> held = new ConcurrentLinkedQueue<>();
  private final Queue<Future<?>> releases = new ConcurrentLinkedQueue<>();

  RealFaults(SandboxGateway gateway, ScheduledExecutorService timer) {
    this.gateway = gateway;
    this.timer = timer;
  }

  /** Lets the requests of a call meet its faults, one after the other. */
  void inject(Call call) {
    String number = Integer.toString(call.number);
    for (PlannedFault planned : call.faults) {
      Fault fault = hasty(planned);
      inject(planned, fault.when(r -> r.header(CALL).filter(number::equals).isPresent()));
    }
  }

  /** Lets one request for a token meet a fault; those belong to no call. */
  void injectOnToken(PlannedFault planned) {
    inject(planned, hasty(planned).on("POST", "/users/getToken"));
  }

  private static Fault hasty(PlannedFault planned) {
    return planned.isStale()
        ? planned.fault().time(planned.time().dividedBy(HASTE).plusMillis(1))
        : planned.fault();
  }

  private void inject(PlannedFault planned, Fault fault) {
    InjectedFault injected = gateway.inject(fault);
    switch (planned.kind()) {
      case STALL_BEFORE_EXECUTION, STALL_AFTER_EXECUTION, CUT_THEN_EXECUTED -> {
        held.add(injected);
        if (planned.endsByItself()) {
          long millis = planned.time().toMillis() / HASTE;
          releases.add(timer.schedule(() -> release(injected), millis, TimeUnit.MILLISECONDS));
        }
      }
      default -> {}
    }
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

  /** Lets no further request meet a fault, and waits for those that have. */
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
