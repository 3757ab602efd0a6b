package kr.pgsdk.sandbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import kr.pgsdk.sandbox.FaultKind.Execution;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;

/**
 * What a gateway does about a request that a fault has hit, and what it answers; how that response
 * travels is {@link Delivery}'s.
 */
final class FaultedExecution {
  /** Given before an idempotency key is looked at, so never kept under one. */
  private static final Set<Integer> BEFORE_IDEMPOTENCY = Set.of(401, 408, 409, 429);

  /** Where a request waits while it is held. */
  interface Hold {
    void await() throws InterruptedException;
  }

  private final Simulation simulation;
  private final Fault fault;
  private final Hold hold;

  FaultedExecution(Simulation simulation, Fault fault, Hold hold) {
    this.simulation = simulation;
    this.fault = fault;
    this.hold = hold;
  }

  /** Returns what the gateway answers, before the fault changes it; may block in the hold. */
  WireResponse answer(WireRequest arrived) throws InterruptedException {
    int status = fault.ownStatus();
    boolean executed = fault.execution() != Execution.NEVER;
    if (!executed && status == 0) {
      return new WireResponse(200, List.of(), "");
    }
    if (!executed && BEFORE_IDEMPOTENCY.contains(status)) {
      return simulation.refusedAtTheDoor(arrived, status);
    }
    WireRequest request =
        fault.kind() == FaultKind.STALE_LOOKUP ? arrived.toOneBehind(fault.time()) : arrived;
    CountDownLatch takenOn = new CountDownLatch(1);
    WireResponse answer = answer(request, takenOn);
    if (takenOn.getCount() == 0) {
      return answer;
    }
    // Answered without taking the request on: the fault is to be seen all the same.
    if (status != 0) {
      return simulation.refusedAtTheDoor(request, status);
    }
    if (fault.execution() != Execution.AT_ONCE) {
      hold.await();
    }
    return answer;
  }

  /** Counts {@code takenOn} down when the gateway takes the request on, if it does. */
  private WireResponse answer(WireRequest request, CountDownLatch takenOn)
      throws InterruptedException {
    return simulation.answer(
        request,
        execution -> {
          takenOn.countDown();
          return around(execution);
        });
  }

  private WireResponse around(Supplier<WireResponse> execution) throws InterruptedException {
    if (fault.execution() == Execution.NEVER) {
      return simulation.failure(fault.ownStatus());
    }
    if (fault.execution() == Execution.HELD_BEFORE) {
      hold.await();
    }
    WireResponse answer = execution.get();
    if (fault.execution() == Execution.HELD_AFTER) {
      hold.await();
    }
    return fault.ownStatus() == 0 ? answer : simulation.failure(fault.ownStatus());
  }

  /** Returns when the gateway has taken the request on; it goes on without the client. */
  void goOnAlone(WireRequest request, Counter working) throws InterruptedException {
    CountDownLatch takenOn = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                WireResponse unused = answer(request, takenOn);
              } catch (InterruptedException e) {
                // The sandbox was closed: it is never executed.
                Thread.currentThread().interrupt();
              } finally {
                working.add(-1);
                takenOn.countDown();
              }
            },
            "sandbox request " + request.id());
    thread.setDaemon(true);
    working.add(1);
    thread.start();
    takenOn.await();
  }
}
