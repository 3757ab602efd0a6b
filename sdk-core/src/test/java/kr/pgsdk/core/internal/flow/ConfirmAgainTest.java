package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.ConfirmCalls.payment;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.OutcomeUnknownException;
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
        .fails(new AuthenticationException("no such key", ErrorDetails.builder("testpay").build()))
        .shows(WAITS);

    calls.doubt();
    calls.doubt();
    calls.doubt();
    assertThat(gateway.captures).containsExactly(1, 1, 1);
  }

  @Test
  void nothingInDoubt_notAuthorized_isSaidAsSuch() {
    gateway.fails(
        new AuthenticationException("no such key", ErrorDetails.builder("testpay").build()));

    assertThatExceptionOfType(AuthenticationException.class).isThrownBy(calls::confirm);
    assertThatExceptionOfType(AuthenticationException.class).isThrownBy(calls::confirm);
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
}
