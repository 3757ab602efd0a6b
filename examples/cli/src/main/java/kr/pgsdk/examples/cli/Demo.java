package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.SandboxGateway;

/**
 * A payment's life at one gateway, with what can go wrong. Each step calls the SDK as a shop does,
 * checks the result against the sandbox's ledger, and returns one line: what happened, and what it
 * proves.
 */
final class Demo {
  private static final Money PRICE = Money.krw(15_000);
  private static final Money ITEM = Money.krw(5_000);

  private final Gateway gateway;
  private final PaymentGateway shop;
  private final DemoSandbox sandbox;
  private final SandboxGateway server;
  private final DemoSteps steps;
  private int orders;

  Demo(DemoSandbox sandbox, PaymentGateway shop, Consumer<DemoStep> observer) {
    this.gateway = sandbox.gateway();
    this.shop = shop;
    this.sandbox = sandbox;
    this.server = sandbox.server();
    this.steps = new DemoSteps(gateway, server.journal(), observer);
  }

  /** Runs every step, also after one that failed. */
  void run() {
    OrderId order = newOrder();
    steps.run("token", requests(1, 0, 0), this::token);
    steps.run("prepare", requests(1, 0, 1), () -> prepare(order));
    BrowserReturn card = sandbox.pay(order, PRICE);
    steps.run("buyer pays", 0, () -> buyerPays(card));
    steps.run("find", 1, () -> find(order));
    steps.run("confirm", 1, () -> confirm(card));
    steps.run("cancel part", requests(3, 3, 4), () -> cancelPart(card));
    steps.run("cancel rest", requests(2, 2, 3), () -> cancelRest(card));
    steps.run("tampered amount", requests(1, 0, 1), this::tamperedAmount);
    steps.run("stranger's payment", requests(2, 3, 3), this::strangersPayment);
    steps.run("refused card", requests(1, 2, 1), this::refusedCard);
    BrowserReturn account = sandbox.chooseVirtualAccount(newOrder(), PRICE);
    steps.run("account waiting", 1, () -> accountWaiting(account));
    steps.run("account paid", 1, () -> accountPaid(account));
    steps.run("answer lost", requests(2, 3, 2), this::answerLost);
    try (TemporaryFolder database = TemporaryFolder.create()) {
      BrowserReturn unsaved = openAndPay(database.path());
      steps.run("server dies", 1, () -> serverDies(unsaved, database.path()));
      steps.run("next server", requests(4, 3, 4), () -> nextServer(unsaved, database.path()));
    }
  }

  /** How many requests a step needs at this gateway. */
  private int requests(int iamport, int toss, int portOne) {
    return switch (gateway) {
      case IAMPORT -> iamport;
      case TOSS -> toss;
      case PORTONE -> portOne;
    };
  }

  private String token() {
    AuthToken first = shop.getToken();
    AuthToken second = shop.getToken();
    check(first.value().equals(second.value()), "the same token twice");
    return first
        .expiresAt()
        .map(expiry -> expiry.truncatedTo(ChronoUnit.SECONDS))
        .map("One request for two calls: the SDK keeps the token until %s."::formatted)
        .orElse("No request: the gateway takes the secret key itself. It never expires.");
  }

  private String prepare(OrderId order) {
    Preparation preparation =
        shop.prepare(PrepareRequest.builder(order, PRICE).orderName("T-shirt").build());
    boolean registered = preparation instanceof Preparation.Registered;
    check(registered == (gateway == Gateway.IAMPORT), "registered at Iamport only");
    return switch (gateway) {
      case IAMPORT ->
          "Iamport registered %s: its window opens for no other amount.".formatted(PRICE);
      case TOSS -> "No request: the SDK checked the order. The confirm checks the amount.";
      case PORTONE -> "PortOne registered %s. The confirm checks the amount.".formatted(PRICE);
    };
  }

  private String buyerPays(BrowserReturn back) {
    check(
        ledger(back).captures() == (sandbox.windowCaptures() ? 1 : 0),
        "captured by now, unless confirm does that");
    return (sandbox.windowCaptures()
            ? "The buyer has paid. The browser brings %s."
            : "No money has moved yet. The browser brings %s.")
        .formatted(back.paymentId());
  }

  private String find(OrderId order) {
    Payment payment = shop.find(PaymentLookup.byOrderId(order)).orElseThrow();
    check(payment.orderId().equals(order), "the payment of " + order);
    return "Found by the shop's order id %s: %s, %s."
        .formatted(order, payment.status().known(), payment.amount());
  }

  private String confirm(BrowserReturn back) {
    confirmOrder(back).orElseThrow();
    check(ledger(back).captures() == 1, "captured once");
    return "Confirmed: captured once, order and amount match. The shop may ship.";
  }

  private String cancelPart(BrowserReturn back) {
    CancelRequest request =
        CancelRequest.partial(back.paymentId(), ITEM, "one item returned")
            .orderId(back.orderId())
            .build();
    Cancellation first = shop.cancel(request);
    shop.cancel(request);
    check(first.cancelledNow().equals(Optional.of(ITEM)), ITEM + " cancelled");
    check(ledger(back).refunded().equals(ITEM), ITEM + " refunded in all");
    return "Refunded %s once, although cancel was called twice; %s left."
        .formatted(ITEM, first.payment().balance());
  }

  private String cancelRest(BrowserReturn back) {
    Cancellation cancellation =
        shop.cancel(
            CancelRequest.full(back.paymentId(), "order withdrawn")
                .orderId(back.orderId())
                .build());
    check(cancellation.payment().balance().isZero(), "nothing left");
    check(ledger(back).refunded().equals(PRICE), PRICE + " refunded in all");
    return "Refunded the remaining %s; the ledger shows %s in all."
        .formatted(cancellation.cancelledNow().orElseThrow(), PRICE);
  }

  private String tamperedAmount() {
    BrowserReturn back = sandbox.pay(newOrder(), Money.krw(100));
    String mismatch = onlyMismatch(confirmOrder(back), Mismatch.Field.AMOUNT);
    check(!ledger(back).captured().equals(PRICE), "the full price never captured");
    return "Not confirmed: %s. %s"
        .formatted(
            mismatch,
            sandbox.windowCaptures()
                ? "The window captured it: refund it."
                : "Nothing was captured.");
  }

  private String strangersPayment() {
    BrowserReturn stranger = sandbox.pay(newOrder(), PRICE);
    confirmOrder(stranger).orElseThrow();
    ConfirmRequest thief =
        ConfirmRequest.builder(stranger.paymentId(), newOrder(), PRICE)
            .onMismatch(OnMismatch.CANCEL)
            .build();
    String mismatch = onlyMismatch(shop.confirm(thief), Mismatch.Field.ORDER_ID);
    check(ledger(stranger).captures() == 1, "the stranger's payment captured once");
    check(ledger(stranger).refunds() == 0, "nothing refunded");
    return "Not confirmed: %s. Nothing was refunded.".formatted(mismatch);
  }

  private String refusedCard() {
    BrowserReturn back = sandbox.payWithRefusedCard(newOrder(), PRICE);
    NotConfirmed refused = expect(NotConfirmed.class, confirmOrder(back));
    check(refused.moneyHeld() == NotConfirmed.MoneyHeld.NO, "no money held");
    check(ledger(back).captures() == 0, "nothing captured");
    return "Not confirmed, nothing captured: "
        + refused.refusal().flatMap(Refusal::message).orElseThrow();
  }

  private String accountWaiting(BrowserReturn back) {
    AwaitingDeposit waiting = expect(AwaitingDeposit.class, confirmOrder(back));
    return "Not paid yet: the buyer must transfer to account %s. Don't ship."
        .formatted(waiting.payment().virtualAccount().orElseThrow().number());
  }

  private String accountPaid(BrowserReturn back) {
    sandbox.deposit(back.paymentId());
    UntrustedPayment named = sandbox.webhook(back);
    expect(Confirmed.class, named.verify(shop, back.orderId(), PRICE));
    return "A webhook named the payment. The SDK asked the gateway, which says it is paid.";
  }

  private String answerLost() {
    BrowserReturn back = sandbox.pay(newOrder(), PRICE);
    server.inject(
        sandbox.windowCaptures()
            ? Fault.of(FaultKind.ANSWER_LOST).on("GET", "/payments/")
            : Fault.of(FaultKind.ANSWER_LOST).on("POST", "/v1/payments/confirm"));
    confirmOrder(back).orElseThrow();
    check(ledger(back).captures() == 1, "captured once");
    return sandbox.windowCaptures()
        ? "The response was lost. Asking moves no money, so the SDK asked again: confirmed."
        : "The response was lost. The SDK repeated the request under one key: captured once.";
  }

  /** The shop records an order before the buyer pays it. */
  private BrowserReturn openAndPay(Path database) {
    OrderId order = newOrder();
    try (DemoServer first = new DemoServer(database, shop)) {
      first.payments().open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    }
    return sandbox.pay(order, PRICE);
  }

  private String serverDies(BrowserReturn back, Path database) {
    try (DemoServer first = new DemoServer(database, new DyingGateway(shop))) {
      boolean died = false;
      try {
        first.payments().returned(sandbox.returned(back));
      } catch (DyingGateway.Death death) {
        died = true;
      }
      check(died, "the server's death");
      check(ledger(back).captures() == 1, "captured once");
      check(first.delivered() == 0, "nothing delivered");
    }
    return "The buyer has paid; the server died before it saved that. Nothing is delivered.";
  }

  private String nextServer(BrowserReturn back, Path database) {
    try (DemoServer next = new DemoServer(database, shop)) {
      UntrustedPayment named = sandbox.webhook(back);
      for (int times = 0; times < 2; times++) {
        next.payments().notified(named);
        next.payments().resume(Duration.ofSeconds(30));
      }
      check(next.delivered() == 1, "delivered once");
    }
    check(ledger(back).captures() == 1, "captured once");
    return "The webhook came twice. The next server looked: captured once, delivered once.";
  }

  /** As a shop does when the browser comes back: its own order and price are what counts. */
  private Confirmation confirmOrder(BrowserReturn back) {
    ConfirmRequest.Builder request =
        ConfirmRequest.builder(back.paymentId(), back.orderId(), PRICE)
            .returnedOrderId(back.orderId());
    if (gateway == Gateway.TOSS) { // only its redirect brings an amount
      request.returnedMoney(back.amount());
    }
    return shop.confirm(request.build());
  }

  private static String onlyMismatch(Confirmation confirmation, Mismatch.Field field) {
    List<Mismatch> mismatches = expect(NotConfirmed.class, confirmation).mismatches();
    Mismatch first = mismatches.get(0);
    check(mismatches.size() == 1 && first.field() == field, "a mismatch of the " + field);
    return "%s is %s, not %s".formatted(first.fieldName(), first.actual(), first.expected());
  }

  /** Short, to be read: a shop takes {@link OrderId#random()}. */
  private OrderId newOrder() {
    orders++;
    return OrderId.of("order_" + (9000 + orders));
  }

  private Ledger ledger(BrowserReturn back) {
    return server.ledger(back.paymentId());
  }

  private static <T> T expect(Class<T> type, Object result) {
    check(type.isInstance(result), type.getSimpleName());
    return type.cast(result);
  }

  private static void check(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalStateException("expected " + expected);
    }
  }
}
