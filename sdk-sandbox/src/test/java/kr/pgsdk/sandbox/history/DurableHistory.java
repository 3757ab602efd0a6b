package kr.pgsdk.sandbox.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** One history of a shop whose servers run durable payments: as planned, then calm, then judged. */
final class DurableHistory {
  final DurablePlan plan;
  final DurableWorld world;
  final RandomGenerator random;
  final List<OrderId> orders = new ArrayList<>();
  final DurableBuyer buyer;

  /** When an order was reported closed, by order. */
  final Map<OrderId, Instant> closed = new HashMap<>();

  final List<Refund> refunds = new ArrayList<>();

  DurableHistory(DurablePlan plan, DurableWorld world) {
    this.plan = plan;
    this.world = world;
    this.random = plan.random();
    this.buyer = new DurableBuyer(this);
  }

  /**
   * Plays a plan, and returns what contradicted the ledger.
   *
   * @param told whether to tell the story, should it fail
   */
  static Result play(DurablePlan plan, ExecutorService threads, boolean told) {
    try (DurableWorld world = new DurableWorld(plan, threads, told)) {
      DurableHistory history = new DurableHistory(plan, world);
      List<Violation> found;
      try {
        history.run();
        found = new DurableOracle(history).violations();
      } catch (AssertionError | RuntimeException e) {
        world.story.add("could not be run: " + e);
        found = List.of(new Violation("could not be run", e + " at " + e.getStackTrace()[0]));
      }
      return new Result(found, world.story.toString(), world.tally);
    }
  }

  /** What became of a history. */
  record Result(List<Violation> found, String story, Tally tally) {}

  private void run() {
    for (int i = 0; i < plan.prices().size(); i++) {
      orders.add(OrderId.of("order-" + plan.seed() + "-" + i));
    }
    for (DurablePlan.Refund planned : plan.refunds()) {
      refunds.add(null);
    }
    List<Runnable> actors = new ArrayList<>();
    for (int actor = 0; actor < plan.actors(); actor++) {
      int own = actor;
      actors.add(() -> act(own));
    }
    world.simulated.run(actors);
    world.simulated.run(List.of(() -> new DurableCalm(this).settle()));
  }

  static String reason(String refundId) {
    return "refund <" + refundId + ">";
  }

  private void act(int actor) {
    for (DurableStep step : plan.steps()) {
      if (step.actor() == actor) {
        world.simulated.pause(step.gap());
        perform(step);
        // A shop's thread takes note of an interrupt after each thing it does.
        boolean unused = Thread.interrupted();
      }
    }
  }

  private void perform(DurableStep step) {
    int subject = step.subject();
    switch (step.what()) {
      case OPEN -> open(step, subject, step.detail() % 2 != 0);
      case CHECKOUT -> {
        int order = plan.payments().get(subject).order();
        if (!buyer.isAt(subject) && open(step, order, false)) {
          buyer.checkout(subject, step.server());
        }
      }
      case RETURN -> back(step, subject);
      case WEBHOOK -> webhook(buyer.payment(subject), step.server(), step.faults());
      case CLOSE -> close(step, orders.get(subject));
      case REFUND, REQUEST_REFUND -> refund(step, subject);
      case RESUME -> resume(step.server(), step.faults());
      case CONSOLE ->
          buyer.behindTheShop(
              subject,
              id ->
                  world.simulated.cancelInConsole(
                      id,
                      RefundRequests.tenths(
                          plan.prices().get(orders.indexOf(buyer.order(id))), step.detail())));
      case DEPOSIT -> buyer.behindTheShop(subject, buyer::deposit);
      case SETTLE -> buyer.behindTheShop(subject, world.simulated::settleRefunds);
      case FAIL_REFUNDS -> buyer.behindTheShop(subject, world.simulated::failRefunds);
      case LEAP -> {
        Duration length = Duration.ofSeconds(step.detail());
        world.story.leap(length);
        world.simulated.leap(length);
      }
      case KILL -> world.kill(step.server());
      case INTERRUPT -> world.simulated.interrupt(subject);
      case JUMP -> world.simulated.jumpTimeOfDay(step.server(), Duration.ofSeconds(step.detail()));
    }
  }

  private boolean open(DurableStep step, int order, boolean otherPrice) {
    Money price = plan.prices().get(order);
    Money asked = otherPrice ? price.plus(Checkout.little(price)) : price;
    Object said =
        world.ask(
            step.server(),
            "open " + orders.get(order) + " at " + asked,
            step.faults(),
            payments ->
                payments.open(
                    OpenOrder.builder(orders.get(order), asked).orderName("T-shirt").build()));
    return said instanceof kr.pgsdk.durable.Checkout.Ready;
  }

  static GatewayTerms terms(Gateway gateway) {
    return switch (gateway) {
      case IAMPORT -> IamportPayment.TERMS;
      case TOSS -> TossPayment.TERMS;
      case PORTONE -> PortOnePayment.TERMS;
    };
  }

  void webhook(@Nullable PaymentId id, int server, List<PlannedFault> faults) {
    if (id == null) {
      return;
    }
    OrderId order = buyer.order(id);
    UntrustedPayment hint = UntrustedPayment.of(terms(plan.gateway()), id, order, null);
    Object unused =
        world.ask(server, "note a webhook of " + id, faults, payments -> payments.notified(hint));
  }

  private void back(DurableStep step, int payment) {
    PaymentId id = buyer.payment(payment);
    if (id == null) {
      return;
    }
    OrderId order = buyer.order(id);
    if (step.detail() % 2 != 0) { // forged: the other order's
      order = orders.get(orders.size() - 1 - orders.indexOf(order));
    }
    back(id, order, step.server(), step.faults());
  }

  void back(PaymentId id, OrderId order, int server, List<PlannedFault> faults) {
    BigDecimal amount = plan.prices().get(orders.indexOf(order)).amount();
    UntrustedReturn back =
        UntrustedReturn.of(terms(plan.gateway()), id, order, amount, null)
            .withPaymentToken(buyer.token(id));
    Object said =
        world.ask(
            server,
            "take back " + id + " of " + order,
            faults,
            payments -> payments.returned(back));
    if (said instanceof Arrival.Paid paid) {
      DurableOracle.requirePaid(this, paid.orderId(), "the buyer was told");
    }
  }

  private void close(DurableStep step, OrderId order) {
    if (!world.store.inNew(session -> session.order(order.value()).isPresent())) {
      return;
    }
    Object said =
        world.ask(
            step.server(),
            "close " + order,
            step.faults(),
            payments -> payments.close(order, reason("close")));
    if (said == Closing.CLOSED) {
      closed.putIfAbsent(order, world.now());
    }
  }

  private void refund(DurableStep step, int number) {
    Refund refund = refunds.get(number);
    if (refund == null) {
      refund = refund(number);
      refunds.set(number, refund);
    }
    if (refund == null) {
      return;
    }
    Refund asked = refund;
    boolean now = step.what() == DurableStep.What.REFUND;
    Object unused =
        world.ask(
            step.server(),
            (now ? "" : "request ") + "refund " + asked,
            step.faults(),
            payments -> {
              if (now) {
                return payments.refund(asked);
              }
              payments.requestRefund(asked);
              return "requested";
            });
  }

  /** Null while the payment it names isn't there. */
  private @Nullable Refund refund(int number) {
    DurablePlan.Refund planned = plan.refunds().get(number);
    String id = "r-" + plan.seed() + "-" + number;
    OrderId order = orders.get(planned.order());
    Money price = plan.prices().get(planned.order());
    Refund.Builder refund =
        planned.part() == 10
            ? Refund.full(id, order, reason(id))
            : Refund.partial(id, order, RefundRequests.tenths(price, planned.part()), reason(id));
    if (planned.payment() != null) {
      PaymentId payment = buyer.payment(planned.payment());
      if (payment == null) {
        return null;
      }
      refund.paymentId(payment);
    }
    boolean account =
        plan.payments().stream()
            .anyMatch(p -> p.order() == planned.order() && p.checkout() == Checkout.ACCOUNT);
    if (account) {
      refund.refundAccount(RefundRequests.account(plan.gateway()));
    }
    return refund.build();
  }

  void resume(int server, List<PlannedFault> faults) {
    Object unused =
        world.ask(server, "resume", faults, payments -> payments.resume(Duration.ofMinutes(5)));
  }
}
