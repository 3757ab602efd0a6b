package kr.pgsdk.examples.cli;

import static kr.pgsdk.examples.cli.DemoStep.ACCOUNT_PAID;
import static kr.pgsdk.examples.cli.DemoStep.ACCOUNT_WAITING;
import static kr.pgsdk.examples.cli.DemoStep.ANSWER_LOST;
import static kr.pgsdk.examples.cli.DemoStep.BUYER_PAYS;
import static kr.pgsdk.examples.cli.DemoStep.CANCEL_PART;
import static kr.pgsdk.examples.cli.DemoStep.CANCEL_REST;
import static kr.pgsdk.examples.cli.DemoStep.CONFIRM;
import static kr.pgsdk.examples.cli.DemoStep.FIND;
import static kr.pgsdk.examples.cli.DemoStep.PREPARE;
import static kr.pgsdk.examples.cli.DemoStep.REFUSED_CARD;
import static kr.pgsdk.examples.cli.DemoStep.STRANGERS_PAYMENT;
import static kr.pgsdk.examples.cli.DemoStep.TAMPERED_AMOUNT;
import static kr.pgsdk.examples.cli.DemoStep.TOKEN;
import static kr.pgsdk.examples.cli.DemoWords.told;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.examples.cli.DemoStage.Checks;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.SandboxGateway;
import org.jspecify.annotations.Nullable;

/**
 * A payment's life at one gateway, good days and bad ones. The shop's part is what a real shop does
 * and is the same for every gateway; what really happened to the money is read from the sandbox's
 * ledger.
 */
final class Demo {
  private static final Money PRICE = Money.krw(15_000);
  private static final Money ONE_ITEM = Money.krw(5_000);

  private final Gateway gateway;
  private final PaymentGateway shop;
  private final DemoBuyer buyer;
  private final SandboxGateway behind;
  private final DemoStage stage;

  private int orders;
  private @Nullable BrowserReturn bought;
  private @Nullable BrowserReturn account;

  Demo(
      Gateway gateway,
      PaymentGateway shop,
      DemoBuyer buyer,
      SandboxGateway behind,
      DemoStage stage) {
    this.gateway = gateway;
    this.shop = shop;
    this.buyer = buyer;
    this.behind = behind;
    this.stage = stage;
  }

  /** Plays all steps. */
  void play() {
    OrderId order = newOrder();
    stage.play(TOKEN, this::token);
    stage.play(PREPARE, checks -> prepare(checks, order));
    stage.play(BUYER_PAYS, checks -> buyerPays(checks, order));
    stage.play(FIND, checks -> find(checks, order));
    stage.play(CONFIRM, checks -> confirm(checks, present(bought)));
    stage.play(CANCEL_PART, checks -> cancelPart(checks, present(bought)));
    stage.play(CANCEL_REST, checks -> cancelRest(checks, present(bought)));
    stage.play(TAMPERED_AMOUNT, this::tamperedAmount);
    stage.play(STRANGERS_PAYMENT, this::strangersPayment);
    stage.play(REFUSED_CARD, this::refusedCard);
    stage.play(ACCOUNT_WAITING, this::accountWaiting);
    stage.play(ACCOUNT_PAID, checks -> accountPaid(checks, present(account)));
    stage.play(ANSWER_LOST, this::answerLost);
  }

  private String token(Checks checks) {
    AuthToken first = shop.getToken();
    AuthToken second = shop.getToken();
    checks.that(first.value().equals(second.value()), "the same token twice");
    String expiry =
        first
            .expiresAt()
            .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
            .map(Instant::toString)
            .map("expires at "::concat)
            .orElse("never expires");
    return first.scheme() + ", " + expiry;
  }

  private String prepare(Checks checks, OrderId order) {
    Preparation ready =
        shop.prepare(PrepareRequest.builder(order, PRICE).orderName("T-shirt").build());
    boolean registered = ready instanceof Preparation.Registered;
    checks.that(registered == (gateway == Gateway.IAMPORT), "registered at Iamport alone");
    return (registered ? "Registered" : "ClientSideOnly")
        + "; for the page: "
        + JsonLine.of(ready.checkout());
  }

  private String buyerPays(Checks checks, OrderId order) {
    BrowserReturn back = buyer.pay(order, PRICE);
    bought = back;
    int captures = behind.ledger(back.paymentId()).captures();
    checks.that(captures == (gateway == Gateway.IAMPORT ? 1 : 0), "captured at Iamport alone");
    return "the browser brings " + back.paymentId();
  }

  private String find(Checks checks, OrderId order) {
    Optional<Payment> found = shop.find(PaymentLookup.byOrderId(order));
    checks.that(found.map(Payment::orderId).equals(Optional.of(order)), "this order's payment");
    return found.map(payment -> payment.status() + ", " + payment.amount()).orElse("nothing");
  }

  private String confirm(Checks checks, BrowserReturn back) {
    Confirmation confirmation = confirm(back);
    checks.that(confirmation instanceof Confirmed, "Confirmed");
    checks.that(ledger(back).captures() == 1, "captured once");
    return told(confirmation);
  }

  private String cancelPart(Checks checks, BrowserReturn back) {
    Cancellation cancellation =
        shop.cancel(
            CancelRequest.partial(back.paymentId(), ONE_ITEM, "one item returned")
                .orderId(back.orderId())
                .build());
    checks.that(
        cancellation.cancelledNow().filter(ONE_ITEM::equals).isPresent(), "5000 won cancelled now");
    checks.that(ledger(back).refunded().equals(ONE_ITEM), "5000 won refunded in all");
    return told(cancellation);
  }

  private String cancelRest(Checks checks, BrowserReturn back) {
    Cancellation cancellation =
        shop.cancel(
            CancelRequest.full(back.paymentId(), "order withdrawn")
                .orderId(back.orderId())
                .build());
    Money rest = PRICE.minus(ONE_ITEM);
    checks.that(cancellation.cancelledNow().filter(rest::equals).isPresent(), "10000 won now");
    checks.that(cancellation.payment().balance().isZero(), "nothing left");
    checks.that(ledger(back).refunded().equals(PRICE), "15000 won refunded in all");
    return told(cancellation);
  }

  private String tamperedAmount(Checks checks) {
    OrderId order = newOrder();
    BrowserReturn back = buyer.tamper(order, Money.krw(100), PRICE);
    Confirmation confirmation =
        shop.confirm(
            ConfirmRequest.builder(back.paymentId(), order, PRICE)
                .returned(back.orderId(), back.amount())
                .build());
    checks.that(differsIn(confirmation, Mismatch.Field.AMOUNT), "a mismatch of the amount alone");
    checks.that(!ledger(back).captured().equals(PRICE), "the full price never taken");
    return told(confirmation);
  }

  /** A payment of somebody else, confirmed and paid. */
  private BrowserReturn strangers() {
    BrowserReturn back = buyer.pay(newOrder(), PRICE);
    shop.confirm(ConfirmRequest.builder(back.paymentId(), back.orderId(), PRICE).build())
        .orElseThrow();
    return back;
  }

  private String strangersPayment(Checks checks) {
    BrowserReturn strangers = strangers();
    behind.journal().clear(); // what the stranger's own shop sent is not this step's
    Confirmation confirmation =
        shop.confirm(
            ConfirmRequest.builder(strangers.paymentId(), newOrder(), PRICE)
                .onMismatch(OnMismatch.CANCEL)
                .build());
    checks.that(differsIn(confirmation, Mismatch.Field.ORDER_ID), "a mismatch of the order alone");
    checks.that(ledger(strangers).captures() == 1, "the stranger's payment captured once");
    checks.that(ledger(strangers).refunds() == 0, "nothing refunded");
    return told(confirmation);
  }

  private Confirmation confirm(BrowserReturn back) {
    return shop.confirm(
        ConfirmRequest.builder(back.paymentId(), back.orderId(), PRICE)
            .returned(back.orderId(), back.amount())
            .build());
  }

  private String refusedCard(Checks checks) {
    BrowserReturn back = buyer.payWithRefusedCard(newOrder(), PRICE);
    Confirmation confirmation = confirm(back);
    checks.that(
        confirmation instanceof NotConfirmed not
            && not.moneyHeld() == NotConfirmed.MoneyHeld.NO
            && not.refusal().isPresent(),
        "not confirmed, no money held, and a reason");
    checks.that(ledger(back).captures() == 0, "nothing captured");
    return told(confirmation);
  }

  private String accountWaiting(Checks checks) {
    BrowserReturn back = buyer.chooseVirtualAccount(newOrder(), PRICE);
    account = back;
    Confirmation confirmation = confirm(back);
    checks.that(
        confirmation instanceof AwaitingDeposit waiting
            && waiting.payment().virtualAccount().isPresent(),
        "an account to show to the buyer");
    return told(confirmation);
  }

  private String accountPaid(Checks checks, BrowserReturn back) {
    buyer.deposit(back.paymentId());
    return confirm(checks, back);
  }

  private String answerLost(Checks checks) {
    BrowserReturn back = buyer.pay(newOrder(), PRICE);
    behind.inject(buyer.lostAnswer());
    return confirm(checks, back);
  }

  /** Short, for the eye: a shop that is open to the world takes {@code OrderId.random()}. */
  private OrderId newOrder() {
    orders++;
    return OrderId.of("order_" + (9000 + orders));
  }

  private static boolean differsIn(Confirmation confirmation, Mismatch.Field field) {
    return confirmation instanceof NotConfirmed not
        && not.reason() == NotConfirmed.Reason.MISMATCH
        && not.mismatches().size() == 1
        && not.mismatches().get(0).field() == field;
  }

  private Ledger ledger(BrowserReturn back) {
    return behind.ledger(back.paymentId());
  }

  private static BrowserReturn present(@Nullable BrowserReturn back) {
    if (back == null) {
      throw new IllegalStateException("the step before brought no payment");
    }
    return back;
  }
}
