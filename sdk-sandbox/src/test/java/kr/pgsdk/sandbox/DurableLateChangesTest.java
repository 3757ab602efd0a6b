package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.DurableOpener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that comes, goes or is seen at an unusual moment; each sequence was found by a history. */
@Timeout(100)
class DurableLateChangesTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;

  @AfterEach
  void stop() {
    if (shop != null) {
      shop.close();
    }
    sandbox.close();
  }

  private void open(Shop at, Switch... on) {
    sandbox = Sandbox.builder().switches(on).start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
  }

  private Arrival returned(Shop at, BrowserReturn back) {
    return shop.payments.returned(DurableShop.back(at, back));
  }

  private void hint(Shop at, BrowserReturn back) {
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.payments.resume(Duration.ofSeconds(30));
  }

  private State refund(Refund refund) {
    return shop.payments.refund(refund).state();
  }

  private Refund all() {
    return Refund.full("r1", order, "back")
        .refundAccount(RefundAccount.of("20", "1234567890", "김토스"))
        .build();
  }

  @Test
  void aDepositIntoAnAccountThatAnotherPaymentHasOvertaken_isReported() {
    open(Shop.IAMPORT);
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn card = buyer.abandon(order, PRICE);
    BrowserReturn account = buyer.chooseVirtualAccount(order, PRICE);
    returned(Shop.IAMPORT, account);
    buyer.payAfterAll(card.paymentId());
    returned(Shop.IAMPORT, card);
    buyer.deposit(account.paymentId());
    hint(Shop.IAMPORT, account);
    assertThat(shop.booked())
        .containsExactly("AwaitingDeposit 0", "OrderPaid 15000", "DuplicatePayment 15000");
  }

  @Test
  void aWindowThatWasLeftOpenAndPaidSince_isFoundByItsWebhook() {
    open(Shop.IAMPORT);
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn first = buyer.abandon(order, PRICE);
    BrowserReturn second = buyer.abandon(order, PRICE);
    returned(Shop.IAMPORT, first);
    buyer.payAfterAll(second.paymentId());
    returned(Shop.IAMPORT, second);
    buyer.payAfterAll(first.paymentId());
    hint(Shop.IAMPORT, first);
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "DuplicatePayment 15000");
  }

  @Test
  void aRefundUnderWay_isNoWithdrawnDeposit() {
    open(Shop.TOSS, Switch.TOSS_REFUNDS_LATER, Switch.TOSS_REFUND_UNDER_WAY_LOWERS_BALANCE);
    BrowserReturn back = Shop.TOSS.checkout(sandbox, order, PRICE);
    returned(Shop.TOSS, back);
    assertThat(refund(Refund.full("r1", order, "back").build())).isEqualTo(State.PENDING);
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    sandbox.toss().settleRefunds(back.paymentId());
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -15000");
  }

  @Test
  void aPartAskedForWhileAllIsOnItsWayBack_waits_andGoesOutOnceThatHasFailed() {
    open(Shop.TOSS, Switch.TOSS_REFUNDS_LATER, Switch.TOSS_REFUND_UNDER_WAY_LOWERS_BALANCE);
    BrowserReturn back = Shop.TOSS.checkout(sandbox, order, PRICE);
    returned(Shop.TOSS, back);
    assertThat(refund(Refund.full("r1", order, "back").build())).isEqualTo(State.PENDING);
    shop.run("update pay_payment set seen_at=1"); // so long ago that no lookup can be behind
    Refund part = Refund.partial("r2", order, Money.krw(3_000), "a part").build();
    assertThat(refund(part)).isEqualTo(State.NEW);

    sandbox.toss().failRefunds(back.paymentId());
    shop.letTimePass();
    shop.letTimePass();
    sandbox.toss().settleRefunds(back.paymentId());
    shop.letTimePass();
    assertThat(refund(part)).isEqualTo(State.DONE);
    assertThat(sandbox.toss().ledger(back.paymentId()).refunded()).isEqualTo(Money.krw(3_000));
  }

  @Test
  void aDepositOfWhichAPartIsOnItsWayBackBeforeItIsSeen_paysTheOrder() {
    open(Shop.TOSS);
    BrowserReturn account = Shop.TOSS.chooseVirtualAccount(sandbox, order, PRICE);
    returned(Shop.TOSS, account);
    Shop.TOSS.deposit(sandbox, account.paymentId());
    sandbox.toss().cancelInConsole(account.paymentId(), Money.krw(5_000));
    hint(Shop.TOSS, account);
    assertThat(shop.booked()).containsExactly("AwaitingDeposit 0", "OrderPaid 15000");
    sandbox.toss().settleRefunds(account.paymentId());
    hint(Shop.TOSS, account);
    assertThat(shop.booked())
        .containsExactly("AwaitingDeposit 0", "OrderPaid 15000", "MoneyReturned -5000");
  }

  @Test
  void aTransferToTheRefundAccountThatBounces_hasNotGoneBack() {
    open(Shop.TOSS);
    BrowserReturn account = Shop.TOSS.chooseVirtualAccount(sandbox, order, PRICE);
    returned(Shop.TOSS, account);
    Shop.TOSS.deposit(sandbox, account.paymentId());
    hint(Shop.TOSS, account);
    assertThat(refund(all())).isEqualTo(State.PENDING);
    sandbox.toss().failRefunds(account.paymentId());
    shop.letTimePass();
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("AwaitingDeposit 0", "OrderPaid 15000");
    assertThat(refund(all())).isEqualTo(State.FAILED);
    assertThat(shop.payments.attention(10)).hasSize(1);
  }

  /** A server that died after it had recorded the payment leaves such an order. */
  @ParameterizedTest
  @EnumSource
  void whatWasSeenOverAMinuteAgo_isLookedAtAgain_beforeItIsTold(Shop at) {
    open(at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    shop.failure = new IllegalStateException("dies");
    returned(at, back);
    shop.failure = null;
    shop.run("update pay_order set handler_failures=0, updated_at=updated_at-61000");
    at.server(sandbox).cancelInConsole(back.paymentId(), Money.krw(5_000));
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 10000");
  }

  @ParameterizedTest
  @EnumSource
  void anAccountThatIsPaidIntoWhileItIsClosed_paysTheOrder(Shop at) {
    open(at);
    BrowserReturn account = at.chooseVirtualAccount(sandbox, order, PRICE);
    returned(at, account);
    at.deposit(sandbox, account.paymentId());
    assertThat(shop.payments.close(order, "out of stock")).isEqualTo(Closing.PAID);
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("AwaitingDeposit 0", "OrderPaid 15000");
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(Money.krw(0));
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(shop.payments.stats().refunds()).containsOnlyKeys(State.DEPOSITED);
  }

  @ParameterizedTest
  @EnumSource
  void whileTheGatewayIsToldAPrice_anotherGetsNoCheckout_andThenItsTurn(Shop at) {
    open(at);
    Money lower = Money.krw(9_000);
    List<Checkout> meanwhile = new ArrayList<>();
    PaymentGateway slow = beforePrepare(shop.gateway, () -> meanwhile.add(opened(lower)));
    try (DurablePayments payments =
        DurablePayments.builder(
                JdbcPaymentStore.builder(shop.database).build(), (event, delivery) -> {})
            .account("main", slow)
            .build()) {
      OpenOrder higher = OpenOrder.builder(order, Money.krw(12_000)).orderName("T-shirt").build();
      assertThat(payments.open(higher)).isInstanceOf(Checkout.Ready.class);
    }
    assertThat(meanwhile).hasSize(1).first().isInstanceOf(Checkout.UnderWay.class);
    open(lower);
    assertThat(returned(at, at.checkout(sandbox, order, lower))).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.booked()).containsExactly("OrderPaid 9000");
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDiesWhileItTellsAPrice_keepsAnotherWaitingForItsCall_andResumeTellsIt(Shop at) {
    open(at);
    Money higher = Money.krw(12_000);
    Money lower = Money.krw(9_000);
    PaymentGateway dying =
        beforePrepare(
            shop.gateway,
            () -> {
              throw new IllegalStateException("it died");
            });
    try (DurablePayments payments =
        DurablePayments.builder(
                JdbcPaymentStore.builder(shop.database).build(), (event, delivery) -> {})
            .account("main", dying)
            .build()) {
      OpenOrder asked = OpenOrder.builder(order, higher).orderName("T-shirt").build();
      assertThatThrownBy(() -> payments.open(asked)).hasMessage("it died");
    }
    assertThat(opened(lower)).isInstanceOf(Checkout.UnderWay.class);
    shop.run("update pay_order set preparing_until=1");
    shop.letTimePass();
    assertThat(returned(at, at.checkout(sandbox, order, higher))).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.booked()).containsExactly("OrderPaid 12000");
  }

  @ParameterizedTest
  @EnumSource
  void anAccountThatTheGatewayWontClose_isListed_andClosedWhenItWill(Shop at) {
    open(at);
    BrowserReturn account = at.chooseVirtualAccount(sandbox, order, PRICE);
    returned(at, account);
    at.server(sandbox).inject(refusedClose(at));
    assertThat(shop.payments.close(order, "out of stock")).isEqualTo(Closing.ACCOUNT_STAYS_OPEN);
    assertThat(shop.payments.attention(10))
        .extracting(Attention::kind)
        .containsExactly(Attention.Kind.ACCOUNT_NOT_CLOSED);
    assertThat(shop.payments.close(order, "still none")).isEqualTo(Closing.CLOSED);
    assertThat(shop.payments.close(order, "still none")).isEqualTo(Closing.CLOSED);
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(shop.booked()).containsExactly("AwaitingDeposit 0", "Ended 0");
  }

  private static Fault refusedClose(Shop at) {
    return switch (at) {
      case IAMPORT -> Fault.status(400).on("DELETE", "/vbanks/");
      case TOSS ->
          Fault.answer(
                  403,
                  "application/json",
                  "{\"code\":\"NOT_CANCELABLE_PAYMENT\",\"message\":\"취소 할 수 없는 결제 입니다.\"}")
              .on("POST", "/v1/payments/");
      case PORTONE ->
          Fault.answer(
                  409,
                  "application/json",
                  "{\"type\":\"PAYMENT_NOT_WAITING_FOR_DEPOSIT\",\"message\":\"no\"}")
              .on("POST", "/payments/");
    };
  }

  private Checkout opened(Money price) {
    return shop.payments.open(OpenOrder.builder(order, price).orderName("T-shirt").build());
  }

  private void open(Money price) {
    assertThat(shop.payments.open(OpenOrder.builder(order, price).orderName("T-shirt").build()))
        .isInstanceOf(Checkout.Ready.class);
  }

  private static PaymentGateway beforePrepare(PaymentGateway gateway, Runnable first) {
    return (PaymentGateway)
        Proxy.newProxyInstance(
            DurableLateChangesTest.class.getClassLoader(),
            new Class<?>[] {PaymentGateway.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("with")) {
                return proxy;
              }
              if (method.getName().equals("prepare")) {
                first.run();
              }
              return method.invoke(gateway, arguments);
            });
  }

  @Test
  void aCaptureThatIsPartlyRefundedBeforeItIsSeen_paysTheOrder_andFreesTheSlot() {
    open(Shop.TOSS);
    BrowserReturn back = Shop.TOSS.checkout(sandbox, order, PRICE);
    sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).always());
    assertThat(returned(Shop.TOSS, back)).isInstanceOf(Arrival.UnderWay.class);
    sandbox.toss().clearFaults();
    sandbox.toss().cancelInConsole(back.paymentId(), Money.krw(5_000));
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 10000");
    assertThat(shop.payments.order(order).orElseThrow().capturing()).isFalse();
    assertThat(shop.payments.stats().due()).isZero();
  }

  /** The card company pays 1,000 of it; the gateway was built to accept that. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPromotionThatTheGatewayAccepts_paysTheOrder_whateverWasGivenBackOfIt(boolean seenBefore) {
    sandbox = Sandbox.start();
    shop =
        DurableShop.open(
            Pool.of(Database.H2.open(), 2),
            Gateways.iamport(sandbox).acceptPromotions(Set.of("promotion_sandbox")).build());
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    BrowserReturn back =
        sandbox.buyer().onIamport().payWithPromotion(order, PRICE, Money.krw(1_000));
    if (seenBefore) {
      assertThat(returned(Shop.IAMPORT, back)).isInstanceOf(Arrival.Paid.class);
    }
    sandbox.iamport().cancelInConsole(back.paymentId(), Money.krw(4_000));
    if (seenBefore) {
      shop.payments.notified(DurableShop.webhook(Shop.IAMPORT, back));
      shop.letTimePass();
    } else {
      assertThat(returned(Shop.IAMPORT, back)).isInstanceOf(Arrival.Paid.class);
    }
    assertThat(shop.booked())
        .containsExactlyElementsOf(
            seenBefore
                ? List.of("OrderPaid 14000", "MoneyReturned -4000")
                : List.of("OrderPaid 10000"));
    assertThat(shop.payments.attention(10)).isEmpty();
  }

  @Test
  void aCaptureThatIsRefundedBeforeItIsSeen_isNotTheOrders_andFreesTheSlot() {
    open(Shop.TOSS);
    BrowserReturn back = Shop.TOSS.checkout(sandbox, order, PRICE);
    sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).always());
    returned(Shop.TOSS, back);
    sandbox.toss().clearFaults();
    sandbox.toss().cancelInConsole(back.paymentId(), PRICE);
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("MoneyReturned 0");
    BrowserReturn again = Shop.TOSS.checkout(sandbox, order, PRICE);
    assertThat(returned(Shop.TOSS, again)).isInstanceOf(Arrival.Paid.class);
  }

  @Test
  void aWindowThatIsOpenWhileItsOrderIsClosed_isLookedAtWithoutAWebhook() {
    open(Shop.IAMPORT);
    BrowserReturn window = Shop.IAMPORT.abandon(sandbox, order, PRICE);
    assertThat(shop.payments.close(order, "no stock")).isEqualTo(Closing.CLOSED);
    sandbox.buyer().onIamport().payAfterAll(window.paymentId());
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("Ended 0", "PaidAfterClose 15000");
  }

  @Test
  void anOrderThatIsOpenedAgainDaysLater_isLookedAtWithoutAWebhook() {
    open(Shop.IAMPORT);
    shop.run("update pay_order set created_at=1");
    shop.letTimePass();
    shop.run("update pay_work set due_at=null"); // long idle
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    Shop.IAMPORT.checkout(sandbox, order, PRICE);
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
  }

  @Test
  void aDuplicateWhoseFirstPaymentWasGivenBack_paysTheOrder_andIsToldSo() {
    open(Shop.IAMPORT);
    List<String> told = new ArrayList<>();
    DurablePayments payments =
        DurablePayments.builder(
                JdbcPaymentStore.builder(shop.database).build(),
                (event, delivery) -> told.add(event.getClass().getSimpleName()))
            .account("main", shop.gateway)
            .refundDuplicates()
            .build();
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn one = buyer.abandon(order, PRICE);
    BrowserReturn two = buyer.abandon(order, PRICE);
    buyer.payAfterAll(one.paymentId());
    buyer.payAfterAll(two.paymentId());
    payments.returned(DurableShop.back(Shop.IAMPORT, one));
    payments.returned(DurableShop.back(Shop.IAMPORT, two));
    sandbox.iamport().cancelInConsole(one.paymentId(), PRICE);
    payments.resume(Duration.ofSeconds(30)); // the duplicate's refund
    payments.resume(Duration.ofSeconds(30));
    assertThat(told)
        .containsExactlyInAnyOrder("OrderPaid", "DuplicatePayment", "MoneyReturned", "OrderPaid");
    assertThat(payments.order(order).orElseThrow().delivered()).isTrue();
    assertThat(sandbox.iamport().ledger(two.paymentId()).refunded()).isEqualTo(Money.krw(0));
  }

  @Test
  void aServerThatStandsStillBeforeItSends_sendsNothing_andRefusesNothing() {
    open(Shop.TOSS);
    returned(Shop.TOSS, Shop.TOSS.checkout(sandbox, order, PRICE));
    AtomicLong nanos = new AtomicLong();
    DurablePayments still =
        DurableOpener.in(
                DurablePayments.builder(
                        JdbcPaymentStore.builder(shop.database).build(), (event, delivery) -> {})
                    .account("main", shop.gateway),
                Duration.ofSeconds(90),
                () -> nanos.addAndGet(Duration.ofSeconds(61).toNanos()),
                new Random(1))
            .build();
    Refund refund = Refund.full("r1", order, "back").build();
    assertThat(still.refund(refund).state()).isEqualTo(State.NEW);
    shop.letTimePass();
    assertThat(refund(refund)).isEqualTo(State.DONE);
  }

  @Test
  void aLookupThatIsBehind_refusesNoRefund() {
    open(Shop.TOSS);
    returned(Shop.TOSS, Shop.TOSS.checkout(sandbox, order, PRICE));
    sandbox.toss().inject(Fault.of(FaultKind.STALE_LOOKUP).time(Duration.ofMinutes(1)));
    Refund refund = Refund.partial("r1", order, Money.krw(5_000), "back").build();
    assertThat(refund(refund)).isEqualTo(State.NEW);
    shop.letTimePass();
    assertThat(refund(refund)).isEqualTo(State.DONE);
  }

  @Test
  void aRefundThatTheGatewayNeverFinishes_isEndedByAPerson() {
    open(Shop.TOSS, Switch.TOSS_REFUNDS_LATER);
    returned(Shop.TOSS, Shop.TOSS.checkout(sandbox, order, PRICE));
    assertThat(refund(Refund.full("r1", order, "back").build())).isEqualTo(State.PENDING);
    assertThatThrownBy(() -> shop.payments.resolve("r1", Resolution.DONE, "kim", "seen"))
        .isInstanceOf(IllegalStateException.class);
    shop.run("update pay_refund set created_at=1");
    shop.payments.resolve("r1", Resolution.DONE, "kim", "the gateway's support said so");
    assertThat(shop.payments.refundState("r1").orElseThrow().state()).isEqualTo(State.DONE);
  }
}
