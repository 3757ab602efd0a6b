package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.ConfirmCalls.ID;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.PRICE;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.payment;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a confirm that captures makes of the answers, refusals, losses and lookups around it. */
class ConfirmFlowTest {
  private static final Payment PAID = payment(Known.PAID);
  private static final Payment WAITING = payment(Known.IN_PROGRESS);

  private final ConfirmCalls calls = new ConfirmCalls();
  private final FakeConfirmSteps gateway = calls.gateway;

  // --- what the browser brought

  @Test
  void returnedOtherwise_nothingIsSent_everyDifferenceIsListed() {
    NotConfirmed refused =
        calls.refused(request().returned(OrderId.of("order-2"), Money.of("100", "USD")).build());

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.mismatches())
        .extracting(m -> m.field())
        .containsExactly(Field.ORDER_ID, Field.AMOUNT, Field.CURRENCY);
    assertThat(gateway.captures).isEmpty();
    assertThat(gateway.lookups).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {14_999, 15_001})
  void returnedALowerOrAHigherAmount_nothingIsSent(long won) {
    NotConfirmed refused =
        calls.refused(request().returned(ConfirmCalls.ORDER, Money.krw(won)).build());

    assertThat(refused.mismatches()).extracting(m -> m.field()).containsExactly(Field.AMOUNT);
    assertThat(gateway.captures).isEmpty();
  }

  @Test
  void returnedAsStored_isCaptured_withoutALookup() {
    gateway.answers(PAID);
    ConfirmRequest request = request().returned(OrderId.of("order-1"), PRICE).build();

    assertThat(calls.confirmed(request).capture()).isEqualTo(Capture.BY_THIS_CALL);
    assertThat(gateway.captures).containsExactly(1);
    assertThat(gateway.lookups).isZero();
  }

  @Test
  void withoutCapture_isLookedAtOnly() {
    gateway.shows(WAITING);

    assertThat(calls.refused(request().withoutCapture().build()).reason())
        .isEqualTo(Reason.NOT_YET_PAID);
    assertThat(gateway.captures).isEmpty();
  }

  @Test
  void gatewayWhoseCheckoutCaptures_isLookedAt_missingIsNotFound() {
    gateway.shows(PAID).shows(null);

    assertThat(calls.read())
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.capture()).isEqualTo(Capture.ALREADY_CAPTURED));
    NotConfirmed missing = (NotConfirmed) calls.read();
    assertThat(gateway.captures).isEmpty();
    assertThat(missing.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(missing.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(missing.refusal().orElseThrow().code()).hasValue("NO_PAYMENT");
  }

  // --- rule 6: refused, and never in doubt

  @ParameterizedTest
  @ValueSource(strings = {"REJECTED", "ALREADY_PROCESSED"})
  void refused_nothingCaptured_isRefused_moneyNotHeld(String code) {
    gateway.refuses(code).shows(WAITING);
    NotConfirmed refused = calls.refused();

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.refusal().orElseThrow().code()).hasValue(code);
    assertThat(gateway.captures).containsExactly(1);
    assertThat(gateway.lookups).isEqualTo(1);
  }

  @Test
  void refused_captured_isJudged() {
    gateway.refuses("ALREADY_PROCESSED").shows(PAID);

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
  }

  @Test
  void refused_capturedAndCancelledSince_isCancelled() {
    gateway.refuses("ALREADY_PROCESSED").shows(payment(Known.CANCELLED));

    assertThat(calls.refused().reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void refused_lookupFailsOrShowsNone_isRefused_moneyUnknown() {
    gateway.refuses("REJECTED").failsLookups(FakeConfirmSteps.transport()).shows(null);
    for (int call = 0; call < 2; call++) {
      NotConfirmed refused = calls.refused();
      assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
      assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    }
  }

  @Test
  void noSuchPayment_isNotFound_withoutALookup() {
    gateway.refuses("NO_PAYMENT");

    assertThat(calls.refused().reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(gateway.lookups).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY", "NOT_FOUND"})
  void busyOrAWrongAddress_isThrown_andSaysNothingOfThePayment(String code) {
    gateway.refuses(code).failsLookups(FakeConfirmSteps.refusal(code));

    assertThatThrownBy(calls::confirm)
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).hasValue(code));
    assertThat(gateway.captures).containsExactly(1);
  }

  @Test
  void addressThatALookupKnows_saidUnknownByAStranger_isDoubt() {
    gateway.refuses("NOT_FOUND").shows(WAITING);

    calls.doubt();
    assertThat(gateway.captures).containsExactly(1);
  }

  @Test
  void expired_isRefused_onceNothingCanBeCapturedAnyMore() {
    Payment expired = payment(Known.EXPIRED);
    gateway.refuses("PROVIDER_ERROR").shows(expired);
    calls.doubt();

    gateway.over = true;
    gateway.refuses("PROVIDER_ERROR").shows(expired);
    assertThat(calls.refused().reason()).isEqualTo(Reason.REFUSED);
  }

  static Stream<RuntimeException> notExecuted() {
    return Stream.of(
        FakeConfirmSteps.transport(),
        Errors.make().authentication("who?", ErrorDetails.builder("testpay").build()));
  }

  @ParameterizedTest
  @MethodSource("notExecuted")
  void notSent_isThrownAsItIs_andIsADoubtOnlyAfterOne(RuntimeException failure) {
    gateway.fails(failure);
    assertThatThrownBy(calls::confirm).isSameAs(failure);

    ConfirmCalls after = new ConfirmCalls();
    after.gateway.refuses("PROVIDER_ERROR").fails(failure).shows(WAITING);
    assertThat(after.doubt().gatewayCode()).hasValue("PROVIDER_ERROR");
  }

  // --- rule 7: a doubt ends by proof only

  @Test
  void lost_capturedOrFailed_theLookupProvesIt() {
    gateway
        .loses()
        .shows(PAID)
        .shows(payment(Known.FAILED))
        .shows(payment(Known.WAITING_FOR_DEPOSIT));

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
    assertThat(calls.refused().reason()).isEqualTo(Reason.FAILED);
    assertThat(calls.confirm()).isInstanceOf(AwaitingDeposit.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS", "EXPIRED"})
  void lost_unfinishedOrJustExpired_isDoubt(Known shown) {
    gateway.loses().shows(payment(shown));

    calls.doubt();
    assertThat(gateway.captures).containsExactly(1);
  }

  @Test
  void lost_lookupFailsOrShowsNone_isDoubt() {
    gateway.loses().failsLookups(FakeConfirmSteps.transport());
    assertThat(calls.doubt().getSuppressed()).hasSize(1);

    gateway.failsLookups(new IllegalStateException("closed")).shows(null);
    calls.doubt();
    calls.doubt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONSECUTIVE", "ALREADY_PROCESSED", "PROVIDER_ERROR", "NEVER_SEEN"})
  void refusedAfterALoss_inFrontOfTheRecordSelfCausedOrUncertain_isDoubt(String code) {
    gateway.losesAndRefuses(code).shows(WAITING);
    OutcomeUnknownException unknown = calls.doubt();

    assertThat(unknown.gatewayCode()).hasValue(code);
    assertThat(unknown.gatewayMessage()).hasValue("words of " + code);
    assertThat(unknown).hasMessageContaining(code);
    assertThat(gateway.captures).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONSECUTIVE", "PROVIDER_ERROR"})
  void refusedAfterALoss_notFinally_noneShown_isDoubt(String code) {
    gateway.losesAndRefuses(code).shows(null);

    calls.doubt();
  }

  @Test
  void refusedForGood_lookupShowsAnotherPayment_leavesOpenWhatIsHeld() {
    gateway.refuses("REJECTED").shows(another(Known.READY));

    NotConfirmed refused = calls.refused();
    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void refusedAfterALoss_finally_isRefused_unlessTheLookupShowsACapture() {
    gateway.losesAndRefuses("REJECTED").shows(WAITING).shows(PAID);

    NotConfirmed refused = calls.refused();
    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.refusal().orElseThrow().code()).hasValue("REJECTED");
    calls.confirmed();
  }

  @Test
  void uncertainRefusal_lookupFails_isDoubt() {
    gateway.refuses("PROVIDER_ERROR").failsLookups(FakeConfirmSteps.transport());

    assertThat(calls.doubt().gatewayCode()).hasValue("PROVIDER_ERROR");
  }

  // --- rule 8: the next key number

  @ParameterizedTest
  @ValueSource(strings = {"PROVIDER_ERROR", "REJECTED_FOR_NOW", "CONSECUTIVE"})
  void passingRefusal_paymentWaits_nextKeyNumber_threeAtMost(String code) {
    gateway.refuses(code).refuses(code).answers(PAID).shows(WAITING);
    assertThat(calls.confirmed().capture()).isEqualTo(Capture.BY_THIS_CALL);
    // What was refused in front of the record isn't kept under its key.
    Integer[] keys =
        code.equals("PROVIDER_ERROR") ? new Integer[] {1, 2, 3} : new Integer[] {1, 1, 1};
    assertThat(gateway.captures).containsExactly(keys);

    ConfirmCalls never = new ConfirmCalls();
    never.gateway.refuses(code).shows(WAITING);
    if (code.equals("REJECTED_FOR_NOW")) {
      assertThat(never.refused().reason()).isEqualTo(Reason.REFUSED);
    } else {
      never.doubt(); // what stands in the way may be a call before this one
    }
    assertThat(never.gateway.captures).containsExactly(keys);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "EXPIRED", "PAID", "UNKNOWN", "CANCELLED"})
  void passingRefusal_paymentDoesNotWait_noOtherKey(Known shown) {
    gateway.refuses("PROVIDER_ERROR").shows(payment(shown));

    if (shown == Known.READY || shown == Known.EXPIRED) {
      calls.doubt();
    } else {
      calls.confirm();
    }
    assertThat(gateway.captures).containsExactly(1);
  }

  @Test
  void refusedForGood_orLost_noOtherKey() {
    gateway.refuses("REJECTED").loses().shows(WAITING);
    calls.refused();
    calls.doubt();

    assertThat(gateway.captures).containsExactly(1, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY", "NOT_FOUND", "ALREADY_PROCESSED", "NO_PAYMENT", "REJECTED"})
  void uncertainThenAnotherRefusalThatProvesNothing_isDoubt(String code) {
    gateway.refuses("PROVIDER_ERROR").refuses(code).shows(WAITING);
    calls.doubt();

    assertThat(gateway.captures).containsExactly(1, 2);
  }

  // --- rules 11 and 12: unfinished answers and replays are looked up

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS"})
  void unfinishedAnswer_isLookedUp_capturedIsJudged_unfinishedStillIsDoubt(Known answered) {
    gateway.answers(payment(answered)).shows(PAID).shows(WAITING);

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
    calls.doubt();
    assertThat(gateway.lookups).isEqualTo(2);
  }

  @Test
  void unknownStatusInTheAnswer_isNotConfirmed_withoutALookup() {
    gateway.answers(payment(Known.UNKNOWN));

    NotConfirmed refused = calls.refused();
    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_STATUS);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(gateway.lookups).isZero();
  }

  @Test
  void answerAboutAnotherPayment_isLookedUp() {
    gateway.answers(another(Known.PAID)).shows(PAID).shows(WAITING);

    calls.confirmed();
    calls.doubt();
  }

  @Test
  void answerAboutAnotherPayment_underACallersKey_saysThatTheKeyBelongsToIt() {
    gateway.answers(another(Known.PAID)).shows(WAITING).shows(null);
    ConfirmRequest request = request().idempotencyKey("mine").build();

    for (int call = 0; call < 2; call++) {
      assertThatThrownBy(() -> calls.confirm(request))
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining("idempotency key belongs to the confirm of another payment, pay-9");
    }
    assertThat(gateway.captures).containsExactly(1, 1);
    assertThat(gateway.lookups).isEqualTo(2);
  }

  @Test
  void possibleReplay_ofOneCancelledAndNeverPaid_lookupSaysFailed_contradictsNothing() {
    gateway.replays(payment(Known.CANCELLED)).shows(payment(Known.FAILED));

    assertThat(calls.refused().reason()).isEqualTo(Reason.FAILED);
  }

  @Test
  void mismatchUnderACallersKey_mayBeAnotherConfirmsAnswer_isLookedUp() {
    Payment otherwise =
        Payment.builder(
                ConfirmCalls.TERMS,
                ID,
                OrderId.of("o-2"),
                PRICE,
                new PaymentStatus(Known.PAID, "w"))
            .balance(PRICE)
            .build();
    gateway.answers(otherwise).shows(PAID);

    calls.confirmed(request().idempotencyKey("mine").build());
    assertThat(calls.refused().reason()).isEqualTo(Reason.MISMATCH);
    assertThat(gateway.lookups).isEqualTo(1);
  }

  @Test
  void possibleReplay_isLookedUp_andTheLookupIsJudged() {
    gateway.replays(PAID).shows(PAID).shows(payment(Known.CANCELLED)).shows(WAITING);

    assertThat(calls.confirmed().capture()).isEqualTo(Capture.ALREADY_CAPTURED);
    assertThat(calls.refused().reason()).isEqualTo(Reason.CANCELLED);
    calls.doubt();
  }

  @ParameterizedTest
  @CsvSource({"WAITING_FOR_DEPOSIT, true", "PAID, false", "CANCELLED, false", "FAILED, false"})
  void possibleReplay_lookupFails_onlyAnAwaitedDepositStands(Known answered, boolean stands) {
    gateway.replays(payment(answered)).failsLookups(FakeConfirmSteps.transport());

    if (stands) {
      assertThat(calls.confirm()).isInstanceOf(AwaitingDeposit.class);
    } else {
      assertThat(calls.doubt().getSuppressed()[0]).isInstanceOf(TransportException.class);
    }
  }

  private static Payment another(Known known) {
    return Payment.builder(
            ConfirmCalls.TERMS,
            PaymentId.of("pay-9"),
            ConfirmCalls.ORDER,
            PRICE,
            new PaymentStatus(known, "word"))
        .balance(known == Known.PAID ? PRICE : Money.krw(0))
        .build();
  }
}
