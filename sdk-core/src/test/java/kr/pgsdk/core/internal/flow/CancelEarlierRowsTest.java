package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;

/** Cancels and keys that were there before the refund, and change while it is in doubt. */
class CancelEarlierRowsTest extends CancelSetUp {
  /** Another's cancel of 4,000 is under way. */
  private void anothersUnderWay(boolean balanceLowered) {
    gateway.row(4_000, State.PENDING, "other");
    gateway.balance = Money.krw(balanceLowered ? 6_000 : 10_000);
  }

  @Test
  void underWayBefore_balanceAlreadyLower_doneSince_explainsNoFurtherFall() {
    anothersUnderWay(true);
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest, FakeCancelSteps.refuse("CONSECUTIVE"));
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.become(0, State.DONE, "other");
    gateway.balance = Money.krw(3_000);

    calls.doubt(request);
  }

  @Test
  void underWayBefore_balanceLowerOnlyNow_doneSince_explainsTheFall() {
    anothersUnderWay(false);
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.become(0, State.DONE, "other");
    gateway.balance = Money.krw(6_000);

    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");
  }

  @Test
  void underWayBefore_givenUpSince_theRiseHidesNoFall() {
    anothersUnderWay(true);
    CancelRequest request = part(4_000);
    gateway.next(gateway::serverError, gateway::serverError, gateway::serverError);
    gateway.next(FakeCancelSteps.refuse("CONSECUTIVE"));
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.become(0, State.FAILED, "other");

    calls.doubt(request);
  }

  @Test
  void ownCancelThatGetsItsNumberLater_isFoundUnderIt() {
    CancelRequest request = CancelCalls.all();
    gateway.asynchronous = true;
    gateway.next(
        order -> {
          gateway.rows.add(own(null, State.PENDING));
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });
    calls.pending(request);

    gateway.rows.set(0, own("T9", State.FAILED));
    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  private static PaymentCancel own(String number, State state) {
    return PaymentCancel.of(number, Money.krw(10_000), state, "r", FakeCancelSteps.NOON);
  }

  @Test
  void cancelThatGetsItsNumberLater_isNotTakenForTheNewOne() {
    gateway.rows.add(
        PaymentCancel.of(null, Money.krw(3_000), State.DONE, "r", FakeCancelSteps.NOON));
    gateway.balance = Money.krw(7_000);
    gateway.next(
        order -> {
          gateway.rows.set(
              0, PaymentCancel.of("T1", Money.krw(3_000), State.DONE, "r", FakeCancelSteps.NOON));
          return new CancelSteps.Accepted(gateway.payment(), false, false);
        });

    calls.doubt(part(3_000));
  }

  @Test
  void callersKeyOfAnotherPayment_saysSo_andIsNoDoubt() {
    CancelRequest request = partOf(3_000).idempotencyKey(UUID.randomUUID().toString()).build();
    gateway.next(
        order -> {
          gateway.shownId = PaymentId.of("pay-2");
          CancelSteps.Reply reply = new CancelSteps.Accepted(gateway.payment(), false, false);
          gateway.shownId = FakeCancelSteps.ID;
          return reply;
        });

    GatewayException refusal = calls.refusal(request);
    assertThat(refusal).hasMessageContaining("belongs to the cancel of another payment, pay-2");
  }

  @Test
  void ownKey_answeredAboutAnotherPayment_isDoubt() {
    gateway.next(
        order -> {
          gateway.shownId = PaymentId.of("pay-2");
          CancelSteps.Reply reply = new CancelSteps.Accepted(gateway.payment(), false, false);
          gateway.shownId = FakeCancelSteps.ID;
          return reply;
        });

    calls.doubt(part(3_000));
  }

  private static CancelSteps.Reply answer(FakeCancelSteps gateway, boolean replay) {
    return new CancelSteps.Accepted(gateway.payment(), replay, false);
  }

  private static CancelRequest byKey() {
    return partOf(3_000).idempotencyKey("key-1").build();
  }

  private CancelSteps.Reply answerOfAnother(CancelToSend order) {
    gateway.shownId = PaymentId.of("pay-2");
    CancelSteps.Reply reply = answer(gateway, false);
    gateway.shownId = FakeCancelSteps.ID;
    return reply;
  }

  @Test
  void callersKeyOfAnotherPayment_leavesNoDoubtInTheText() {
    CancelRequest request = byKey();
    gateway.next(this::answerOfAnother);
    calls.refusal(request);

    assertThat(request.toText()).doesNotContain("IN_DOUBT");
  }

  @Test
  void callersKey_inDoubt_thenAnsweredAboutAnotherPayment_staysInDoubt() {
    CancelRequest request = byKey();
    gateway.next(gateway::loseRequest, this::answerOfAnother);
    calls.doubt(request);

    calls.doubt(request);
  }

  @Test
  void callersKey_serverError_thenAnsweredAboutAnotherPayment_isDoubt() {
    gateway.next(gateway::serverError, this::answerOfAnother);

    calls.doubt(byKey());
  }

  @Test
  void callersKey_answeredAboutAnotherPayment_theLookupShowsIt_isCancelled() {
    CancelRequest request = byKey();
    gateway.next(
        order -> {
          gateway.carryOut(order);
          return answerOfAnother(order);
        });

    calls.cancelled(request);
  }

  @Test
  void callersKey_replayShowsACancelThatCouldBeIt_isDoubt_notAnothersKey() {
    gateway.makesReferences = false;
    gateway.others(3_000, "r");
    gateway.next(order -> answer(gateway, true));

    calls.doubt(byKey());
  }

  @Test
  void callersKey_replayShowsNone_saysSo_evenIfAllIsUnderWayNow_andLeavesNoDoubtInTheText() {
    CancelRequest request = CancelCalls.allOf().idempotencyKey("key-1").build();
    gateway.next(
        order -> {
          CancelSteps.Reply reply = answer(gateway, true);
          gateway.row(10_000, State.PENDING, "other");
          return reply;
        });

    calls.refusal(request);
    assertThat(request.toText()).doesNotContain("IN_DOUBT");
  }

  @Test
  void callersKey_replayShowsTwoOfItsReference_bothFailed_isDoubt_notAnothersKey() {
    gateway.next(
        order -> {
          gateway.row(3_000, State.FAILED, "[R1] r");
          gateway.row(3_000, State.FAILED, "[R1] r");
          return answer(gateway, true);
        });

    calls.doubt(byKey().newBuilder().reference("R1").build());
  }

  @Test
  void callersKey_answerShowsTheGoalAndNoRows_isCancelled_withEarlierRowsAlone_already() {
    gateway.showsNoRows = true;
    calls.cancelled(CancelCalls.allOf().idempotencyKey("key-1").build());

    CancelCalls again = new CancelCalls(Like.TOSS);
    again.gateway.others(4_000, "other");
    again.gateway.next(
        order -> {
          again.gateway.balance = Money.krw(0);
          return answer(again.gateway, false);
        });
    again.already(CancelCalls.allOf().idempotencyKey("key-1").build());
  }

  @Test
  void replay_lookupIsBehind_theOldAnswerShowsIt_isAlreadyCancelled() {
    CancelRequest request = part(3_000);
    gateway.laggingLookup = gateway.payment();
    gateway.next(gateway::loseAnswer);
    calls.doubt(request);

    calls.already(request);
  }

  private CancelSteps.Reply carryOutAndFail(CancelToSend order) {
    gateway.laggingLookup = gateway.payment();
    gateway.carryOut(order);
    return gateway.serverError(order);
  }

  @Test
  void serverError_lookupIsBehind_theNextCallFindsIt_andSendsNothing() {
    gateway.next(this::carryOutAndFail);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.laggingLookup = null;

    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void serverError_lookupIsBehind_paymentWithoutRows_isCancelled_orPendingWhileItIsOnItsWay() {
    for (RefundStatus way : new RefundStatus[] {RefundStatus.NONE, RefundStatus.PENDING}) {
      CancelCalls each = new CancelCalls(Like.TOSS);
      FakeCancelSteps toss = each.gateway;
      toss.showsNoRows = true;
      toss.next(
          order -> {
            toss.laggingLookup = toss.payment();
            toss.carryOut(order);
            return toss.serverError(order);
          });
      CancelRequest request = CancelCalls.all();
      each.doubt(request);
      toss.laggingLookup = null;
      toss.refundStatus = way;

      if (way == RefundStatus.NONE) {
        each.already(request);
      } else {
        toss.next(order -> answer(toss, true));
        each.pass(CancelCalls.WORK_IS_OVER);
        each.pending(request);
      }
    }
  }

  @Test
  void callersKey_replayShowsANewCancelThatCouldBeIt_isDoubt() {
    gateway.makesReferences = false;
    gateway.next(
        order -> {
          gateway.others(3_000, "r");
          return answer(gateway, true);
        });

    calls.doubt(byKey());
  }
}
