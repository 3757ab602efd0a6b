package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;

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
class CancelOddAnswersTest {
  private CancelCalls calls = new CancelCalls(Like.TOSS);
  private FakeCancelSteps gateway = calls.gateway;

  private void onIamport() {
    calls = new CancelCalls(Like.IAMPORT);
    gateway = calls.gateway;
  }

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

    assertThat(gateway.sent).extracting(CancelOrder::key).containsOnly(request.idempotencyKey());
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
    assertThat(gateway.sent).extracting(CancelOrder::key).containsOnly(request.idempotencyKey());
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
    onIamport();
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
    onIamport();
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
      calls = new CancelCalls(Like.TOSS);
      gateway = calls.gateway;
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
}
