package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.iamport.IamportCheckout;
import org.jspecify.annotations.Nullable;

/** What is done at the gateway without the shop: by the buyer, an operator, a bank. */
final class DurableBuyer {
  private final DurableHistory history;
  private final DurablePlan plan;
  private final DurableWorld world;
  private final Map<Integer, PaymentId> windows = new HashMap<>();
  private final Map<Integer, PaymentId> payments = new LinkedHashMap<>();
  private final Map<PaymentId, String> tokens = new HashMap<>();

  /** Payments that changed behind the shop's back, of which it must be told. */
  final List<PaymentId> unannounced = new ArrayList<>();

  DurableBuyer(DurableHistory history) {
    this.history = history;
    this.plan = history.plan;
    this.world = history.world;
  }

  /** All payments so far. */
  List<PaymentId> payments() {
    return List.copyOf(payments.values());
  }

  /** A payment by its place in the plan; null if the buyer hasn't come so far. */
  @Nullable PaymentId payment(int number) {
    return payments.get(number);
  }

  boolean isAt(int payment) {
    return payments.containsKey(payment);
  }

  /** What the browser brings from PortOne's manual channel; null elsewhere. */
  @Nullable String token(PaymentId id) {
    return tokens.get(id);
  }

  /** Whether a payment's refunds are transfers that may bounce, as Toss and PortOne show them. */
  boolean isDeposit(PaymentId id) {
    return plan.gateway() != Gateway.IAMPORT
        && payments.entrySet().stream()
            .filter(entry -> entry.getValue().equals(id))
            .anyMatch(e -> plan.payments().get(e.getKey()).checkout() == Checkout.ACCOUNT);
  }

  OrderId order(PaymentId id) {
    for (Map.Entry<Integer, PaymentId> entry : payments.entrySet()) {
      if (entry.getValue().equals(id)) {
        return history.orders.get(plan.payments().get(entry.getKey()).order());
      }
    }
    throw new IllegalStateException("no payment " + id);
  }

  /** Does what the plan says in the checkout. */
  void checkout(int payment, int server) {
    DurablePlan.Payment planned = plan.payments().get(payment);
    OrderId order = history.orders.get(planned.order());
    Money price = plan.prices().get(planned.order());
    try {
      if (plan.gateway() != Gateway.IAMPORT) {
        at(payment, opened(planned.checkout(), order, price));
        return;
      }
      // The windows of all tabs are open before the first is paid, or they would stay shut.
      for (int i = 0; i < plan.payments().size(); i++) {
        if (plan.payments().get(i).order() == planned.order() && windows.get(i) == null) {
          windows.put(i, world.simulated.iamportBuyer().abandon(order, price).paymentId());
        }
      }
      at(payment, windows.get(payment));
      atIamport(planned.checkout(), windows.get(payment));
    } catch (IllegalStateException e) {
      world.story.add("the window of payment " + payment + " stays shut: " + e.getMessage());
    }
    announce(payments.get(payment), server);
  }

  private PaymentId opened(Checkout checkout, OrderId order, Money price) {
    Plan.Payment asked = new Plan.Payment(checkout, price, false, plan.isManual());
    BrowserReturn back = checkout.open(world.simulated, plan.gateway(), asked, order);
    if (plan.isManual()) {
      tokens.put(back.paymentId(), world.simulated.portOneBuyer().paymentToken(back));
    }
    return back.paymentId();
  }

  private void at(int payment, PaymentId id) {
    world.story.add("the buyer is at payment " + payment + ", " + id);
    payments.put(payment, id);
  }

  private void atIamport(Checkout checkout, PaymentId id) {
    IamportCheckout iamport = world.simulated.iamportWindows();
    switch (checkout) {
      case PAID, TEST_CHANNEL, PROMOTION -> iamport.pay(id);
      case REFUSED, REFUSED_BRIEFLY -> iamport.fail(id, "카드사 승인이 거절되었습니다.");
      case ACCOUNT -> iamport.issueAccount(id);
      case ABANDONED, EXPIRED -> {}
    }
  }

  void deposit(PaymentId id) {
    switch (plan.gateway()) {
      case IAMPORT -> world.simulated.iamportBuyer().deposit(id);
      case TOSS -> world.simulated.tossBuyer().deposit(id);
      case PORTONE -> world.simulated.portOneBuyer().deposit(id);
    }
  }

  /** Does something outside the shop; it may be impossible by now. */
  void behindTheShop(int payment, Consumer<PaymentId> act) {
    PaymentId id = payments.get(payment);
    if (id == null) {
      return;
    }
    try {
      act.accept(id);
    } catch (IllegalStateException e) {
      return;
    }
    world.story.add("behind the shop: " + world.simulated.ledger(id));
    unannounced.add(id);
    announce(id, history.random.nextInt(plan.servers()));
  }

  /** The gateway's webhook, which may get lost, or come twice. */
  private void announce(@Nullable PaymentId id, int server) {
    for (int i = 0; id != null && i < 2; i++) {
      if (world.happens(i == 0 ? plan.webhooks() : plan.webhooks() / 4)) {
        world.simulated.pause(Duration.ofMillis(history.random.nextInt(50)));
        history.webhook(id, (server + i) % plan.servers(), List.of());
      }
    }
  }
}
