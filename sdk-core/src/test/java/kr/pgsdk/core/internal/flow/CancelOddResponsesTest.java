package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers that contradict, repeat or lose what another answer has said. */
class CancelOddResponsesTest extends CancelSetUp {
  private static PaymentCancel row(
      @Nullable String number, long won, State state, String reason, boolean timed) {
    return PaymentCancel.of(
        number, Money.krw(won), state, reason, timed ? FakeCancelSteps.NOON : null);
  }

  @Test
  void banksDoubt_markedReplayOfAFinalRefusal_endsNothing_andNoOtherKeyGoesOut() {
    CancelRequest request = part(3_000);
    gateway.next(
        FakeCancelSteps.refuse("FAILED_REFUND"),
        FakeCancelSteps.loseAndReplayRefusal("FINAL"),
        FakeCancelSteps.loseAndReplayRefusal("FINAL"));
    calls.doubt(request);
    calls.doubt(request);
    calls.doubt(CancelRequest.resume(request.toText(), Duration.ofHours(1)));

    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  @Test
  void lookupOfAStatusThatContradictsItself_provesNothing() {
    CancelRequest request = part(3_000);
    gateway.next(gateway::serverError, gateway::serverError, gateway::serverError);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.status = Known.UNKNOWN;
    gateway.next(FakeCancelSteps.refuse("CONSECUTIVE"));

    calls.doubt(request);
  }

  @Test
  void earlierRowWithoutNumberOrTime_andTheNewOneBeforeIt_ownRowIsTakenByItsMark() {
    gateway.rows.add(row(null, 3_000, State.DONE, "other", false));
    gateway.balance = Money.krw(7_000);
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.rows.clear();
          gateway.rows.add(row("T2", 3_000, State.PENDING, marked(request), true));
          gateway.rows.add(row("T1", 3_000, State.DONE, "other", false));
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    calls.pending(request);
  }

  @Test
  void earlierRowWithoutNumberOrTime_andTheNewOneLikeIt_isNeverNotExecuted() {
    gateway.makesReferences = false;
    gateway.rows.add(row(null, 3_000, State.DONE, "other", false));
    gateway.balance = Money.krw(7_000);
    CancelRequest request = part(3_000);
    gateway.next(gateway::serverError, gateway::serverError, gateway::serverError);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.rows.clear();
    gateway.rows.add(row("T2", 3_000, State.DONE, "r", true));
    gateway.rows.add(row("T1", 3_000, State.DONE, "other", false));
    gateway.balance = Money.krw(4_000);
    gateway.next(FakeCancelSteps.refuse("CONSECUTIVE"));

    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());
  }

  @Test
  void ownRowWithoutNumberIsGoneFromAnOldLookup_itStaysPending_andIsFoundByItsMarkLater() {
    gateway.rows.add(row("T0", 3_000, State.DONE, "other", true));
    gateway.balance = Money.krw(7_000);
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.rows.add(row(null, 3_000, State.PENDING, marked(request), false));
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    calls.pending(request);
    gateway.rows.remove(1);
    calls.pending(request);
    gateway.rows.add(row("T7", 3_000, State.DONE, marked(request), true));
    gateway.balance = Money.krw(4_000);

    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void othersRowThatGetsItsNumberLater_isNotTakenByATwin() {
    on(Like.IAMPORT);
    gateway.recorded = reason -> null;
    CancelRequest executed = part(3_000);
    CancelRequest lost = part(3_000);
    Payment untouched = gateway.payment();
    gateway.next(
        order -> {
          gateway.laggingLookup = null;
          calls.cancelled(executed);
          PaymentCancel row = gateway.rows.get(0);
          gateway.rows.set(
              0,
              PaymentCancel.of(
                  "C1", row.amount(), State.DONE, null, row.cancelledAt().orElseThrow()));
          return gateway.loseRequest(order);
        });
    gateway.laggingLookup = untouched;

    calls.doubt(lost);
  }

  @Test
  void allByTheShopsReference_madeAnew_itsOwnRowUnderWay_isPending_andNotSent() {
    gateway.rows.add(row("T2", 6_000, State.PENDING, "[R1] r", false));
    gateway.rows.add(row("T1", 4_000, State.DONE, "other", true));
    gateway.balance = Money.krw(6_000);

    calls.pending(allOf().reference("R1").build());
    assertThat(gateway.sent).isEmpty();
  }

  @Test
  void rowsThatDontAccountForTheBalance_proveNothing() {
    on(Like.IAMPORT);
    gateway.others(1_000, "[aaaaaaaaaa] other");
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.rows.set(0, row(null, 1_000, State.DONE, "[aaaaaaaaaa] other", true));
    gateway.balance = Money.krw(8_000);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void depositBounced_oldAnswerSaysOtherwise_isGivenUp_markedOrNot() {
    for (boolean marked : new boolean[] {false, true}) {
      on(Like.TOSS);
      CancelRequest request = CancelCalls.all();
      gateway.next(gateway::loseRequest);
      calls.doubt(request);
      gateway.others(10_000, "r");
      Payment old = gateway.payment();
      gateway.refundStatus = RefundStatus.FAILED;
      gateway.next(
          order -> {
            gateway.lookupFailure = marked ? FakeCancelSteps.transport() : null;
            return new CancelSteps.Accepted(old, marked, false);
          });

      assertThat(calls.refusal(request)).hasMessageContaining("given up");
    }
  }

  @Test
  void twoOfAllUnderWayAtOnce_bothFail_isGivenUp_oneFails_staysPending() {
    CancelRequest request = CancelCalls.all();
    gateway.next(
        order -> {
          gateway.row(10_000, State.PENDING, "r");
          gateway.row(10_000, State.PENDING, "r");
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    calls.pending(request);
    gateway.become(0, State.FAILED, "r");
    calls.pending(request);
    gateway.become(1, State.FAILED, "r");

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  @Test
  void accountThatALookupShowsAsPaidInto_andTheAnswerDoesNot_saysOfNoMoney() {
    gateway.account = VirtualAccount.of("11", "79000000000000", "holder", null);
    gateway.status = Known.UNKNOWN;
    gateway.next(
        order -> {
          gateway.status = null;
          gateway.others(10_000, "r");
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    assertThat(calls.cancelled(CancelCalls.all()).cancelledNow()).isEmpty();
  }

  @Test
  void keyOfAnotherPayment_afterALossInTheSameCall_isDoubt() {
    CancelRequest request = partOf(3_000).idempotencyKey("key-1").build();
    gateway.next(
        order -> {
          gateway.shownId = PaymentId.of("pay-2");
          CancelSteps.Reply reply = new CancelSteps.Accepted(gateway.payment(), false, true);
          gateway.shownId = FakeCancelSteps.ID;
          return reply;
        });

    calls.doubt(request);
  }

  @Test
  void inDoubt_thenOfAnotherOrder_theDoubtIsKept() {
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest);
    calls.doubt(request);

    calls.doubt(request.newBuilder().orderId(OrderId.of("order-2")).build());
  }

  @Test
  void definiteRefusalInADoubt_isNoWork_andEndsAtTheSameTime() {
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest, FakeCancelSteps.refuse("CONSECUTIVE"));
    calls.doubt(request);
    calls.pass(WORK_IS_OVER.minusSeconds(1));
    calls.doubt(request);

    calls.pass(Duration.ofSeconds(1));
    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");
  }

  @Test
  void acceptedAndNeverShown_wasAnswered_isNotExecuted_onceWorkIsOver() {
    CancelRequest request = part(3_000);
    gateway.next(order -> new CancelSteps.Accepted(gateway.payment(), false, false));
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");
  }

  @Test
  void accountClosed_depositOnItsWayBack_noRows_isPending() {
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.showsNoRows = true;
    gateway.next(
        order -> {
          gateway.status = Known.CANCELLED;
          gateway.refundStatus = RefundStatus.PENDING;
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    calls.pending(CancelCalls.all());
  }

  @Test
  void neverPaid_awaitedWithItsWholeBalanceOrNothingLeftToCancel_nothingWentBack() {
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    assertThat(calls.cancelled(CancelCalls.all()).cancelledNow()).isEmpty();

    on(Like.TOSS);
    gateway.status = Known.READY;
    gateway.balance = Money.krw(0);
    gateway.next(
        order -> {
          gateway.row(10_000, State.DONE, "r");
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    assertThat(calls.cancelled(CancelCalls.all()).cancelledNow()).isEmpty();
  }

  @Test
  void ownRowWithoutNumber_twoItMayBe_theMarkedOneIsTaken() {
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.rows.add(row(null, 3_000, State.PENDING, marked(request), false));
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    calls.pending(request);
    gateway.rows.set(0, row("T7", 3_000, State.DONE, marked(request), true));
    gateway.rows.add(row("T8", 3_000, State.DONE, "other", true));
    gateway.balance = Money.krw(4_000);

    calls.already(request);
  }

  @Test
  void ownRowIsGone_othersLikeItHaveFailed_staysPending() {
    CancelRequest request = part(3_000);
    gateway.asynchronous = true;
    calls.pending(request);
    gateway.rows.set(0, row("T8", 3_000, State.FAILED, "other", true));
    gateway.rows.add(row("T9", 3_000, State.FAILED, "other", true));

    calls.pending(request);
  }

  @Test
  void acceptedWithoutARow_reasonsGetLost_othersLikeItHaveFailed_staysPending() {
    on(Like.IAMPORT);
    gateway.refundsLater = true;
    CancelRequest request = part(3_000);
    gateway.next(gateway::acceptSilently);
    calls.pending(request);
    gateway.row(3_000, State.FAILED, "other");
    gateway.row(3_000, State.FAILED, "other");

    calls.pending(request);
  }

  @Test
  void acceptedBesideOneLikeIt_noneOrOneIsLeft_staysPending_bothFailed_isGivenUp() {
    CancelRequest request = CancelCalls.all();
    gateway.next(
        order -> {
          gateway.row(10_000, State.PENDING, "r");
          gateway.row(10_000, State.PENDING, "r");
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    calls.pending(request);
    gateway.rows.clear();
    calls.pending(request);
    gateway.row(10_000, State.FAILED, "r");
    calls.pending(request);
    gateway.row(10_000, State.FAILED, "r");
    gateway.row(1_000, State.DONE, "other");

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  @Test
  void twoLikeIt_oneIsProvedToBeAnothers_theOtherIsItsOwn() {
    on(Like.IAMPORT);
    gateway.recorded = reason -> null;
    gateway.next(
        order -> {
          gateway.carryOut(order);
          calls.cancelled(part(3_000));
          throw FakeCancelSteps.lost(FakeCancelSteps.transport());
        });

    calls.cancelled(part(3_000));
  }

  /** A refund that the gateway answered, and that leaves a doubt until work is over. */
  private CancelRequest answeredDoubt(CancelRequest request) {
    gateway.next(gateway::serverError, FakeCancelSteps.refuse("CONSECUTIVE"));
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    return request;
  }

  @Test
  void neverCaptured_butACancelIsDone_provesNothing() {
    CancelRequest request = answeredDoubt(part(3_000));
    gateway.status = Known.FAILED;
    gateway.row(1_000, State.DONE, "other");

    calls.doubt(request);
  }

  @Test
  void nothingLeft_depositBounced_provesNothing() {
    gateway.others(10_000, "other");
    gateway.refundStatus = RefundStatus.FAILED;

    calls.doubt(answeredDoubt(CancelCalls.all()));
  }

  @Test
  void withoutAReference_aFailedCancelIsNotIt_oneWithoutAReasonMayBe() {
    gateway.makesReferences = false;
    CancelRequest request = answeredDoubt(part(3_000));
    gateway.row(3_000, State.FAILED, "r");
    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");

    on(Like.TOSS);
    CancelRequest another = answeredDoubt(part(3_000));
    gateway.others(3_000, null);
    calls.doubt(another);
  }

  @Test
  void balanceBelowTheExpectedOne_byLessThanTheCancelThatIsThere_isARefusal() {
    on(Like.IAMPORT);
    gateway.others(3_000, null);

    calls.refusal(partOf(3_000).expectedBalance(Money.krw(8_000)).build());
    assertThat(gateway.sent).isEmpty();
  }

  @Test
  void notExecuted_referencesTurnedOnSince_theNextSendingHasOne() {
    gateway.makesReferences = false;
    CancelRequest request = answeredDoubt(part(3_000));
    calls.refusal(request);
    gateway.next(FakeCancelSteps.refuse("CONSECUTIVE"));
    calls.refusal(request);
    gateway.makesReferences = true;
    calls.refusal(request);

    assertThat(gateway.sent.get(gateway.sent.size() - 1).reason()).isEqualTo(marked(request));
  }

  @Test
  void anothersReferenceCut_isAnothers_andExplainsTheFall() {
    on(Like.IAMPORT);
    CancelRequest request = partOf(3_000).idempotencyKey("key-1").build(); // be29745469
    gateway.next(gateway::loseRequest);
    calls.doubt(request);
    gateway.others(3_000, "[0a1b2c");
    calls.pass(WORK_IS_OVER);

    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");
  }

  @Test
  void reasonsAreKept_anotherShopsReferenceInTheAnswer_isAnothers() {
    gateway.next(
        order -> {
          gateway.others(3_000, "[R2] r");
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    calls.doubt(part(3_000));
  }

  @Test
  void noKeysKnown_callersKey_anEarlierRowLikeIt_doesntKeepItFromBeingSentAgain() {
    on(Like.IAMPORT);
    gateway.others(3_000, null);
    CancelRequest request = partOf(3_000).idempotencyKey("key-1").build();
    gateway.next(gateway::loseRequest);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.cancelled(request);
    assertThat(gateway.sent).hasSize(2);
  }

  @Test
  void neverPaid_depositSeenByItsTimeAlone_wentBack() {
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(
        order -> {
          gateway.status = null;
          return new CancelSteps.Accepted(paidBefore(gateway.carryOut(order)), false, false);
        });

    assertThat(calls.cancelled(CancelCalls.all()).cancelledNow()).hasValue(Money.krw(10_000));
  }

  private static Payment paidBefore(Payment payment) {
    return Payment.builder(
            FakeCancelSteps.TERMS,
            payment.paymentId(),
            payment.orderId(),
            payment.amount(),
            payment.status())
        .balance(payment.balance())
        .cancels(payment.cancels())
        .paidAt(FakeCancelSteps.NOON)
        .build();
  }

  @Test
  void refused_thenMoreThanIsLeft_whatItWasSentWithIsForgotten() {
    CancelRequest request = part(3_000);
    gateway.next(FakeCancelSteps.refuse("NOT_MATCHES"));
    calls.refusal(request);
    assertThat(request.toText()).contains("pinned=");
    gateway.others(8_000, "other");

    assertThatIllegalArgumentException().isThrownBy(() -> calls.cancel(request));
    assertThat(request.toText()).doesNotContain("pinned=");
  }
}
