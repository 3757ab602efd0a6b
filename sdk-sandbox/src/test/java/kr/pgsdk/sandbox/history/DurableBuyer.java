package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.iamport.IamportCheckout;
import kr.pgsdk.sandbox.portone.PortOneCheckout;
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
    DurablePlan.Payment planned = planned(id);
    return plan.gateway() != Gateway.IAMPORT
        && planned != null
        && planned.checkout() == Checkout.ACCOUNT;
  }

  OrderId order(PaymentId id) {
    return history.orders.get(known(id).order());
  }

  private DurablePlan.Payment known(PaymentId id) {
    return Objects.requireNonNull(planned(id), id.value());
  }

  /** Null for a window in which the buyer hasn't been yet. */
  private DurablePlan.@Nullable Payment planned(PaymentId id) {
    for (Map.Entry<Integer, PaymentId> entry : payments.entrySet()) {
      if (entry.getValue().equals(id)) {
        return plan.payments().get(entry.getKey());
      }
    }
    return null;
  }

  /** Does what the plan says in the checkout. */
  void checkout(int payment, int server) {
    DurablePlan.Payment planned = plan.payments().get(payment);
    OrderId order = history.orders.get(planned.order());
    try {
      if (plan.gateway() == Gateway.IAMPORT) {
        openAll(planned.order(), order);
        atIamport(payment, planned);
      } else {
        at(payment, opened(planned, order));
      }
      if (planned.refusesRefunds()) {
        world.simulated.refuseRefunds(payments.get(payment), "FAILED_INTERNAL_SYSTEM_PROCESSING");
      }
    } catch (IllegalStateException e) {
      world.story.add("the window of payment " + payment + " stays shut: " + e.getMessage());
    }
    announce(payments.get(payment), server);
  }

  private PaymentId opened(DurablePlan.Payment planned, OrderId order) {
    PaymentId id = planned.discount() > 0 ? discounted(planned, order) : plain(planned, order);
    if (plan.isManual()) {
      tokens.put(id, world.simulated.portOneWindows().paymentToken(id));
    }
    return id;
  }

  private PaymentId plain(DurablePlan.Payment planned, OrderId order) {
    Plan.Payment asked =
        new Plan.Payment(planned.checkout(), plan.asked(planned), false, plan.isManual());
    return planned.checkout().open(world.simulated, plan.gateway(), asked, order).paymentId();
  }

  private PaymentId discounted(DurablePlan.Payment planned, OrderId order) {
    PortOneCheckout windows = world.simulated.portOneWindows();
    PaymentId id =
        windows.openWithDiscount(
            order, plan.asked(planned), plan.discount(planned), plan.isManual());
    if (planned.checkout() == Checkout.ACCOUNT) {
      windows.chooseAccount(id);
    } else {
      windows.pay(id);
    }
    return id;
  }

  private void at(int payment, PaymentId id) {
    world.story.add("the buyer is at payment " + payment + ", " + id);
    payments.put(payment, id);
  }

  /** The windows of all tabs are open before the first is paid, or they would stay shut. */
  private void openAll(int number, OrderId order) {
    for (int i = 0; i < plan.payments().size(); i++) {
      DurablePlan.Payment planned = plan.payments().get(i);
      if (planned.order() == number && windows.get(i) == null) {
        boolean test = planned.checkout() == Checkout.TEST_CHANNEL;
        windows.put(i, world.simulated.iamportWindows().open(order, plan.asked(planned), test));
      }
    }
  }

  private void atIamport(int payment, DurablePlan.Payment planned) {
    IamportCheckout iamport = world.simulated.iamportWindows();
    PaymentId id = windows.get(payment);
    at(payment, id);
    if (planned.discount() > 0) {
      iamport.promote(id, plan.discount(planned));
    }
    switch (planned.checkout()) {
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
      case PORTONE -> {
        if (known(id).checkout() == Checkout.REFUSED_BRIEFLY && !plan.isManual()) {
          world.simulated.portOneBuyer().settlePending(id, plan.seed() % 4 > 0);
        } else {
          world.simulated.portOneBuyer().deposit(id);
        }
      }
    }
  }

  /** What moved, as the gateway shows it to the shop. */
  List<LedgerEntry> ledger(PaymentId id) {
    List<LedgerEntry> real = world.simulated.ledger(id);
    DurablePlan.Payment planned = planned(id);
    if (plan.gateway() == Gateway.IAMPORT && planned != null && isRefusedTest(planned)) {
      return List.of(); // no money, and Iamport shows it to those alone who ask for tests
    }
    return plan.gateway() == Gateway.PORTONE && planned != null && planned.discount() > 0
        ? DiscountedLedger.of(real, world.simulated.refunds(id), plan.asked(planned))
        : real;
  }

  /** Whether the gateway shows it to those alone who know its id. */
  boolean isHidden(PaymentId id) {
    return plan.gateway() == Gateway.IAMPORT
        && plan.switches().contains(Switch.IAMPORT_LISTS_HIDE_TEST_PAYMENTS)
        && known(id).checkout() == Checkout.TEST_CHANNEL;
  }

  /** Whether what was captured is what the shop takes for this price. */
  boolean pays(PaymentId id, Money price, Money captured) {
    DurablePlan.Payment planned = known(id);
    boolean promoted = plan.gateway() == Gateway.IAMPORT && plan.traits().acceptsPromotions();
    Money due = promoted ? price.minus(plan.discount(planned)) : price;
    return captured.equals(due) && !isRefusedTest(planned);
  }

  private boolean isRefusedTest(DurablePlan.Payment planned) {
    return planned.checkout() == Checkout.TEST_CHANNEL
        && !plan.traits().acceptsTests()
        && plan.gateway() != Gateway.TOSS;
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
    world.story.add("behind the shop: " + ledger(id));
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
