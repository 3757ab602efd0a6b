package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.FakeConfirmSteps.doubt;
import static kr.pgsdk.core.internal.flow.FakeConfirmSteps.refusal;
import static kr.pgsdk.core.internal.flow.FakeConfirmSteps.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Deadlines;
import kr.pgsdk.core.internal.time.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a charge says after what it sees, and how often it sends. */
class ChargeFlowTest {
  private static final GatewayTerms TERMS =
      new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
  private static final OrderId ORDER = OrderId.of("order-1");
  private static final Money PRICE = Money.krw(15_000);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final ChargeRequest REQUEST = request(PRICE);

  private final FakeConfirmSteps rules = new FakeConfirmSteps(TERMS);
  private final FakeChargeSteps keyed = new FakeChargeSteps(true, rules);
  private final FakeChargeSteps keyless = new FakeChargeSteps(false, rules);
  private final OpenCharges open = new OpenCharges();

  private static ChargeRequest request(Money money) {
    return ChargeRequest.builder(BillingKey.of("key-1"), ORDER, money, "November").build();
  }

  private static Payment payment(Known known) {
    boolean held = known == Known.PAID || known == Known.UNKNOWN;
    Payment.Builder payment =
        Payment.builder(
                TERMS, PaymentId.of("pay-1"), ORDER, PRICE, new PaymentStatus(known, "word"))
            .balance(held ? PRICE : Money.krw(0));
    return known == Known.FAILED
        ? payment.failure(null, "limit exceeded").build()
        : payment.build();
  }

  private Confirmation charge(FakeChargeSteps steps) {
    return charge(steps, REQUEST, Duration.ofSeconds(30));
  }

  private Confirmation charge(FakeChargeSteps steps, ChargeRequest request, Duration time) {
    return charge(steps, request, time, open);
  }

  private Confirmation charge(FakeChargeSteps steps, ChargeRequest request, OpenCharges memory) {
    return charge(steps, request, Duration.ofSeconds(30), memory);
  }

  private Confirmation charge(
      FakeChargeSteps steps, ChargeRequest request, Duration time, OpenCharges memory) {
    Deadline deadline =
        Deadlines.in(
            time, new Environment(Clock.systemUTC(), System::nanoTime, (p, c) -> {}, () -> 0L));
    return new ChargeFlow(steps, rules, memory).charge(request, deadline);
  }

  private void assertConfirmed(Confirmation confirmation, Capture capture) {
    assertThat(confirmation).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed) confirmation).capture()).isEqualTo(capture);
  }

  private void assertNot(Confirmation confirmation, Reason reason, MoneyHeld held) {
    assertThat(confirmation).isInstanceOf(NotConfirmed.class);
    assertThat(((NotConfirmed) confirmation).reason()).isEqualTo(reason);
    assertThat(((NotConfirmed) confirmation).moneyHeld()).isEqualTo(held);
  }

  private void assertDoubt(FakeChargeSteps steps) {
    Throwable thrown = catchThrowable(() -> charge(steps));
    assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
    assertThat(((OutcomeUnknownException) thrown).lookup())
        .isEqualTo(PaymentLookup.byOrderId(ORDER));
  }

  @Test
  void nothingThere_isCharged() {
    assertConfirmed(charge(keyless.shows(null).answers(payment(Known.PAID))), Capture.BY_THIS_CALL);
    assertThat(keyless.sendings).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"EXPIRED", "FAILED"})
  void checkoutOfTheOrderThatCameToNothing_standsInNoWay(Known status) {
    assertConfirmed(
        charge(keyed.showsCheckout(payment(status)).answers(payment(Known.PAID))),
        Capture.BY_THIS_CALL);
  }

  @Test
  void paidAlready_isSaid_andNotSent() {
    assertConfirmed(charge(keyless.shows(payment(Known.PAID))), Capture.ALREADY_CAPTURED);
    assertThat(keyless.sendings).isZero();
  }

  @Test
  void paidWithAnotherAmount_isAMismatch_andNotSent() {
    keyed.shows(payment(Known.PAID));

    assertNot(
        charge(keyed, request(Money.krw(9_000)), Duration.ofSeconds(30)),
        Reason.MISMATCH,
        MoneyHeld.YES);
    assertThat(keyed.sendings).isZero();
  }

  @Test
  void declinedBefore_staysDeclined_andNotSent() {
    Confirmation declined = charge(keyless.shows(payment(Known.FAILED)));

    assertNot(declined, Reason.REFUSED, MoneyHeld.NO);
    assertThat(((NotConfirmed) declined).refusal().orElseThrow().message())
        .contains("limit exceeded");
    assertThat(keyless.sendings).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT"})
  void openCheckoutOfTheOrder_isNotYetPaid_andNotSent(Known status) {
    assertNot(charge(keyed.showsCheckout(payment(status))), Reason.NOT_YET_PAID, MoneyHeld.NO);
    assertThat(keyed.sendings).isZero();
  }

  @Test
  void chargeUnderWay_isADoubtWithoutKey_andRepeatedUnderOne() {
    assertDoubt(keyless.shows(payment(Known.READY)));
    assertThat(keyless.sendings).isZero();

    assertConfirmed(
        charge(keyed.shows(payment(Known.IN_PROGRESS)).answers(payment(Known.PAID))),
        Capture.BY_THIS_CALL);
  }

  @Test
  void declined_isRefusedWithTheGatewaysWords() {
    Confirmation declined = charge(keyless.shows(null).answers(payment(Known.FAILED)));

    assertNot(declined, Reason.REFUSED, MoneyHeld.NO);
    assertThat(((NotConfirmed) declined).refusal().orElseThrow().message())
        .contains("limit exceeded");
  }

  @Test
  void declined_butTheOrderWasPaidMeanwhile_isConfirmed() {
    assertConfirmed(
        charge(
            keyless.shows(null).showsAnothers(payment(Known.PAID)).answers(payment(Known.FAILED))),
        Capture.ALREADY_CAPTURED);
    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @Test
  void declined_andTheLookFails_isRefused() {
    assertNot(
        charge(keyless.shows(null).failsLookup(transport()).answers(payment(Known.FAILED))),
        Reason.REFUSED,
        MoneyHeld.NO);
    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT"})
  void refused_andTheLookShowsAChargeUnderWay_isADoubt(Known status) {
    assertDoubt(keyless.shows(null).shows(payment(status)).fails(refusal("REJECTED")));
  }

  @Test
  void refusedAsPaidAlready_andNoLookShowsIt_isADoubt_whichTheNextLookEnds() {
    assertDoubt(keyless.saysPaid().shows(null).fails(refusal("REJECTED")));
    assertThatThrownBy(() -> charge(keyless)).isInstanceOf(TransportException.class);
    assertThat(keyless.sendings).isEqualTo(1);
    FakeChargeSteps lookupFails =
        new FakeChargeSteps(false, rules)
            .saysPaid()
            .shows(null)
            .failsLookup(transport())
            .fails(refusal("REJECTED"));
    assertThatThrownBy(() -> charge(lookupFails, REQUEST, new OpenCharges()))
        .isInstanceOf(OutcomeUnknownException.class);

    assertConfirmed(
        charge(new FakeChargeSteps(false, rules).showsAnothers(payment(Known.PAID))),
        Capture.ALREADY_CAPTURED);
  }

  @Test
  void refused_andTheLookShowsAnOpenCheckout_isRefused() {
    assertNot(
        charge(keyless.shows(null).showsCheckout(payment(Known.READY)).fails(refusal("REJECTED"))),
        Reason.REFUSED,
        MoneyHeld.NO);
  }

  @Test
  void refused_isRefused_onceALookAgrees() {
    Confirmation declined = charge(keyed.shows(null).fails(refusal("REJECTED")));

    assertNot(declined, Reason.REFUSED, MoneyHeld.NO);
    assertThat(((NotConfirmed) declined).refusal().orElseThrow().code()).contains("REJECTED");
    assertThat(keyed.lookups).isEqualTo(2);
  }

  @Test
  void refused_andTheLookShowsItPaid_isConfirmed() {
    assertConfirmed(
        charge(keyless.shows(null).showsAnothers(payment(Known.PAID)).fails(refusal("REJECTED"))),
        Capture.ALREADY_CAPTURED);
  }

  @Test
  void refused_andTheLookFails_leavesOpenWhatIsHeld() {
    assertNot(
        charge(keyed.shows(null).failsLookup(transport()).fails(refusal("REJECTED"))),
        Reason.REFUSED,
        MoneyHeld.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVER_ERROR", "BUSY_AT_THE_BANK"})
  void uncertainRefusal_isADoubt_unlessALookDecides(String code) {
    assertDoubt(keyed.shows(null).fails(refusal(code)));
    assertThat(open.inDoubt(ORDER)).isNotNull();
  }

  @Test
  void lost_andFoundPaid_isConfirmed() {
    assertConfirmed(
        charge(keyless.shows(null).shows(payment(Known.PAID)).fails(doubt(transport()))),
        Capture.ALREADY_CAPTURED);
    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @Test
  void lost_andFoundDeclined_isRefused() {
    assertNot(
        charge(keyless.shows(null).shows(payment(Known.FAILED)).fails(doubt(transport()))),
        Reason.REFUSED,
        MoneyHeld.NO);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"FAILED", "PAID"})
  void lost_andAnothersChargeFound_isADoubt(Known status) {
    assertDoubt(keyless.shows(null).showsAnothers(payment(status)).fails(doubt(transport())));
  }

  @Test
  void lost_andNothingFound_isADoubt_andWithoutKeyNeverSentAgain() {
    keyless.shows(null).fails(doubt(transport()));

    assertDoubt(keyless);
    assertDoubt(keyless);
    assertThat(keyless.sendings).isEqualTo(1);

    assertConfirmed(
        charge(new FakeChargeSteps(false, rules).shows(payment(Known.PAID))),
        Capture.ALREADY_CAPTURED);
    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @Test
  void doubtUnderAKey_isRepeatedUnderItAlone() {
    assertDoubt(keyed.shows(null).fails(doubt(transport())));

    FakeChargeSteps again = new FakeChargeSteps(true, rules).shows(null);
    assertThatThrownBy(() -> charge(again, request(Money.krw(9_000)), Duration.ofSeconds(30)))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(again.sendings).isZero();

    again.answers(payment(Known.PAID));
    assertConfirmed(charge(again), Capture.BY_THIS_CALL);
  }

  @Test
  void doubt_isEndedByAFinalRefusalUnderItsKey_notByOneOfTheSending() {
    assertDoubt(keyed.shows(null).fails(doubt(transport())));
    assertDoubt(new FakeChargeSteps(true, rules).shows(null).fails(refusal("CONSECUTIVE")));

    assertNot(
        charge(new FakeChargeSteps(true, rules).shows(null).fails(refusal("REJECTED"))),
        Reason.REFUSED,
        MoneyHeld.NO);
    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @Test
  void lostThenRefusedUnderTheSameKey_isRefused() {
    assertNot(
        charge(keyed.shows(null).fails(doubt(refusal("REJECTED")))), Reason.REFUSED, MoneyHeld.NO);
  }

  @Test
  void replay_isLookedUp() {
    assertConfirmed(
        charge(keyed.shows(null).shows(payment(Known.PAID)).replays(payment(Known.PAID))),
        Capture.ALREADY_CAPTURED);
    assertNot(
        charge(
            new FakeChargeSteps(true, rules)
                .shows(null)
                .shows(payment(Known.CANCELLED))
                .replays(payment(Known.PAID))),
        Reason.CANCELLED,
        MoneyHeld.NO);
  }

  @Test
  void unfinishedAnswer_isADoubt_ifALookShowsNoMore() {
    assertDoubt(keyless.shows(null).shows(payment(Known.READY)).answers(payment(Known.READY)));
  }

  @Test
  void notSent_leavesNoDoubt_butKeepsAnEarlierOne() {
    assertThatThrownBy(() -> charge(keyless.shows(null).fails(transport())))
        .isInstanceOf(TransportException.class);
    assertThat(open.inDoubt(ORDER)).isNull();
    assertThatThrownBy(
            () -> charge(new FakeChargeSteps(false, rules).shows(null).fails(refusal("BUSY"))))
        .isInstanceOf(GatewayException.class);
    assertThat(open.inDoubt(ORDER)).isNull();

    assertDoubt(keyed.shows(null).fails(doubt(transport())));
    assertDoubt(new FakeChargeSteps(true, rules).shows(null).fails(transport()));
    assertDoubt(new FakeChargeSteps(true, rules).failsLookup(transport()));
    assertThat(open.inDoubt(ORDER)).isNotNull();
  }

  @Test
  void lookBeforeThatFails_sendsNothing() {
    assertThatThrownBy(() -> charge(keyless.failsLookup(transport())))
        .isInstanceOf(TransportException.class);
    assertThat(keyless.sendings).isZero();
    assertThat(open.inDoubt(ORDER)).isNull();
  }

  @Test
  void lookBeforeThatCanNotBeRead_sendsNothing_andSaysSo() {
    assertThatThrownBy(
            () ->
                charge(
                    keyless.failsLookup(
                        Errors.make().malformed("odd", ErrorDetails.builder("testpay").build()))))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("was not sent");
    assertThat(keyless.sendings).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"PAID", "FAILED"})
  void decidedBefore_andTheLookIsBehind_isNotSentAgain_butUnderItsKey(Known status) {
    Confirmation unused = charge(keyless.shows(null).answers(payment(status)));

    assertThatThrownBy(() -> charge(keyless)).isInstanceOf(TransportException.class);
    assertThat(keyless.sendings).isEqualTo(1);

    OpenCharges other = new OpenCharges();
    unused = charge(keyed.shows(null).answers(payment(status)), REQUEST, other);
    assertThatThrownBy(() -> charge(keyed, request(Money.krw(9_000)), other))
        .isInstanceOf(TransportException.class);
    unused = charge(keyed, REQUEST, other);
    assertThat(keyed.sendings).isEqualTo(2);
  }

  @Test
  void twoCallsOfOneOrder_goOneAfterTheOther() {
    // While the first is sending, the second waits until its deadline, and sends nothing.
    FakeChargeSteps second = new FakeChargeSteps(false, rules);
    keyless
        .shows(null)
        .whileSending(
            () ->
                assertThatThrownBy(() -> inAnotherThread(() -> charge(second, REQUEST, MOMENT)))
                    .hasCauseInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining(
                        "its deadline passed while another call charged this order"))
        .answers(payment(Known.PAID));

    assertConfirmed(charge(keyless), Capture.BY_THIS_CALL);
    assertThat(second.lookups + second.sendings).isZero();

    assertConfirmed(charge(second.shows(payment(Known.PAID))), Capture.ALREADY_CAPTURED);
  }

  @Test
  void interruptedBeforeItsTurn_sendsNothing_andKeepsTheFlag() {
    FakeChargeSteps second = new FakeChargeSteps(false, rules);
    Runnable interrupted =
        () -> {
          Thread.currentThread().interrupt();
          try {
            charge(second);
          } finally {
            assertThat(Thread.interrupted()).isTrue();
          }
        };
    // The first only looks so far: nothing is in doubt.
    keyless
        .whileLooking(
            () ->
                assertThatThrownBy(() -> inAnotherThread(interrupted))
                    .hasCauseInstanceOf(TransportException.class)
                    .hasMessageContaining(
                        "its thread was interrupted while another call charged this order"))
        .shows(null)
        .answers(payment(Known.PAID));

    assertConfirmed(charge(keyless), Capture.BY_THIS_CALL);
    assertThat(second.lookups + second.sendings).isZero();
  }

  @Test
  void otherOrders_waitForNoOne() {
    FakeChargeSteps other = new FakeChargeSteps(false, rules).shows(payment(Known.PAID));
    ChargeRequest another =
        ChargeRequest.builder(BillingKey.of("key-1"), OrderId.of("order-2"), PRICE, "x").build();
    keyless
        .shows(null)
        .whileSending(
            () -> assertNot(charge(other, another, MOMENT), Reason.MISMATCH, MoneyHeld.NO))
        .answers(payment(Known.PAID));

    assertConfirmed(charge(keyless), Capture.BY_THIS_CALL);
  }

  private static void inAnotherThread(Runnable work) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread.submit(work).get();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void capturedUnseen_isJudgedByTheLook() {
    keyed.answersUnseen().shows(null).shows(payment(Known.PAID));

    Confirmation charged = charge(keyed, REQUEST, open);

    assertThat(charged)
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.capture()).isEqualTo(Capture.BY_THIS_CALL));
  }

  @Test
  void capturedUnseen_mayBeAnOldAnswer_isNotByThisCall() {
    assertConfirmed(
        charge(keyed.replaysUnseen().shows(null).shows(payment(Known.PAID))),
        Capture.ALREADY_CAPTURED);
  }

  @Test
  void capturedUnseen_andNotShown_isInDoubt() {
    keyed.answersUnseen().shows(null);

    assertThatThrownBy(() -> charge(keyed, REQUEST, open))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void refusedByTheCompany_lookupFails_isInDoubt_forItMayHaveCharged() {
    keyed.shows(null).fails(refusal("BY_THE_COMPANY")).failsLookup(FakeConfirmSteps.transport());

    assertThatThrownBy(() -> charge(keyed, REQUEST, open))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void refusedByTheCompany_isRefused_moneyUnknown_untilAFailureIsShown() {
    keyed.fails(refusal("BY_THE_COMPANY")).shows(null).shows(null).shows(payment(Known.FAILED));

    NotConfirmed refused = (NotConfirmed) charge(keyed, REQUEST, open);
    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);

    NotConfirmed failed = (NotConfirmed) charge(keyed, REQUEST, open);
    assertThat(failed.moneyHeld()).isEqualTo(MoneyHeld.NO);
  }
}
