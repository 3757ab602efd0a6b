package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.FakeConfirmSteps.doubt;
import static kr.pgsdk.core.internal.flow.FakeConfirmSteps.refusal;
import static kr.pgsdk.core.internal.flow.FakeConfirmSteps.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.time.Deadlines;
import kr.pgsdk.core.internal.time.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What could charge an order twice, or call it declined though it is, or may be, paid. */
class ChargeOnceTest {
  private static final GatewayTerms TERMS =
      new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
  private static final OrderId ORDER = OrderId.of("order-1");
  private static final Money PRICE = Money.krw(15_000);
  private static final Money OTHER_PRICE = Money.krw(9_000);

  private final FakeConfirmSteps rules = new FakeConfirmSteps(TERMS);
  private final OpenCharges open = new OpenCharges();

  private FakeChargeSteps keyed() {
    return new FakeChargeSteps(true, rules);
  }

  private FakeChargeSteps keyless() {
    return new FakeChargeSteps(false, rules);
  }

  private static Payment.Builder paymentOf(Known known) {
    boolean held = known == Known.PAID || known == Known.UNKNOWN;
    return Payment.builder(
            TERMS, PaymentId.of("pay-1"), ORDER, PRICE, new PaymentStatus(known, "word"))
        .balance(held ? PRICE : Money.krw(0));
  }

  private static Payment payment(Known known) {
    return paymentOf(known).build();
  }

  private Confirmation charge(FakeChargeSteps steps) {
    return charge(steps, ORDER, PRICE);
  }

  private Confirmation charge(FakeChargeSteps steps, OrderId order, Money money) {
    Environment environment =
        new Environment(Clock.systemUTC(), System::nanoTime, (pause, closed) -> {}, () -> 0L);
    return new ChargeFlow(steps, rules, open)
        .charge(
            ChargeRequest.builder(BillingKey.of("key-1"), order, money, "November").build(),
            Deadlines.in(Duration.ofSeconds(30), environment));
  }

  private void paid(FakeChargeSteps steps) {
    assertThat(charge(steps)).isInstanceOf(Confirmed.class);
  }

  private NotConfirmed refused(FakeChargeSteps steps) {
    Confirmation confirmation = charge(steps);
    assertThat(confirmation).isInstanceOf(NotConfirmed.class);
    return (NotConfirmed) confirmation;
  }

  private void inDoubt(FakeChargeSteps steps) {
    assertThatThrownBy(() -> charge(steps)).isInstanceOf(OutcomeUnknownException.class);
  }

  // --- what an answer leaves open

  @ParameterizedTest
  @EnumSource(names = {"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "FAILED"})
  void saidCaptured_unseen_andTheLookContradictsIt_isADoubt(Known shown) {
    inDoubt(keyed().answersUnseen().shows(null).shows(payment(shown)));
  }

  @Test
  void oldAnswerSaysCaptured_andTheLookSaysFailed_isADoubt() {
    inDoubt(keyed().shows(null).shows(payment(Known.FAILED)).replays(payment(Known.PAID)));
  }

  @Test
  void unfinishedAnswer_andAnothersChargeFound_isADoubt() {
    inDoubt(keyless().shows(null).showsAnothers(payment(Known.PAID)).answers(payment(Known.READY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONSECUTIVE", "ALREADY_PROCESSED", "SERVER_ERROR"})
  void lost_thenRefusedForThatSendingAlone_isADoubt(String code) {
    inDoubt(keyed().shows(null).fails(doubt(refusal(code))));
  }

  @Test
  void uncertainRefusal_andTheLookFails_isADoubt() {
    inDoubt(keyed().shows(null).failsLookup(transport()).fails(refusal("SERVER_ERROR")));
  }

  @Test
  void lost_thenACheckoutIsOpen_staysADoubt() {
    FakeChargeSteps steps =
        keyless().shows(null).showsCheckout(payment(Known.READY)).fails(doubt(transport()));

    inDoubt(steps);
    inDoubt(steps);
  }

  @Test
  void statusNobodyKnows_decidesNothing() {
    FakeChargeSteps steps = keyless().shows(null).answers(payment(Known.UNKNOWN));
    assertThat(refused(steps).reason()).isEqualTo(Reason.UNKNOWN_STATUS);

    inDoubt(steps);
    assertThat(steps.sendings).isEqualTo(1);
  }

  // --- what a refusal leaves open

  @Test
  void refusedByTheCompany_andACheckoutIsOpen_moneyMayBeHeld() {
    NotConfirmed refused =
        refused(
            keyed()
                .shows(null)
                .showsCheckout(payment(Known.READY))
                .fails(refusal("BY_THE_COMPANY")));

    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void refused_andTheLookShowsTheFailure_theRefusalSaysWhy() {
    NotConfirmed refused =
        refused(keyless().shows(null).shows(payment(Known.FAILED)).fails(refusal("REJECTED")));

    assertThat(refused.refusal().orElseThrow().code()).contains("REJECTED");
  }

  @Test
  void refused_andTheLookFails_leavesNoDoubt() {
    NotConfirmed unused =
        refused(keyless().shows(null).failsLookup(transport()).fails(refusal("REJECTED")));

    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @Test
  void failed_withItsMoneyOnTheWayBack_moneyMayBeHeld() {
    Payment failed = paymentOf(Known.FAILED).refundStatus(RefundStatus.PENDING).build();

    assertThat(refused(keyless().shows(failed)).moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  // --- an order that was paid

  @Test
  void paid_thenDeclinedUnderItsKey_isADoubt() {
    FakeChargeSteps steps =
        keyed().shows(null).answers(payment(Known.PAID)).answers(payment(Known.FAILED));
    paid(steps);

    inDoubt(steps);
  }

  @Test
  void paid_thenRefusedForGoodUnderItsKey_isADoubt() {
    FakeChargeSteps steps =
        keyed().shows(null).answers(payment(Known.PAID)).fails(refusal("REJECTED"));
    paid(steps);

    inDoubt(steps);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void paid_bySomeAnswerOrLook_thenShownAsFailed_isNotCalledDeclined(boolean answer) {
    paid(
        answer
            ? keyless().shows(null).answers(payment(Known.PAID))
            : keyless().shows(payment(Known.PAID)));

    assertThatThrownBy(() -> charge(keyless().shows(payment(Known.FAILED))))
        .isInstanceOf(TransportException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void paidOrLost_thenShownToACallWithAnotherPrice_isNotSentWithThatPrice(boolean lost) {
    FakeChargeSteps first = keyed().shows(null);
    if (lost) {
      inDoubt(first.fails(doubt(transport())));
    } else {
      paid(first.answers(payment(Known.PAID)));
    }
    FakeChargeSteps other = keyed().shows(payment(Known.PAID)).shows(null);
    assertThat(charge(other, ORDER, OTHER_PRICE)).isInstanceOf(NotConfirmed.class);

    assertThatThrownBy(() -> charge(other, ORDER, OTHER_PRICE))
        .isInstanceOf(TransportException.class);
    assertThat(other.sendings).isZero();
  }

  // --- more than one order, more than one thread

  @Test
  void onceACallHasEnded_anotherThreadHasItsTurn() throws Exception {
    FakeChargeSteps steps = keyless().shows(payment(Known.PAID));
    paid(steps);
    ExecutorService another = Executors.newSingleThreadExecutor();
    try {
      another.submit(() -> paid(steps)).get(100, TimeUnit.SECONDS);
    } finally {
      another.shutdown();
    }
  }

  @Test
  void doubtsOfOtherOrders_dontPushThisOneOut() {
    FakeChargeSteps steps = keyless().shows(null).fails(doubt(transport()));
    for (String order : new String[] {"order-1", "order-2", "order-3"}) {
      assertThatThrownBy(() -> charge(steps, OrderId.of(order), PRICE))
          .isInstanceOf(OutcomeUnknownException.class);
    }

    inDoubt(steps);
    assertThat(steps.sendings).isEqualTo(3);
  }
}
