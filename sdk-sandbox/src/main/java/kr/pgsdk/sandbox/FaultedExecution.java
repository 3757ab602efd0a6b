package kr.pgsdk.sandbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.WireAnswer;
import kr.pgsdk.sandbox.wire.WireRequest;

/**
 * What a gateway does about a request that a fault has hit, and what it would answer; how that
 * answer travels is {@link Delivery}'s.
 */
final class FaultedExecution {
  /** Given before an idempotency key is looked at, so never kept under one. */
  private static final Set<Integer> BEFORE_IDEMPOTENCY = Set.of(401, 408, 409, 429);

  private final String gateway;
  private final Simulation simulation;

  FaultedExecution(String gateway, Simulation simulation) {
    this.gateway = gateway;
    this.simulation = simulation;
  }

  /** Returns what is to be delivered; may block until the fault is released. */
  WireAnswer answer(InjectedFault fault, WireRequest request) throws InterruptedException {
    fault.begin();
    try {
      return fault.fault.effect.rewrite().apply(unchanged(fault, request));
    } finally {
      fault.end();
    }
  }

  private WireAnswer unchanged(InjectedFault fault, WireRequest request)
      throws InterruptedException {
    Effect effect = fault.fault.effect;
    if (effect.execution() == Effect.Execution.NEVER) {
      if (effect.ownStatus() == 0) {
        return new WireAnswer(200, List.of(), "");
      }
      if (BEFORE_IDEMPOTENCY.contains(effect.ownStatus())) {
        return simulation.refusedAtTheDoor(request, effect.ownStatus());
      }
    }
    AtomicBoolean takenOn = new AtomicBoolean();
    WireAnswer answer =
        simulation.answer(
            request,
            execution -> {
              takenOn.set(true);
              return around(fault, execution);
            });
    return takenOn.get() ? answer : refusedOrRepeated(fault, request, answer);
  }

  /**
   * The gateway has answered without taking the request on: the fault is to be seen all the same.
   */
  private WireAnswer refusedOrRepeated(InjectedFault fault, WireRequest request, WireAnswer answer)
      throws InterruptedException {
    Effect effect = fault.fault.effect;
    return switch (effect.execution()) {
      case STALLED_BEFORE, STALLED_AFTER -> {
        fault.awaitRelease();
        yield answer;
      }
      default ->
          effect.ownStatus() == 0
              ? answer
              : simulation.refusedAtTheDoor(request, effect.ownStatus());
    };
  }

  private WireAnswer around(InjectedFault fault, Supplier<WireAnswer> execution)
      throws InterruptedException {
    Effect effect = fault.fault.effect;
    return switch (effect.execution()) {
      case NEVER -> simulation.failure(effect.ownStatus());
      case STALLED_BEFORE, ON_RELEASE -> {
        fault.awaitRelease();
        yield execution.get();
      }
      case STALLED_AFTER -> {
        WireAnswer answer = execution.get();
        fault.awaitRelease();
        yield answer;
      }
      case AT_ONCE -> {
        WireAnswer answer = execution.get();
        yield effect.ownStatus() == 0 ? answer : simulation.failure(effect.ownStatus());
      }
    };
  }

  /** Returns when the gateway has taken the request on; it goes on without the client. */
  void executeOnRelease(InjectedFault fault, WireRequest request) throws InterruptedException {
    CountDownLatch takenOn = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                simulation.answer(
                    request,
                    execution -> {
                      takenOn.countDown();
                      return around(fault, execution);
                    });
              } catch (InterruptedException e) {
                // The sandbox was closed: it is never executed.
                Thread.currentThread().interrupt();
              } finally {
                takenOn.countDown();
              }
            },
            "sandbox " + gateway + " request " + request.id());
    thread.setDaemon(true);
    fault.addLate(thread);
    thread.start();
    takenOn.await();
  }
}
