package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Switch;
import org.jspecify.annotations.Nullable;

/** Runs a plan in a world, first as planned, then without faults until every doubt is gone. */
final class HistoryRun {
  /**
   * A payment as it was really opened.
   *
   * @param price what the gateway takes of the buyer
   * @param expected what the shop believes it does
   * @param token what the browser brings from PortOne's channels with manual confirm; else null
   */
  record Paid(
      PaymentId id,
      OrderId order,
      Money price,
      Money expected,
      Checkout checkout,
      @Nullable String token) {
    /** A confirm of it, as the browser came back. */
    ConfirmRequest.Builder confirm(OrderId claimed, Money money) {
      ConfirmRequest.Builder request = ConfirmRequest.builder(id, claimed, money);
      return token == null ? request : request.paymentToken(token);
    }
  }

  /** Longer than {@link PlannedFault#LONGEST} and than the SDK waits before it repeats a refund. */
  private static final Duration QUIET = Duration.ofMinutes(3);

  private static final Duration LIFE_OF_A_KEY = Duration.ofHours(3);

  final Plan plan;
  final World world;
  final List<Paid> payments = new ArrayList<>();
  final List<Refund> refunds = new ArrayList<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();

  private final AtomicInteger numbers = new AtomicInteger();

  HistoryRun(Plan plan, World world) {
    this.plan = plan;
    this.world = world;
  }

  /**
   * Runs it all.
   *
   * @return false if it can't be judged, because it never came to rest
   */
  boolean toEnd() {
    open();
    List<Runnable> actors = new ArrayList<>();
    for (int actor = 0; actor < plan.actors(); actor++) {
      int own = actor;
      actors.add(() -> act(own));
    }
    world.run(actors);
    world.calm();
    world.run(List.of(this::settle));
    world.calm();
    calls.sort(Comparator.comparingInt(call -> call.number));
    return world.attribute(calls);
  }

  private void open() {
    for (Plan.Payment planned : plan.payments()) {
      OrderId order = OrderId.of("order-" + plan.seed() + "-" + payments.size());
      BrowserReturn back = planned.checkout().open(world, plan.gateway(), planned, order);
      PaymentId id = back.paymentId();
      String token = planned.manual() ? world.portOneBuyer().paymentToken(back) : null;
      Money taken = planned.checkout().taken(plan.gateway(), planned.price());
      payments.add(new Paid(id, order, taken, planned.price(), planned.checkout(), token));
      if (planned.refusesRefunds()) {
        // PortOne refuses by itself, or passes on what the payment company says.
        boolean itself = plan.gateway() == Gateway.PORTONE && plan.seed() % 3 == 0;
        world.refuseRefunds(
            id, itself ? "MAX_CANCEL_COUNT_REACHED" : "FAILED_INTERNAL_SYSTEM_PROCESSING");
      }
    }
    for (Plan.RefundPlan planned : plan.refunds()) {
      CancelRequest request =
          RefundRequests.of(
              plan.gateway(),
              planned,
              payments.get(planned.payment()),
              "refund-" + plan.seed() + "-" + refunds.size());
      refunds.add(new Refund(refunds.size(), planned.payment(), request));
    }
  }

  private void act(int actor) {
    for (Step step : plan.steps()) {
      if (step.actor() == actor) {
        world.pause(step.gap());
        perform(step.what());
        // The shop takes note of an interrupt after each thing it does.
        boolean unused = Thread.interrupted();
      }
    }
  }

  private void perform(Step.What what) {
    if (what instanceof Step.Confirm confirm) {
      confirm(confirm);
    } else if (what instanceof Step.Cancel cancel) {
      Refund refund = refunds.get(cancel.refund());
      if (cancel.stored() && refund.isInDoubt()) {
        refund.request = Said.stored(refund.request);
      }
      cancel(refund, cancel.node(), false, cancel.faults());
    } else if (what instanceof Step.Find find) {
      Paid paid = payments.get(find.payment());
      PaymentLookup lookup =
          find.byOrder()
              ? PaymentLookup.byOrderId(paid.order())
              : PaymentLookup.byPaymentId(paid.id());
      find(find.payment(), lookup, find.node(), false, find.faults());
    } else if (what instanceof Step.Token token) {
      Call call = call(new Asked.Token(0), false, token.faults());
      world.call(call, token.node(), gateway -> gateway.getToken());
    } else if (what instanceof Step.Console console) {
      Paid paid = payments.get(console.payment());
      unlessImpossible(
          () ->
              world.cancelInConsole(
                  paid.id(), RefundRequests.tenths(paid.price(), console.tenths())));
    } else if (what instanceof Step.Deposit deposit) {
      unlessImpossible(() -> deposit(payments.get(deposit.payment()).id()));
    } else if (what instanceof Step.Settle settle) {
      PaymentId id = payments.get(settle.payment()).id();
      letAnInstantPass();
      if (settle.fail()) {
        world.failRefunds(id);
      } else {
        world.settleRefunds(id);
      }
    } else if (what instanceof Step.Leap leap) {
      world.leap(leap.time());
    } else if (what instanceof Step.Jump jump) {
      world.jumpTimeOfDay(jump.node(), jump.by());
    } else if (what instanceof Step.Close close) {
      world.closeNode(close.node());
    } else if (what instanceof Step.Interrupt interrupt) {
      world.interrupt(interrupt.other());
    }
  }

  /** So that what was under way till now was so for a while. */
  private void letAnInstantPass() {
    world.pause(Duration.ofNanos(1));
  }

  private void deposit(PaymentId id) {
    switch (plan.gateway()) {
      case IAMPORT -> world.iamportBuyer().deposit(id);
      case TOSS -> world.tossBuyer().deposit(id);
      case PORTONE -> {
        if (payments.stream().anyMatch(p -> p.id().equals(id) && p.checkout().isPending(p))) {
          world.portOneBuyer().settlePending(id, plan.seed() % 4 > 0);
        } else {
          world.portOneBuyer().deposit(id);
        }
      }
    }
  }

  /** What people do outside the shop may be impossible by now; then they don't do it. */
  private static void unlessImpossible(Runnable act) {
    try {
      act.run();
    } catch (IllegalStateException e) {
      // Too late, or nothing left.
    }
  }

  private void confirm(Step.Confirm step) {
    Paid paid = payments.get(step.payment());
    OrderId order = step.slip() == Step.Slip.ORDER ? OrderId.of(paid.order() + "-x") : paid.order();
    Money money =
        step.slip() == Step.Slip.AMOUNT
            ? paid.expected().plus(RefundRequests.tenths(paid.expected(), 1))
            : paid.expected();
    ConfirmRequest.Builder request = paid.confirm(order, money);
    if (step.slip() == Step.Slip.RETURNED) {
      request.returnedMoney(RefundRequests.tenths(money, 1));
    }
    if (step.ownKey()) {
      request.idempotencyKey(
          "confirm-" + plan.seed() + (step.sharedKey() ? "" : "-" + step.payment()));
    }
    if (step.looksOnly()) {
      request.withoutCapture();
    }
    if (step.refundMismatch() && !step.looksOnly()) {
      request.onMismatch(OnMismatch.CANCEL);
    }
    confirm(step.payment(), request.build(), step.node(), false, step.faults());
  }

  private Call confirm(
      int payment, ConfirmRequest request, int node, boolean settling, List<PlannedFault> faults) {
    Call call = call(new Asked.Confirm(payment, request), settling, faults);
    world.call(call, node, gateway -> gateway.confirm(request));
    return call;
  }

  private Call cancel(Refund refund, int node, boolean settling, List<PlannedFault> faults) {
    CancelRequest request = refund.request;
    Call call = call(new Asked.Cancel(refund, request), settling, faults);
    refund.calls.add(call);
    world.call(call, node, gateway -> gateway.cancel(request));
    if (call.said instanceof OutcomeUnknownException unknown) {
      refund.request = unknown.pendingCancel().orElse(request);
    }
    return call;
  }

  private Call find(
      int payment, PaymentLookup lookup, int node, boolean settling, List<PlannedFault> faults) {
    Call call = call(new Asked.Find(payment, lookup), settling, faults);
    world.call(call, node, gateway -> gateway.find(lookup));
    return call;
  }

  private Call call(Asked asked, boolean settling, List<PlannedFault> faults) {
    Call call = new Call(numbers.incrementAndGet(), asked, settling, faults);
    call.own = payments.get(asked.payment());
    call.strange = payments.size() == 1 ? null : payments.get(1 - asked.payment());
    calls.add(call);
    return call;
  }

  /** The faults have stopped: what a doubt named is looked up, and refunds are handed in again. */
  private void settle() {
    world.leap(QUIET);
    for (Paid paid : payments) {
      world.settleRefunds(paid.id());
    }
    for (Call call : List.copyOf(calls)) {
      if (call.said instanceof OutcomeUnknownException unknown && unknown.lookup() != null) {
        find(call.asked.payment(), unknown.lookup(), 0, true, List.of());
      }
    }
    for (Refund refund : refunds) {
      int rounds = plan.gateway() == Gateway.PORTONE ? 5 : 3;
      for (int i = 0; i < rounds && !refund.calls.isEmpty(); i++) {
        if (i == 3) {
          // PortOne forgets a key: from then on nothing is sent, and a lookup ends the doubt.
          world.leap(LIFE_OF_A_KEY);
        }
        Call call = cancel(refund, 0, true, List.of());
        boolean open =
            call.said instanceof OutcomeUnknownException
                || call.said instanceof Cancellation.Pending;
        if (!open) {
          break;
        }
        letAnInstantPass();
        world.settleRefunds(payments.get(refund.payment).id());
        world.leap(QUIET);
      }
    }
    for (int i = 0; i < payments.size(); i++) {
      Paid paid = payments.get(i);
      find(i, PaymentLookup.byPaymentId(paid.id()), 0, true, List.of());
      ConfirmRequest request = paid.confirm(paid.order(), paid.expected()).build();
      Call call = confirm(i, request, 0, true, List.of());
      // Toss gives a confirm ten minutes, and an open window thirty. A stored failure hides which
      // of them has passed.
      int rounds = plan.switches().contains(Switch.TOSS_STORES_SERVER_ERRORS) ? 16 : 11;
      for (int j = 0; j < rounds && call.said instanceof OutcomeUnknownException; j++) {
        world.leap(QUIET);
        call = confirm(i, request, 0, true, List.of());
      }
      if (plan.gateway() == Gateway.PORTONE && call.said instanceof OutcomeUnknownException) {
        // A failure that was kept under the confirm's key is forgotten with it.
        world.leap(LIFE_OF_A_KEY);
        Call unused = confirm(i, request, 0, true, List.of());
      }
    }
  }
}
