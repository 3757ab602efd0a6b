package kr.pgsdk.core.webhook;

import static kr.pgsdk.core.webhook.FakeGateway.PRICE;
import static kr.pgsdk.core.webhook.FakeGateway.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PaymentInboxTest {
  private final FakeGateway gateway = new FakeGateway();
  private final List<String> handed = Collections.synchronizedList(new ArrayList<>());
  private final MemoryReplayGuard guard = new MemoryReplayGuard(100);
  private Consumer<Confirmation> shop = outcome -> handed.add(shown(outcome));
  private final PaymentInbox inbox =
      PaymentInbox.of(
          gateway,
          guard,
          order -> order.value().startsWith("order") ? Optional.of(PRICE) : Optional.empty(),
          outcome -> shop.accept(outcome));

  private static String shown(Confirmation outcome) {
    Payment payment = PaymentState.payment(outcome);
    return outcome.getClass().getSimpleName()
        + (payment == null ? "" : " " + payment.paymentId() + " " + payment.status().known());
  }

  private static UntrustedPayment named(
      @Nullable String id, @Nullable String order, @Nullable Known claimed) {
    return UntrustedPayment.of(
        TERMS,
        id == null ? null : PaymentId.of(id),
        order == null ? null : OrderId.of(order),
        claimed == null ? null : new PaymentStatus(claimed, claimed.name()));
  }

  private static UntrustedPayment ofToss(
      @Nullable String id, @Nullable String order, @Nullable Known claimed) {
    return UntrustedPayment.of(
        FakeGateway.TOSS_TERMS,
        id == null ? null : PaymentId.of(id),
        order == null ? null : OrderId.of(order),
        claimed == null ? null : new PaymentStatus(claimed, claimed.name()));
  }

  private Reception receive(String id, String order, Known claimed) {
    return inbox.receive(named(id, order, claimed));
  }

  // --- repeats

  @Test
  void paid_isHandedOnOnce_howeverOftenItComes() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    assertThat(receive("imp_1", "order_1", Known.READY)).isEqualTo(Reception.REPEATED);

    assertThat(handed).containsExactly("Confirmed imp_1 PAID");
    assertThat(gateway.calls).noneMatch(call -> call.contains("capturing"));
  }

  @Test
  void eachCancel_isHandedOn_alsoTwoOfTheSameStatus() {
    gateway.show("imp_1", "order_1", Known.PARTIALLY_CANCELLED, 1_000);
    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.HANDLED);
    gateway.show("imp_1", "order_1", Known.PARTIALLY_CANCELLED, 2_000);
    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.REPEATED);

    assertThat(handed).hasSize(2);
  }

  @Test
  void ordersAreApart() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    gateway.show("imp_2", "order_2", Known.PAID, 0);

    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_2", "order_2", Known.PAID)).isEqualTo(Reception.HANDLED);
  }

  @Test
  void shopFailed_nothingIsRemembered_andItIsHandedOnAgain() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    Consumer<Confirmation> working = shop;
    shop =
        outcome -> {
          throw new IllegalStateException("database is down");
        };

    assertThatThrownBy(() -> receive("imp_1", "order_1", Known.PAID))
        .hasMessage("database is down");
    shop = working;

    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.HANDLED);
    assertThat(handed).hasSize(1);
  }

  @Test
  void priceWasWrong_andIsPutRight_handedOnAgain() {
    Money[] price = {Money.krw(1)};
    PaymentInbox changing =
        PaymentInbox.of(
            gateway, guard, order -> Optional.of(price[0]), outcome -> shop.accept(outcome));
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    changing.receive(named("imp_1", "order_1", Known.PAID));
    price[0] = PRICE;

    assertThat(changing.receive(named("imp_1", "order_1", Known.PAID)))
        .isEqualTo(Reception.HANDLED);
    assertThat(handed).containsExactly("NotConfirmed imp_1 PAID", "Confirmed imp_1 PAID");
  }

  @Test
  void twoThreadsWithTheSame_oneGoesOn_theOtherSeesItDone() throws Exception {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    CountDownLatch inShop = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Consumer<Confirmation> working = shop;
    shop =
        outcome -> {
          inShop.countDown();
          await(goOn);
          working.accept(outcome);
        };
    CompletableFuture<Reception> first =
        CompletableFuture.supplyAsync(() -> receive("imp_1", "order_1", Known.PAID));
    await(inShop);
    CompletableFuture<Reception> second =
        CompletableFuture.supplyAsync(() -> receive("imp_1", "order_1", Known.PAID));

    goOn.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Reception.HANDLED);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(Reception.REPEATED);
    assertThat(handed).hasSize(1);
  }

  @Test
  void anotherWorksOnTheOrderTooLong_isBusy_andNothingIsDone() {
    MemoryReplayGuard impatient = new MemoryReplayGuard(100, 0);
    PaymentInbox hasty = PaymentInbox.of(gateway, impatient, order -> Optional.of(PRICE), shop);
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    try (ReplayGuard.Turn turn = impatient.take("iamport order_1").orElseThrow()) {
      assertThat(hasty.receive(named("imp_1", "order_1", null))).isEqualTo(Reception.BUSY);
      assertThat(turn.handled()).isEmpty();
    }

    assertThat(handed).isEmpty();
    assertThat(gateway.calls).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 40})
  void orderWithManyPayments_allPaid_eachIsHandedOnOnce(int count) {
    for (int i = 0; i < count; i++) {
      gateway.show("imp_" + i, "order_1", Known.PAID, 0);
      assertThat(receive("imp_" + i, "order_1", Known.PAID)).isEqualTo(Reception.HANDLED);
    }
    for (int i = 0; i < count; i++) {
      assertThat(receive("imp_" + i, "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    }

    assertThat(handed).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void orderWithFortyPayments_thePaidOneInTheMiddle_isHandedOnOnce() {
    for (int i = 0; i < 40; i++) {
      gateway.show("imp_" + i, "order_1", i == 20 ? Known.PAID : Known.FAILED, 0);
      receive("imp_" + i, "order_1", i == 20 ? Known.PAID : Known.FAILED);
    }

    assertThat(receive("imp_20", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    assertThat(handed).filteredOn(each -> each.startsWith("Confirmed")).hasSize(1);
  }

  @Test
  void refundedPayment_thenManyTries_itsRefundIsHandedOnOnce() {
    gateway.show("imp_0", "order_1", Known.CANCELLED, 15_000);
    receive("imp_0", "order_1", Known.CANCELLED);
    for (int i = 1; i < 40; i++) {
      gateway.hiddenFromOrders = PaymentId.of("imp_0");
      gateway.show("imp_" + i, "order_1", Known.FAILED, 0);
      receive("imp_" + i, "order_1", Known.FAILED);
    }

    assertThat(receive("imp_0", "order_1", Known.CANCELLED)).isEqualTo(Reception.REPEATED);
    assertThat(handed).filteredOn("NotConfirmed imp_0 CANCELLED"::equals).hasSize(1);
    assertThat(handed).hasSize(40);
  }

  // --- order

  @Test
  void lateWebhookOfAnOlderStatus_showsWherePaymentStandsNow() {
    gateway.show("imp_1", "order_1", Known.CANCELLED, 15_000);

    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);

    assertThat(handed).containsExactly("NotConfirmed imp_1 CANCELLED");
  }

  @Test
  void olderViewReadBeforeANewerWasHandled_neverComesAfterIt() throws Exception {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    gateway.beforeAnswer =
        () -> {
          looked.countDown();
          await(goOn);
        };
    CompletableFuture<Reception> slow =
        CompletableFuture.supplyAsync(() -> receive("imp_1", "order_1", Known.PAID));
    await(looked);
    gateway.beforeAnswer = () -> {};
    gateway.show("imp_1", "order_1", Known.CANCELLED, 15_000);
    CompletableFuture<Reception> quick =
        CompletableFuture.supplyAsync(() -> receive("imp_1", "order_1", Known.CANCELLED));

    goOn.countDown();

    assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(Reception.HANDLED);
    assertThat(quick.get(10, TimeUnit.SECONDS)).isEqualTo(Reception.HANDLED);
    assertThat(handed).containsExactly("Confirmed imp_1 PAID", "NotConfirmed imp_1 CANCELLED");
  }

  @Test
  void gatewayShowsAnOlderStateThanBefore_notHandedOn_andToBeSentAgain() {
    gateway.show("imp_1", "order_1", Known.PARTIALLY_CANCELLED, 5_000);
    receive("imp_1", "order_1", Known.CANCELLED);
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.NOT_YET);
    assertThat(handed).containsExactly("NotConfirmed imp_1 PARTIALLY_CANCELLED");
  }

  @Test
  void announcedCancelIsNotVisibleYet_toBeSentAgain_thenHandedOn() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    receive("imp_1", "order_1", Known.PAID);

    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.NOT_YET);
    gateway.show("imp_1", "order_1", Known.CANCELLED, 15_000);
    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.HANDLED);

    assertThat(handed).containsExactly("Confirmed imp_1 PAID", "NotConfirmed imp_1 CANCELLED");
  }

  @Test
  void announcedCancelIsNotVisibleYet_whatIsVisibleIsHandedOn() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.NOT_YET);
    assertThat(handed).containsExactly("Confirmed imp_1 PAID");
  }

  @Test
  void depositTakenBackAtToss_isHandedOn_unlessTheWebhookAnnouncesMore() {
    FakeGateway toss = new FakeGateway(FakeGateway.TOSS_TERMS);
    PaymentInbox ofToss = PaymentInbox.of(toss, guard, order -> Optional.of(PRICE), shop);
    toss.show("key_1", "order_1", Known.PAID, 0);
    ofToss.receive(ofToss("key_1", "order_1", Known.PAID));
    toss.show("key_1", "order_1", Known.WAITING_FOR_DEPOSIT, 0);

    assertThat(ofToss.receive(ofToss("key_1", "order_1", Known.PAID))).isEqualTo(Reception.NOT_YET);
    assertThat(handed).containsExactly("Confirmed key_1 PAID");
    assertThat(ofToss.receive(ofToss("key_1", "order_1", Known.WAITING_FOR_DEPOSIT)))
        .isEqualTo(Reception.HANDLED);
    assertThat(handed)
        .containsExactly("Confirmed key_1 PAID", "AwaitingDeposit key_1 WAITING_FOR_DEPOSIT");
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING_FOR_DEPOSIT", "FAILED", "EXPIRED"})
  void paidShowsUnpaid_isHandedOnIfASecondLookShowsItToo(Known unpaid) {
    FakeGateway toss = new FakeGateway(FakeGateway.TOSS_TERMS);
    PaymentInbox ofToss = PaymentInbox.of(toss, guard, order -> Optional.of(PRICE), shop);
    toss.show("key_1", "order_1", Known.PAID, 0);
    ofToss.look(OrderId.of("order_1"));
    toss.show("key_1", "order_1", unpaid, 0);
    // The first look lags, the second doesn't.
    toss.afterAnswer = () -> toss.show("key_1", "order_1", Known.PAID, 0);

    assertThat(ofToss.look(OrderId.of("order_1"))).isEqualTo(Reception.NOT_YET);
    assertThat(handed).hasSize(1);

    toss.afterAnswer = () -> {};
    toss.show("key_1", "order_1", unpaid, 0);
    assertThat(ofToss.look(OrderId.of("order_1"))).isEqualTo(Reception.HANDLED);
    assertThat(handed).hasSize(2);
  }

  @Test
  void whatWasAnnouncedOfOnePayment_isNotAskedOfTheOneThatTookItsPlace() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    gateway.show("imp_2", "order_1", Known.PAID, 0);

    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_1", "order_1", Known.CANCELLED)).isEqualTo(Reception.REPEATED);
    assertThat(handed).containsExactly("Confirmed imp_2 PAID");
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING_FOR_DEPOSIT", "FAILED"})
  void orderWasPaid_butTheOrdersLookupShowsOnlyAnotherTry_thatTryIsNotHandedOn(Known unpaid) {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    receive("imp_1", "order_1", Known.PAID);
    gateway.show("imp_2", "order_1", unpaid, 0);
    gateway.hiddenFromOrders = PaymentId.of("imp_1");

    assertThat(receive("imp_2", "order_1", unpaid)).isEqualTo(Reception.REPEATED);
    gateway.forget("imp_1");
    assertThat(receive("imp_2", "order_1", unpaid))
        .isIn(Reception.NOT_YET, Reception.UNKNOWN_PAYMENT);
    assertThat(handed).containsExactly("Confirmed imp_1 PAID");
  }

  @Test
  void failedTryOfAnOrderThatAnotherPaymentPaid_thatPaymentIsHandedOn() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    gateway.show("imp_2", "order_1", Known.PAID, 0);

    assertThat(receive("imp_1", "order_1", Known.FAILED)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_2", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);

    assertThat(handed).containsExactly("Confirmed imp_2 PAID");
  }

  @Test
  void orderPaidTwice_bothAreHandedOn_eachOnce() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    gateway.show("imp_2", "order_1", Known.PAID, 0);

    receive("imp_1", "order_1", Known.PAID);
    receive("imp_2", "order_1", Known.PAID);
    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    assertThat(receive("imp_2", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);

    assertThat(handed).containsExactly("Confirmed imp_1 PAID", "Confirmed imp_2 PAID");
  }

  // --- forgeries

  @Test
  void unknownPayment_isNotHandedOn_andNothingIsKept() {
    assertThat(receive("imp_9", "order_1", Known.PAID)).isEqualTo(Reception.UNKNOWN_PAYMENT);
    assertThat(inbox.receive(named(null, "order_1", Known.PAID)))
        .isEqualTo(Reception.UNKNOWN_PAYMENT);
    assertThat(inbox.receive(named("imp_9", null, Known.PAID)))
        .isEqualTo(Reception.UNKNOWN_PAYMENT);

    assertThat(handed).isEmpty();
    assertThat(guard.size()).isZero();
  }

  @Test
  void strangersPaymentForAnOrderOfOurs_isNotHandedOn() {
    gateway.show("imp_2", "order_2", Known.PAID, 0);

    assertThat(receive("imp_2", "order_1", Known.PAID)).isEqualTo(Reception.MISLEADING);
    assertThat(handed).isEmpty();
  }

  @Test
  void orderThatIsNotOurs_isNotAskedFor() {
    assertThat(receive("imp_1", "elsewhere_1", Known.PAID)).isEqualTo(Reception.NOT_OURS);
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  void claimedPaidButIsNot_shopHearsWhatTheGatewaySays() {
    gateway.show("imp_1", "order_1", Known.READY, 0);

    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.NOT_YET);
    assertThat(handed).containsExactly("NotConfirmed imp_1 READY");
  }

  @Test
  void orderIdAlone_orPaymentIdAlone_isTheSamePayment() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    assertThat(inbox.receive(named(null, "order_1", Known.PAID))).isEqualTo(Reception.HANDLED);
    assertThat(inbox.receive(named("imp_1", null, Known.PAID))).isEqualTo(Reception.REPEATED);
    assertThat(receive("imp_1", "order_1", null)).isEqualTo(Reception.REPEATED);
  }

  // --- the browser

  @Test
  void browserFirst_webhookIsARepeat_andTheOtherWayRound() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    Confirmation confirmed =
        new Confirmed(FakeGateway.payment("imp_1", "order_1", Known.PAID, 0), Capture.BY_THIS_CALL);

    assertThat(inbox.settle(confirmed)).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    assertThat(inbox.settle(confirmed)).isEqualTo(Reception.REPEATED);

    assertThat(handed).containsExactly("Confirmed imp_1 PAID");
  }

  @Test
  void browsersConfirmOvertakenByACancel_isNotHandedOn() {
    gateway.show("imp_1", "order_1", Known.CANCELLED, 15_000);
    receive("imp_1", "order_1", Known.CANCELLED);

    Confirmation paid =
        new Confirmed(FakeGateway.payment("imp_1", "order_1", Known.PAID, 0), Capture.BY_THIS_CALL);

    assertThat(inbox.settle(paid)).isEqualTo(Reception.REPEATED);
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    assertThat(inbox.settle(paid)).isEqualTo(Reception.NOT_YET);
    assertThat(handed).containsExactly("NotConfirmed imp_1 CANCELLED");
  }

  private static Confirmation failed(String id) {
    return NotConfirmed.builder(TERMS, Reason.REFUSED, MoneyHeld.NO)
        .payment(FakeGateway.payment(id, "order_1", Known.FAILED, 0))
        .build();
  }

  @Test
  void firstTabRefused_secondTabPaid_firstTabSettledLast_overwritesNothing() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    gateway.show("imp_2", "order_1", Known.PAID, 0);
    assertThat(receive("imp_2", "order_1", Known.PAID)).isEqualTo(Reception.HANDLED);

    assertThat(inbox.settle(failed("imp_1"))).isEqualTo(Reception.REPEATED);
    assertThat(handed).containsExactly("Confirmed imp_2 PAID");
  }

  @Test
  void firstTabRefused_secondTabPaid_firstTabSettledFirst_handsOnThePaidOne() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    gateway.show("imp_2", "order_1", Known.PAID, 0);

    assertThat(inbox.settle(failed("imp_1"))).isEqualTo(Reception.HANDLED);
    assertThat(receive("imp_2", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    assertThat(handed).containsExactly("Confirmed imp_2 PAID");
  }

  @Test
  void outcomeFetchedBeforeItsPaymentWasPaid_overwritesNothing() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    receive("imp_1", "order_1", Known.PAID);

    assertThat(inbox.settle(failed("imp_1"))).isEqualTo(Reception.REPEATED);
    assertThat(handed).containsExactly("Confirmed imp_1 PAID");
  }

  @Test
  void refusedTryOfAnOrderNobodyPaid_isHandedOnAsItWasRefused() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    List<Confirmation> outcomes = new ArrayList<>();
    shop = outcomes::add;
    Confirmation refused = failed("imp_1");

    assertThat(inbox.settle(refused)).isEqualTo(Reception.HANDLED);
    assertThat(outcomes).containsExactly(refused);
  }

  @Test
  void gatewayCannotBeAskedAnew_outcomeIsNotHandedOn_andTheConfirmStandsByItself() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    gateway.beforeAnswer =
        () -> {
          throw Errors.make().transport("down", ErrorDetails.builder("iamport").build());
        };

    assertThat(inbox.settle(failed("imp_1"))).isEqualTo(Reception.NOT_YET);
    assertThat(handed).isEmpty();
  }

  @Test
  void paidAfterAFailedTry_lookupLags_isHandedOnAllTheSame() {
    gateway.show("imp_1", "order_1", Known.FAILED, 0);
    receive("imp_1", "order_1", Known.FAILED);
    gateway.show("imp_2", "order_1", Known.IN_PROGRESS, 0);
    Confirmation paid =
        new Confirmed(FakeGateway.payment("imp_2", "order_1", Known.PAID, 0), Capture.BY_THIS_CALL);

    assertThat(inbox.settle(paid)).isEqualTo(Reception.HANDLED);
    assertThat(handed).containsExactly("NotConfirmed imp_1 FAILED", "Confirmed imp_2 PAID");
  }

  @Test
  void lookedUp_withoutAWebhook_isHandedOnOnce() {
    assertThat(inbox.look(OrderId.of("order_1"))).isEqualTo(Reception.UNKNOWN_PAYMENT);
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    assertThat(inbox.look(OrderId.of("order_1"))).isEqualTo(Reception.HANDLED);
    assertThat(inbox.look(OrderId.of("order_1"))).isEqualTo(Reception.REPEATED);
    assertThat(receive("imp_1", "order_1", Known.PAID)).isEqualTo(Reception.REPEATED);
    assertThat(handed).containsExactly("Confirmed imp_1 PAID");
  }

  @Test
  void outcomeWithoutAPayment_isForTheBuyersPageAlone() {
    assertThat(inbox.settle(NotConfirmed.builder(TERMS, Reason.REFUSED, MoneyHeld.NO).build()))
        .isEqualTo(Reception.UNKNOWN_PAYMENT);
    assertThat(handed).isEmpty();
  }

  // --- the untrusted payment by itself

  @Test
  void verify_comparesWithTheShopsOrder_andNeverCaptures() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    UntrustedPayment named = named("imp_1", "order_1", Known.PAID);

    assertThat(named.verify(gateway, OrderId.of("order_1"), PRICE)).isInstanceOf(Confirmed.class);
    assertThat(named.verify(gateway, OrderId.of("order_1"), Money.krw(1)))
        .isInstanceOfSatisfying(
            NotConfirmed.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MISMATCH));
    assertThat(gateway.calls).containsExactly("confirm imp_1", "confirm imp_1");
  }

  @Test
  void verifyOfAnotherOrderThanNamed_asksNobody() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    Confirmation outcome =
        named("imp_1", "order_1", null).verify(gateway, OrderId.of("order_2"), PRICE);

    assertThat(((NotConfirmed) outcome).mismatches()).hasSize(1);
    assertThat(((NotConfirmed) outcome).payment()).isEmpty();
  }

  @Test
  void verifyByOrderAlone_withoutAPayment_isNotFound() {
    Confirmation outcome =
        named(null, "order_1", null).verify(gateway, OrderId.of("order_1"), PRICE);

    assertThat(((NotConfirmed) outcome).reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void fetch_refusesAPaymentOfAnotherOrder_andAnotherGateway() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    UntrustedPayment ofToss = ofToss("imp_1", null, null);

    assertThat(named("imp_1", "order_1", null).fetch(gateway)).isPresent();
    assertThatThrownBy(() -> named("imp_1", "order_2", null).fetch(gateway))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("imp_uid")
        .hasMessageNotContaining("order_2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofToss.fetch(gateway))
        .isNotInstanceOf(RejectedRequestException.class);
  }

  @Test
  void otherGatewaysPayment_isRefusedUnasked_byVerifyFetchAndInbox() {
    gateway.name = "iamport";
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    UntrustedPayment ofToss = ofToss(null, "order_1", Known.PAID);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofToss.verify(gateway, OrderId.of("order_1"), PRICE))
        .withMessageContaining("toss");
    assertThatIllegalArgumentException().isThrownBy(() -> ofToss.fetch(gateway));
    assertThatIllegalArgumentException().isThrownBy(() -> inbox.receive(ofToss));
    assertThat(gateway.calls).isEmpty();
    assertThat(handed).isEmpty();
  }

  @Test
  void otherGatewaysPayment_atAStandInWithoutAName_isRefusedByWhatItShows() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    for (String id : Arrays.asList("imp_1", null)) {
      UntrustedPayment ofToss = ofToss(id, "order_1", Known.PAID);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ofToss.verify(gateway, OrderId.of("order_1"), PRICE));
      assertThatIllegalArgumentException().isThrownBy(() -> inbox.receive(ofToss));
    }
    assertThat(handed).isEmpty();
    assertThat(guard.size()).isZero();
  }

  @Test
  void outcomeOfAnotherGateway_isNotSettled() {
    gateway.name = "toss";

    assertThatIllegalArgumentException().isThrownBy(() -> inbox.settle(failed("imp_1")));
    assertThat(handed).isEmpty();
  }

  @Test
  void nothingNamed_isRefused() {
    assertThatThrownBy(() -> named(null, null, Known.PAID))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("neither imp_uid nor merchant_uid");
  }

  @Test
  void claimedStatusThatIsNoWord_isNone_andForgesNoLogLine() {
    UntrustedPayment named =
        UntrustedPayment.of(
            TERMS,
            PaymentId.of("imp_1"),
            null,
            new PaymentStatus(Known.UNKNOWN, "paid\n2026-11-20 ERROR forged"));

    assertThat(named.toString()).doesNotContain("\n").contains("imp_uid=imp_1");
    assertThat(named.claimedStatus()).isEmpty();
  }
}
