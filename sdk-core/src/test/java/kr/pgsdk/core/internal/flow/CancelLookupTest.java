package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.ANOTHERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cancel compares with its lookup before anything is sent. */
class CancelLookupTest extends CancelSetUp {
  private void assertNothingSent() {
    assertThat(gateway.sent).isEmpty();
    assertThat(gateway.executed).isEmpty();
  }

  @Test
  void paymentOfAnotherOrder_isNotTouched() {
    VerificationException thrown =
        catchThrowableOfType(
            VerificationException.class,
            () -> calls.cancel(allOf().orderId(OrderId.of("order-2")).build()));

    assertThat(thrown.mismatches()).hasSize(1);
    assertThat(thrown).hasMessageContaining("merchant_uid");
    assertNothingSent();
  }

  static Stream<CancelRequest> inDollars() {
    Money dollar = Money.of("1", "USD");
    return Stream.of(
        CancelRequest.partial(FakeCancelSteps.ID, dollar, "r").build(),
        allOf().expectedBalance(dollar).build(),
        allOf().expectedBalance(Money.zero("USD")).idempotencyKey("mine").build(),
        allOf().taxFree(dollar).build(),
        allOf().vat(dollar).build());
  }

  @ParameterizedTest
  @MethodSource("inDollars")
  void anythingInAnotherCurrency_isRefusedBeforeAnythingIsSent(CancelRequest request) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls.cancel(request))
        .withMessageContaining("the payment is in KRW, the cancel in USD");
    assertNothingSent();
  }

  @Test
  void partAboveTheBalance_isRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls.cancel(part(10_001)))
        .withMessageContaining("above what can still be cancelled");
    assertNothingSent();
  }

  @ParameterizedTest
  @EnumSource
  void expectedBalanceAsTheLookupShowsIt_isSent(Like like) {
    on(like);
    calls.cancelled(partOf(3_000).expectedBalance(Money.krw(10_000)).build());

    assertThat(gateway.sent.get(0).balance()).isEqualTo(Money.krw(10_000));
  }

  @ParameterizedTest
  @EnumSource
  void expectedBalanceOfZeroOnAPaidPayment_nothingIsSent(Like like) {
    on(like);
    GatewayException refused = calls.refusal(allOf().expectedBalance(Money.krw(0)).build());

    assertThat(refused).hasMessageContaining("10000 KRW can still be cancelled");
    assertNothingSent();
  }

  @ParameterizedTest
  @EnumSource
  void expectedBalanceFellByACancelThatCouldBeThisOne_isDoubt(Like like) {
    on(like);
    CancelRequest request = allOf().reference("R-1").expectedBalance(Money.krw(10_000)).build();
    gateway.others(4_000, "[R-1] r");
    gateway.others(1_000, "[R-1] r");

    calls.doubt(request);
    assertNothingSent();
  }

  @ParameterizedTest
  @EnumSource
  void expectedBalanceFellByCancelsOfOtherAmounts_nothingIsSent(Like like) {
    on(like);
    gateway.others(4_000, null);

    calls.refusal(allOf().expectedBalance(Money.krw(10_000)).build());
    assertNothingSent();
  }

  @ParameterizedTest
  @EnumSource
  void partWithTheReferenceOfAll_isNotAll(Like like) {
    on(like);
    CancelRequest request = allOf().reference("R-1").build();
    gateway.others(4_000, "[R-1] r");

    assertThat(calls.cancelled(request).cancelledNow()).hasValue(Money.krw(6_000));
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void expectedBalanceFellByCancelsOfOthers_nothingIsSent(Like like) {
    on(like);
    gateway.others(3_000, ANOTHERS);
    gateway.others(1_000, "a part of another amount");

    calls.refusal(partOf(3_000).expectedBalance(Money.krw(10_000)).build());
    calls.refusal(partOf(3_000).expectedBalance(Money.krw(9_000)).build());
    assertNothingSent();
  }

  @Test
  void expectedBalanceDiffers_callersKey_theGatewayThatKnowsKeysDecides() {
    gateway.others(4_000, "other");

    calls.refusal(partOf(1_000).expectedBalance(Money.krw(10_000)).idempotencyKey("k").build());

    assertThat(gateway.sent.get(0).balance()).isEqualTo(Money.krw(10_000));
    assertThat(gateway.executed).isEmpty();
    on(Like.IAMPORT);
    gateway.others(4_000, "other");
    calls.refusal(partOf(1_000).expectedBalance(Money.krw(10_000)).idempotencyKey("k").build());
    assertNothingSent();
  }

  @Test
  void shopsReferenceAlreadyShown_requestMadeAnew_isAlreadyCancelled_unsent() {
    gateway.others(3_000, "[R-1] whatever");

    calls.already(partOf(3_000).reference("R-1").build());
    assertNothingSent();
  }

  @Test
  void lookupBeforeFails_surelyNotExecuted() {
    gateway.lookupFailure =
        Errors.make().malformed("html", ErrorDetails.builder("testpay").httpStatus(200).build());
    TransportException unreadable =
        catchThrowableOfType(TransportException.class, () -> calls.cancel(part(1)));
    assertThat(unreadable.isRetryable()).isTrue();
    assertThat(unreadable.httpStatus()).hasValue(200);

    gateway.lookupFailure = FakeCancelSteps.refusal(404, "NO_PAYMENT");
    assertThat(calls.refusal(part(1)).gatewayCode()).hasValue("NO_PAYMENT");
    gateway.lookupFailure = null;
    gateway.shownId = PaymentId.of("another");
    assertThatThrownBy(() -> calls.cancel(part(1)))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("answered with another one");
    assertNothingSent();
  }

  @Test
  void unreachableOrBusy_isSaidAsItIs_withoutAnotherLookup() {
    CancelRequest request = part(3_000);
    gateway.next(gateway::unreachable, FakeCancelSteps.refuse("BUSY"));
    assertThatThrownBy(() -> calls.cancel(request)).isInstanceOf(TransportException.class);

    assertThat(calls.refusal(request).httpStatus()).hasValue(429);
    assertThat(gateway.lookups).isEqualTo(2);
    calls.cancelled(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  // --- all is a goal

  @ParameterizedTest
  @EnumSource
  void allOfACancelledPayment_isReached_unsent(Like like) {
    on(like);
    gateway.others(10_000, "other");
    gateway.refundStatus = RefundStatus.COMPLETED;

    calls.already(all());
    assertNothingSent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"READY", "IN_PROGRESS", "FAILED", "EXPIRED", "WAITING_FOR_DEPOSIT"})
  void zeroBalanceOfANeverCapturedPayment_isNotNothingLeft(Known known) {
    gateway.balance = Money.krw(0);
    gateway.status = known;
    gateway.next(FakeCancelSteps.refuse("FINAL"));

    calls.refusal(all());
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = RefundStatus.class,
      names = {"PENDING", "UNKNOWN", "FAILED", "PARTIAL_FAILED"})
  void nothingLeftButTheDepositIsNotBack_isNotReached(RefundStatus notBack) {
    gateway.others(10_000, "other");
    gateway.refundStatus = notBack;
    gateway.next(FakeCancelSteps.refuse("FINAL"));

    calls.refusal(all());
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void nothingLeftButACancelIsUnderWay_isNotReached() {
    gateway.others(10_000, "other");
    gateway.become(0, State.PENDING, "other");
    gateway.next(FakeCancelSteps.refuse("FINAL"));

    calls.refusal(all());
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"CANCELLED", "EXPIRED", "FAILED"})
  void accountNobodyHasPaidInto_closed_isCancelled_andNothingWentBack(Known closed) {
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(
        order -> {
          gateway.status = closed;
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    CancelRequest request = allOf().expectedBalance(Money.krw(0)).build();
    assertThat(calls.cancelled(request).cancelledNow()).isEmpty();
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void accountNobodyHasPaidInto_staysReady_isClosedOnlyIfTheAnswerRevokesIt() {
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(
        order -> {
          gateway.status = Known.READY;
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    calls.doubt(all());

    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(
        order -> {
          gateway.status = Known.READY;
          return CancelSteps.Accepted.revoked(gateway.payment());
        });
    assertThat(calls.cancelled(all()).cancelledNow()).isEmpty();
  }

  @Test
  void depositBetweenTheLookupAndTheCancel_onItsWayBack_isPendingUntilItIsThere() {
    on(Like.TOSS);
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    CancelRequest request = all();
    gateway.next(
        order -> {
          gateway.status = null;
          gateway.balance = Money.krw(10_000);
          gateway.others(10_000, "r");
          gateway.refundStatus = RefundStatus.PENDING;
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    calls.pending(request);
    gateway.refundStatus = RefundStatus.COMPLETED;
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void depositBetweenTheLookupAndTheCancel_paidBack_saysHowMuch() {
    on(Like.TOSS);
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(
        order -> {
          gateway.status = null;
          gateway.balance = Money.krw(10_000);
          gateway.others(10_000, "r");
          gateway.refundStatus = RefundStatus.COMPLETED;
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    assertThat(calls.cancelled(all()).cancelledNow()).hasValue(Money.krw(10_000));
  }
}
