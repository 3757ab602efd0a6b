package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.ConfirmCalls.payment;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that captures by a token, and whose answer to a capture shows no payment. */
class ConfirmUnseenTest {
  private static final Payment PAID = payment(Known.PAID);

  private final ConfirmCalls calls = new ConfirmCalls();
  private final FakeConfirmSteps gateway = calls.gateway;

  @Test
  void requestWithoutAToken_isLookedAtOnly() {
    gateway.needsToken = true;
    gateway.answersUnseen(false).shows(PAID);

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
    assertThat(gateway.captures).isEmpty();
    assertThat(calls.confirmed(request().paymentToken("t").build()).capture())
        .isEqualTo(Capture.BY_THIS_CALL);
    assertThat(gateway.captures).containsExactly(1);
  }

  @Test
  void capturedUnseen_isJudgedByTheLookup_aReplayAsCapturedBefore() {
    gateway.answersUnseen(false).answersUnseen(true).shows(PAID);

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.BY_THIS_CALL);
    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
    assertThat(gateway.lookups).isEqualTo(2);
  }

  @Test
  void capturedUnseen_whileAnEarlierCallIsInDoubt_mayBeTheEarlierOnes() {
    gateway.loses().answersUnseen(false).shows(payment(Known.READY)).shows(PAID);
    calls.doubt();

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
  }

  @Test
  void capturedUnseen_underTheCallersKey_mayBeTheAnswerOfAnotherPayment() {
    gateway.answersUnseen(false).shows(PAID);

    assertThat(calls.confirmed(request().idempotencyKey("mine").build()).capture())
        .isEqualTo(Capture.ALREADY_CAPTURED);
  }

  @Test
  void accountIssuedUnseen_awaitsItsDeposit() {
    gateway.answersUnseen(false).shows(payment(Known.WAITING_FOR_DEPOSIT));

    assertThat(calls.confirm()).isInstanceOf(AwaitingDeposit.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"READY", "IN_PROGRESS", "FAILED", "EXPIRED"})
  void lookupThatContradictsTheAnswer_isInDoubt(Known shown) {
    gateway.answersUnseen(false).shows(payment(shown));

    calls.doubt();
  }

  @Test
  void lookupThatFails_showsNothing_orAnotherPayment_isInDoubt() {
    gateway
        .answersUnseen(false)
        .failsLookups(FakeConfirmSteps.transport())
        .shows(null)
        .shows(
            Payment.builder(
                    ConfirmCalls.TERMS,
                    PaymentId.of("pay-2"),
                    ConfirmCalls.ORDER,
                    ConfirmCalls.PRICE,
                    new PaymentStatus(Known.PAID, "word"))
                .balance(ConfirmCalls.PRICE)
                .build());

    calls.doubt();
    calls.doubt();
    calls.doubt();
  }

  @Test
  void refusedByTheCompany_isRefused_andWhetherMoneyIsHeldStaysOpen() {
    gateway.refuses("BY_THE_COMPANY").shows(payment(Known.READY));

    NotConfirmed refused = calls.refused();

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.refusal().orElseThrow().code()).contains("BY_THE_COMPANY");
    assertThat(gateway.captures).containsExactly(1);
    assertThat(calls.refused(request().withoutCapture().build()).moneyHeld())
        .isEqualTo(MoneyHeld.UNKNOWN);

    calls.pass(Duration.ofMinutes(3));
    assertThat(calls.refused(request().withoutCapture().build()).moneyHeld())
        .isEqualTo(MoneyHeld.NO);
  }

  @Test
  void refusedByTheCompany_andFailed_holdsNothing() {
    gateway.refuses("BY_THE_COMPANY").shows(payment(Known.FAILED));

    assertThat(calls.refused().moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void refusedByTheCompany_andPaidAllTheSame_isConfirmed() {
    gateway.refuses("BY_THE_COMPANY").shows(PAID);

    assertThat(calls.confirm()).isInstanceOf(Confirmed.class);
  }

  @Test
  void refusedByTheCompany_afterALoss_isInDoubt() {
    gateway.losesAndRefuses("BY_THE_COMPANY").shows(payment(Known.READY));

    calls.doubt();
  }

  @Test
  void refusedByTheCompany_whileAnEarlierCallIsInDoubt_isInDoubt() {
    gateway.loses().refuses("BY_THE_COMPANY").shows(payment(Known.READY));

    calls.doubt();
    assertThat(calls.doubt().gatewayCode()).contains("BY_THE_COMPANY");
  }

  @Test
  void refusedByTheCompany_lookupFails_isInDoubt_forItMayHaveCaptured() {
    gateway.refuses("BY_THE_COMPANY").failsLookups(FakeConfirmSteps.transport());

    assertThat(calls.doubt().gatewayCode()).contains("BY_THE_COMPANY");
  }

  private static Payment cheaper() {
    return Payment.builder(
            ConfirmCalls.TERMS,
            ConfirmCalls.ID,
            ConfirmCalls.ORDER,
            Money.krw(100),
            new PaymentStatus(Known.READY, "word"))
        .build();
  }

  @Test
  void refusedAsDifferent_isAMismatch_thatNamesTheDifference() {
    gateway.refuses("DIFFERS").shows(cheaper());

    NotConfirmed refused = calls.refused();

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.mismatches()).extracting(m -> m.field()).contains(Mismatch.Field.AMOUNT);
    assertThat(refused.refusal().orElseThrow().code()).contains("DIFFERS");
  }

  @Test
  void refusedOtherwise_isRefused_whateverElseDiffers() {
    gateway.refuses("REJECTED").shows(cheaper());

    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);
  }
}
