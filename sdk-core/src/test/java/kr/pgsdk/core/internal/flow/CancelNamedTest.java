package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import org.junit.jupiter.api.Test;

/** A gateway whose answer names the cancel, whose reasons may get lost, and whose keys get old. */
class CancelNamedTest extends CancelSetUp {
  private static final Duration KEY_LIFE = Duration.ofHours(3);

  CancelNamedTest() {
    gateway.losesReasons = true;
    gateway.keyLife = KEY_LIFE;
    gateway.recorded = reason -> "";
  }

  private void loseWithoutALook(CancelRequest request) {
    gateway.failsLookupsOnceSent = true;
    calls.doubt(request);
    gateway.failsLookupsOnceSent = false;
  }

  @Test
  void namedCancel_isItsOwn_besideAnotherOfItsAmount() {
    gateway.beforeExecute = () -> gateway.others(3_000, "");
    gateway.next(
        order -> {
          Accepted named = (Accepted) gateway.nameIt(order);
          return Accepted.named(named.payment(), "T2", false);
        });

    assertThat(calls.cancelled(part(3_000)).cancelledNow()).contains(Money.krw(3_000));
  }

  @Test
  void namedCancelUnderWay_isPending_thenDone_withoutASecondSending() {
    gateway.asynchronous = true;
    gateway.next(gateway::nameIt);
    CancelRequest request = part(3_000);
    calls.pending(request);

    gateway.become(0, State.DONE, "");
    assertThat(calls.cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void namedCancelThatFailed_isARefusal_andNeverSentAgain() {
    gateway.next(
        order -> {
          gateway.row(3_000, State.FAILED, "");
          return Accepted.named(gateway.payment(), "T1", false);
        });
    CancelRequest request = part(3_000);

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
    calls.refusal(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void storedAnswer_namesACancelThatWasThereBefore_isAlreadyCancelled() {
    gateway.next(gateway::loseAnswer, gateway::nameIt);
    CancelRequest request = all();
    loseWithoutALook(request);
    assertThat(gateway.executed).hasSize(1);
    gateway.balance = Money.krw(1); // whoever looks meanwhile sees no goal reached

    calls.already(request);
  }

  @Test
  void namedCancelThatIsNotShown_isInDoubt() {
    gateway.next(order -> Accepted.named(gateway.payment(), "T9", false));

    calls.doubt(part(3_000));
  }

  /** Carries it out beside a twin, and names it beside a lookup from before both. */
  private CancelSteps.Reply nameBehind(CancelToSend order) {
    Payment behind = gateway.payment();
    gateway.others(3_000, "");
    Payment unused = gateway.carryOut(order);
    return Accepted.named(behind, "T2", false);
  }

  @Test
  void namedCancel_isShownByTheNextLookupOfTheCall_besideATwin_isDone() {
    gateway.next(this::nameBehind);

    assertThat(calls.cancelled(part(3_000)).cancelledNow()).contains(Money.krw(3_000));
  }

  @Test
  void namedCancel_isShownAfterTheCall_besideATwin_isFoundByAnyProcess() {
    for (CancelRequest.Builder request :
        List.of(partOf(3_000), partOf(3_000).idempotencyKey("k"))) {
      CancelNamedTest fresh = new CancelNamedTest();
      fresh.gateway.next(fresh::nameBehind);
      fresh.gateway.laggingLookup = fresh.gateway.payment();
      CancelRequest sent = request.build();
      fresh.calls.doubt(sent);
      fresh.gateway.laggingLookup = null;

      fresh.calls.already(CancelRequest.resume(sent.toText()));
      assertThat(fresh.gateway.sent).hasSize(1);
    }
  }

  @Test
  void namedCancel_thatIsNotShownYet_isNotMistakenForATwinWithoutAReason() {
    gateway.next(
        order -> {
          Payment behind = gateway.payment();
          gateway.others(3_000, "");
          gateway.laggingLookup = gateway.payment();
          Payment unused = gateway.carryOut(order);
          return Accepted.named(behind, "T2", false);
        });
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.laggingLookup = null;

    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void namedCancel_thatIsNotShown_isNeverSaidNotToHaveBeenExecuted() {
    gateway.next(
        order -> {
          Payment behind = gateway.payment();
          gateway.others(1_000, "another's");
          return Accepted.named(behind, "T9", false);
        });
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(KEY_LIFE);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void namedCancel_thatIsShownTwice_failedAndDone_isNotGivenUp() {
    gateway.next(
        order -> {
          gateway.row(3_000, State.FAILED, "");
          gateway.others(3_000, "");
          PaymentCancel done = gateway.rows.remove(1);
          gateway.rows.add(
              PaymentCancel.of("T1", done.amount(), done.state(), "", done.cancelledAt().get()));
          return Accepted.named(gateway.payment(), "T1", false);
        });

    assertThat(calls.cancelled(part(3_000)).cancelledNow()).contains(Money.krw(3_000));
  }

  @Test
  void answerWentAstray_andNamesACancelOfAnotherAmount_isNotTakenForItsOwnLater() {
    Payment behind = gateway.payment();
    gateway.next(
        order -> {
          gateway.others(1_000, "");
          return Accepted.named(behind, "T1", false);
        });
    CancelRequest request = part(3_000);

    calls.doubt(request);
    gateway.next(gateway::loseRequest);
    calls.doubt(request);
  }

  @Test
  void callersKey_namesACancelThatIsNotShown_isInDoubt_forTheLookupMayBeBehind() {
    gateway.next(order -> Accepted.named(gateway.payment(), "T9", false));

    calls.doubt(partOf(3_000).idempotencyKey("mine").build());
  }

  @Test
  void all_besideAPartUnderWay_takesTheRest_andIsNoOtherRefund() {
    gateway.fullCancelMayTakeLess = true;
    gateway.row(2_000, State.PENDING, "");
    gateway.next(
        order -> {
          gateway.row(8_000, State.PENDING, "");
          return Accepted.named(gateway.payment(), "T2", false);
        });

    assertThat(calls.pending(allOf().idempotencyKey("mine").build()).cancelledNow())
        .contains(Money.krw(8_000));
  }

  @Test
  void all_besideAPartUnderWayAndAFailedOne_takesTheRest() {
    gateway.fullCancelMayTakeLess = true;
    gateway.row(1_000, State.FAILED, "");
    gateway.row(2_000, State.PENDING, "");
    gateway.next(
        order -> {
          gateway.row(8_000, State.PENDING, "");
          return Accepted.named(gateway.payment(), "T3", false);
        });

    assertThat(calls.pending(all()).cancelledNow()).contains(Money.krw(8_000));
  }

  @Test
  void all_tookLess_andNothingIsLeft_isItsOwn_whateverElseIsShown() {
    gateway.fullCancelMayTakeLess = true;
    gateway.next(
        order -> {
          gateway.balance = Money.krw(0);
          gateway.row(8_000, State.DONE, "");
          return Accepted.named(gateway.payment(), "T1", false);
        });

    assertThat(calls.cancelled(all()).cancelledNow()).contains(Money.krw(8_000));
  }

  @Test
  void all_besideAPartUnderWay_whereAllIsAll_tookLess_isAnothers() {
    gateway.row(2_000, State.PENDING, "");
    gateway.next(
        order -> {
          gateway.row(8_000, State.PENDING, "");
          return Accepted.named(gateway.payment(), "T2", false);
        });

    calls.doubt(all());
  }

  @Test
  void all_lost_aPartOfAnothers_isNoPartOfIt() {
    gateway.fullCancelMayTakeLess = true;
    gateway.next(gateway::loseRequest);
    CancelRequest request = all();
    calls.doubt(request);
    gateway.others(2_000, "");
    calls.pass(KEY_LIFE);

    assertThat(calls.refusal(request)).hasMessageContaining("was not executed");
  }

  @Test
  void all_ofAnAwaitedAccountThatIsPaidIntoMeanwhile_takesTheDeposit() {
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.balance = Money.krw(0);
    gateway.next(
        order -> {
          gateway.status = null;
          gateway.balance = Money.krw(10_000);
          return gateway.nameIt(order);
        });

    assertThat(calls.cancel(all())).isInstanceOf(Cancelled.class);
  }

  @Test
  void all_besideAPartUnderWay_andTheAnswerIsLost_isFoundByTheRestItTook() {
    gateway.fullCancelMayTakeLess = true;
    gateway.row(2_000, State.PENDING, "");
    gateway.next(
        order -> {
          gateway.row(8_000, State.PENDING, "");
          throw FakeCancelSteps.lost(FakeCancelSteps.transport());
        });
    CancelRequest request = all();
    loseWithoutALook(request);
    gateway.become(0, State.FAILED, "");
    gateway.become(1, State.DONE, "");
    gateway.balance = Money.krw(2_000);
    calls.pass(KEY_LIFE);

    // What took all but the failed part may be it: no word that nothing was done.
    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void operatorsCancelOfTheAmount_isNobodysRequest_andLeavesNoDoubtOnceTheKeyIsOld() {
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.operator(3_000);
    calls.pass(KEY_LIFE);

    assertThat(calls.refusal(request).isRetryable()).isTrue();
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void callersKey_namesACancelOfAnotherAmount_isAnothersKey() {
    gateway.others(1_000, "");
    gateway.next(order -> Accepted.named(gateway.payment(), "T1", false));

    assertThat(calls.refusal(partOf(3_000).idempotencyKey("mine").build()))
        .hasMessageContaining("another refund");
  }

  @Test
  void namesACancelOfAnotherAmount_withoutACallersKey_orAfterALoss_isInDoubt() {
    gateway.others(1_000, "");
    gateway.next(order -> Accepted.named(gateway.payment(), "T1", false));
    calls.doubt(part(3_000));

    gateway.next(order -> Accepted.named(gateway.payment(), "T1", true));
    calls.doubt(partOf(3_000).idempotencyKey("mine").build());

    CancelRequest lost = partOf(3_000).idempotencyKey("another").build();
    gateway.next(gateway::loseRequest, order -> Accepted.named(gateway.payment(), "T1", false));
    calls.doubt(lost);
    calls.doubt(lost);
  }

  @Test
  void refusedByTheCompany_andNothingChanged_isARefusal() {
    gateway.next(refuse("BY_THE_COMPANY"));
    CancelRequest request = part(3_000);

    assertThat(calls.refusal(request).gatewayCode()).contains("BY_THE_COMPANY");
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void refusedByTheCompany_andNoLookup_isInDoubt_untilItsKeyIsOldAndNothingShowsIt() {
    gateway.next(refuse("BY_THE_COMPANY"), refuse("BY_THE_COMPANY"));
    CancelRequest request = part(3_000);
    gateway.failsLookupsOnceSent = true;
    assertThat(calls.doubt(request).gatewayCode()).contains("BY_THE_COMPANY");
    gateway.failsLookupsOnceSent = false;
    calls.pass(WORK_IS_OVER);
    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly(request.idempotencyKey());

    calls.pass(KEY_LIFE);
    assertThat(calls.refusal(request).isRetryable()).isTrue();
    assertThat(gateway.sent).hasSize(2);

    gateway.next(gateway::nameIt);
    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelToSend.key(request, 2));
  }

  @Test
  void lost_whileTheKeyIsYoung_isSentAgainUnderIt() {
    gateway.next(gateway::loseRequest, gateway::nameIt);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(KEY_LIFE.minusSeconds(1));

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(request.idempotencyKey());
  }

  @Test
  void lost_onceTheKeyIsOld_isOnlyLookedUp() {
    gateway.next(gateway::loseAnswer);
    CancelRequest request = part(3_000);
    loseWithoutALook(request);
    gateway.others(3_000, ""); // which of the two is its own?
    calls.pass(KEY_LIFE);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void ageOfTheKey_outlivesTheProcess() {
    gateway.next(gateway::loseAnswer);
    CancelRequest request = part(3_000);
    loseWithoutALook(request);
    gateway.others(3_000, "");
    calls.pass(KEY_LIFE);

    calls.doubt(CancelRequest.resume(request.toText()));
    assertThat(gateway.sent).hasSize(1);
  }
}
