package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.ConfirmCalls.payment;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A confirm after another one of the same payment whose answer was lost. */
class ConfirmAgainTest {
  private static final Payment WAITS = payment(Known.IN_PROGRESS);

  /** A call's deadline of 30 s leaves a sending 25 s. */
  private static final Duration WORK_IS_OVER =
      Duration.ofSeconds(25).plus(CancelSteps.LONGEST_WORK);

  private final ConfirmCalls calls = new ConfirmCalls();
  private final FakeConfirmSteps gateway = calls.gateway;

  @ParameterizedTest
  @ValueSource(strings = {"ALREADY_PROCESSED", "CONSECUTIVE", "BUSY", "UNHEARD_OF"})
  void lost_thenRefusedForThisSendingAlone_staysInDoubt_underTheSameKey(String code) {
    gateway.loses().refuses(code).shows(WAITS);

    calls.doubt();
    assertThat(calls.doubt().gatewayCode()).hasValue(code);
    assertThat(gateway.captures).containsOnly(1);
  }

  @Test
  void lost_thenNotSentOrNotAuthorized_staysInDoubt() {
    gateway
        .loses()
        .fails(FakeConfirmSteps.transport())
        .fails(Errors.make().authentication("no such key", ErrorDetails.builder("testpay").build()))
        .shows(WAITS);

    calls.doubt();
    calls.doubt();
    calls.doubt();
    assertThat(gateway.captures).containsExactly(1, 1, 1);
  }

  @Test
  void nothingInDoubt_notAuthorized_isSaidAsSuch() {
    gateway.fails(
        Errors.make().authentication("no such key", ErrorDetails.builder("testpay").build()));

    assertThatExceptionOfType(AuthenticationException.class).isThrownBy(calls::confirm);
    assertThatExceptionOfType(AuthenticationException.class).isThrownBy(calls::confirm);
  }

  @Test
  void whatTheGatewayCantBeTold_isNoSending() {
    gateway.refuses("REJECTED").shows(WAITS);
    gateway.unsendable = new IllegalArgumentException("amount");
    assertThatIllegalArgumentException().isThrownBy(calls::confirm);
    gateway.unsendable = null;
    ConfirmRequest byKey = request().idempotencyKey("order-1-again").build();

    // Beside a sending in doubt, a refusal under another key would end nothing.
    assertThat(calls.refused(byKey).moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void lost_thenRefusedForGoodUnderTheSameKey_isRefused() {
    gateway.loses().refuses("REJECTED").shows(WAITS);
    calls.doubt();

    NotConfirmed refused = calls.refused();
    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void lost_thenRefusedForGoodUnderAnotherKey_staysInDoubt() {
    gateway.loses().refuses("REJECTED").shows(WAITS);
    calls.doubt();
    ConfirmRequest byKey = request().idempotencyKey("order-1-again").build();

    assertThatThrownBy(() -> calls.confirm(byKey)).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void lost_workIsOver_refusedForThisSendingAlone_isRefused() {
    gateway.loses().refuses("ALREADY_PROCESSED").shows(WAITS);
    calls.doubt();
    calls.pass(WORK_IS_OVER.minusNanos(1));
    calls.doubt();

    calls.pass(Duration.ofNanos(1));
    assertThat(calls.refused().moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void refusedWithUncertainCodes_thenAgain_goesOnUnderTheNextKey() {
    gateway.refuses("UNHEARD_OF").shows(WAITS);
    calls.doubt();
    calls.doubt();

    assertThat(gateway.captures).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void lost_thenRefusedAsUnknown_thoughALookupShowsIt_staysInDoubt() {
    gateway.losesAndRefuses("NO_PAYMENT").shows(WAITS);

    calls.doubt();
  }

  @Test
  void ended_isForgotten() {
    gateway.loses().answers(payment(Known.PAID)).refuses("ALREADY_PROCESSED");
    gateway.shows(WAITS);
    calls.doubt();
    calls.confirmed();
    calls.pass(WORK_IS_OVER);

    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS"})
  void unfinishedAnswer_lookupShowsAnExpiredSession_isDoubt(Known answered) {
    gateway.answers(payment(answered)).shows(payment(Known.EXPIRED));

    calls.doubt();
  }

  @Test
  void lost_repetitionAnsweredThatItExpired_isDoubt_alone_itIsNotConfirmed() {
    gateway.answersAfterALoss(payment(Known.EXPIRED)).answers(payment(Known.EXPIRED));
    gateway.shows(payment(Known.EXPIRED));
    calls.doubt();
    calls.doubt();

    calls.pass(WORK_IS_OVER);
    assertThat(calls.refused().reason()).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void lost_lookupShowsAStatusNobodyKnows_theSendingIsNotForgotten() {
    gateway.loses().refuses("ALREADY_PROCESSED");
    gateway.shows(payment(Known.UNKNOWN)).shows(WAITS);
    assertThat(calls.refused().reason()).isEqualTo(Reason.UNKNOWN_STATUS);

    calls.doubt();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS", "EXPIRED"})
  void lost_thenLookedAtOnly_moneyMayBeHeldUntilWorkIsOver(Known shown) {
    gateway.loses().shows(payment(shown));
    calls.doubt();
    ConfirmRequest looks = request().withoutCapture().build();

    assertThat(calls.refused(looks).moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    calls.pass(WORK_IS_OVER);
    assertThat(calls.refused(looks).moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void lost_repetitionAnsweredAboutAnotherPayment_isDoubt_underTheCallersKeyToo() {
    Payment anothers =
        Payment.builder(
                ConfirmCalls.TERMS,
                PaymentId.of("pay-2"),
                ConfirmCalls.ORDER,
                ConfirmCalls.PRICE,
                new PaymentStatus(Known.PAID, "word"))
            .build();
    gateway.answersAfterALoss(anothers).shows(WAITS);

    assertThatThrownBy(() -> calls.confirm(request().idempotencyKey("key-1").build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  private static final ConfirmRequest BY_KEY = request().idempotencyKey("key-1").build();

  private void doubt(ConfirmRequest request) {
    assertThatThrownBy(() -> calls.confirm(request)).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void rateLimitWithAnUnheardOfCode_leavesNoDoubt() {
    gateway.fails(
        Errors.make()
            .gateway(
                "busy",
                ErrorDetails.builder("testpay").httpStatus(429).gatewayCode("UNHEARD_OF").build()));
    gateway.refuses("ALREADY_PROCESSED").shows(WAITS);
    assertThatThrownBy(calls::confirm).isInstanceOf(GatewayException.class);

    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void lost_thenRefusedAsUnknown_isLookedUp_andMayBeCaptured() {
    gateway.loses().refuses("NO_PAYMENT").shows(WAITS).shows(payment(Known.PAID));
    calls.doubt();

    calls.confirmed();
  }

  @Test
  void waits_thenRefusedAsUnknown_isNotFound_whateverTheLookupShowedBefore() {
    gateway.refuses("CONSECUTIVE").refuses("NO_PAYMENT").shows(WAITS);

    assertThat(calls.refused().reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void uncertain_thenRefusedForNow_thenNotSent_isDoubtWithTheUncertainWords() {
    gateway.refuses("UNHEARD_OF").refuses("REJECTED_FOR_NOW").fails(FakeConfirmSteps.transport());
    gateway.shows(WAITS);

    assertThat(calls.doubt().gatewayCode()).hasValue("UNHEARD_OF");
  }

  @Test
  void lost_thenRefusedForThisSendingAlone_lookupFails_staysInDoubt() {
    gateway.loses().refuses("ALREADY_PROCESSED").failsLookups(FakeConfirmSteps.transport());

    calls.doubt();
    calls.doubt();
  }

  @Test
  void lost_thenLostAndRefusedForGoodUnderAnotherKey_staysInDoubt() {
    gateway.loses().losesAndRefuses("REJECTED").shows(WAITS);
    calls.doubt();

    doubt(BY_KEY);
  }

  @Test
  void lostAndRefusedForGood_noneShown_isForgotten() {
    gateway.losesAndRefuses("REJECTED").refuses("ALREADY_PROCESSED").shows(null).shows(WAITS);
    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);

    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void uncertain_lookupSaysItIsOver_butShowsAPaymentThatWaits_isDoubt() {
    gateway.over = true;
    gateway.refuses("UNHEARD_OF").shows(payment(Known.READY));

    calls.doubt();
  }

  @Test
  void answeredThatItFailed_underTheCallersKey_isNotLookedUp() {
    gateway.answers(payment(Known.FAILED));

    assertThat(calls.refused(BY_KEY).reason()).isEqualTo(Reason.FAILED);
    assertThat(gateway.lookups).isZero();
  }

  @Test
  void unfinishedAnswer_underTheCallersKey_isDoubt_notAnothersKey() {
    gateway.answers(WAITS).shows(WAITS);

    doubt(BY_KEY);
  }

  @Test
  void lost_thenTheCallersKeyBelongsToAnotherPayment_staysInDoubt() {
    gateway.loses().answers(anothers()).shows(WAITS);
    calls.doubt();

    doubt(BY_KEY);
  }

  @Test
  void captured_isForgottenAtOnce() {
    gateway.answers(payment(Known.PAID)).refuses("ALREADY_PROCESSED").shows(WAITS);
    calls.confirmed();

    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void wrongAddress_ofTheLookupOrTheSendingAlone_isDoubt() {
    gateway.refuses("UNHEARD_OF").refuses("NOT_FOUND");
    gateway
        .failsLookups(FakeConfirmSteps.refusal("NOT_FOUND"))
        .failsLookups(FakeConfirmSteps.refusal("UNHEARD_OF"));
    calls.doubt();

    calls.pass(WORK_IS_OVER);
    calls.doubt();
  }

  @Test
  void lost_thenAWrongAddress_staysInDoubt() {
    gateway.loses().refuses("NOT_FOUND");
    gateway.shows(WAITS).failsLookups(FakeConfirmSteps.refusal("NOT_FOUND"));
    calls.doubt();

    calls.doubt();
  }

  @Test
  void lost_thenLookedAtOnly_failedOrOver_noMoneyIsHeld() {
    gateway.loses().shows(WAITS).shows(payment(Known.FAILED)).shows(payment(Known.EXPIRED));
    calls.doubt();
    ConfirmRequest looks = request().withoutCapture().build();

    assertThat(calls.refused(looks).moneyHeld()).isEqualTo(MoneyHeld.NO);
    gateway.over = true;
    assertThat(calls.refused(looks).moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void lost_thenRefusedForGoodWithAnotherOrderPriceOrToken_staysInDoubt() {
    gateway.loses().refuses("REJECTED").shows(WAITS);
    calls.doubt();

    doubt(
        ConfirmRequest.builder(ConfirmCalls.ID, OrderId.of("order-2"), ConfirmCalls.PRICE).build());
    doubt(ConfirmRequest.builder(ConfirmCalls.ID, ConfirmCalls.ORDER, Money.krw(15_001)).build());
    doubt(request().paymentToken("another").build());
  }

  @Test
  void newest10000_areRemembered_theOldestIsForgotten_endedOnesDontCount() {
    OpenConfirms open = new OpenConfirms();
    for (int i = 0; i < 10_000; i++) {
      open.end(open.begin(numbered(i + 100_000), 1, 0, WORK_IS_OVER));
      open.begin(numbered(i), 1, 0, WORK_IS_OVER);
    }
    assertThat(isOpen(open, "pay-0")).isTrue();

    open.begin(numbered(10_000), 1, 0, WORK_IS_OVER);
    assertThat(isOpen(open, "pay-0")).isFalse();
    assertThat(isOpen(open, "pay-1")).isTrue();
  }

  private static boolean isOpen(OpenConfirms open, String payment) {
    return open.isAny(PaymentId.of(payment), 1, sent -> true);
  }

  @Test
  void workThatEndsDuringAnotherSending_isNotOpenAnyMore() {
    OpenConfirms open = new OpenConfirms();
    open.begin(numbered(1), 1, 0, Duration.ofNanos(10));
    OpenConfirms.Capture own = open.begin(numbered(1), 1, 9, WORK_IS_OVER);

    PaymentId payment = numbered(1).paymentId();
    assertThat(open.isAny(payment, 9, other -> other != own)).isTrue();
    assertThat(open.isAny(payment, 10, other -> other != own)).isFalse();
  }

  private static ConfirmRequest numbered(int number) {
    return ConfirmRequest.builder(
            PaymentId.of("pay-" + number), ConfirmCalls.ORDER, ConfirmCalls.PRICE)
        .build();
  }

  private static Payment anothers() {
    return Payment.builder(
            ConfirmCalls.TERMS,
            PaymentId.of("pay-2"),
            ConfirmCalls.ORDER,
            ConfirmCalls.PRICE,
            new PaymentStatus(Known.PAID, "word"))
        .build();
  }
}
