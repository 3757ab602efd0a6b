package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.allOf;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.internal.access.OutsideCancel;
import kr.pgsdk.core.internal.flow.CancelSteps.Accepted;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;

/** What looks like a proof that a refund was executed, or wasn't, and is none. */
class CancelProofTest extends CancelSetUp {
  // --- somebody else's cancel

  @Test
  void oldAnswer_showsOnlyAnEqualCancelFromBefore_isDoubt() {
    gateway.others(3_000, "r");
    gateway.next(gateway::loseRequest, order -> new Accepted(gateway.payment(), true, false));
    CancelRequest request = part(3_000);
    calls.doubt(request);

    calls.doubt(request);
  }

  @Test
  void operatorsCancel_withTheRefundsOwnReference_isNotItsOwn() {
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.others(3_000, marked(request));
          gateway.rows.add(OutsideCancel.of(gateway.rows.remove(0)));
          return gateway.loseRequest(order);
        });

    calls.doubt(request);
  }

  @Test
  void part_acceptedBesideAnothersCancelOfAllUnderWay_andNotShown_isDoubt() {
    gateway.next(
        order -> {
          gateway.row(10_000, State.PENDING, "other");
          return new Accepted(gateway.payment(), false, false);
        });

    calls.doubt(part(3_000));
  }

  @Test
  void all_acceptedBesideAnothersPartUnderWay_andNotShown_isDoubt() {
    gateway.next(
        order -> {
          gateway.row(1_000, State.PENDING, "other");
          return new Accepted(gateway.payment(), false, false);
        });

    calls.doubt(all());
  }

  @Test
  void all_cancelledByItsStatusAlone_isSent() {
    gateway.others(6_000, "other");
    gateway.status = Known.CANCELLED;

    calls.cancelled(all());
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void all_oldAnswerAndNoRows_allIsCancelled_wasCancelledBefore() {
    gateway.showsNoRows = true;
    gateway.laggingLookup = gateway.payment();
    gateway.next(gateway::loseAnswer);
    CancelRequest request = all();
    calls.doubt(request);
    gateway.beforeExecute = () -> gateway.laggingLookup = null;

    calls.already(request);
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void accountSaidToBeCancelled_withABalance_isNotClosed() {
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(
        order -> {
          gateway.status = Known.CANCELLED;
          return new Accepted(gateway.payment(), false, false);
        });

    calls.doubt(all());
  }

  // --- no proof that nothing was executed

  @Test
  void refusedByTheCompany_balanceFell_andNoCancelIsShownYet_isDoubt() {
    gateway.next(
        order -> {
          gateway.balance = Money.krw(7_000);
          return refuse("BY_THE_COMPANY").answer(order);
        });

    calls.doubt(part(3_000));
  }

  @Test
  void depositOnItsWayBack_andNoCancelIsShownYet_isNeverNotExecuted() {
    gateway.next(gateway::serverError, refuse("CONSECUTIVE"));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.refundStatus = RefundStatus.PENDING;

    calls.doubt(request);
  }

  @Test
  void closingInDoubt_statusNobodyKnows_isNeverNotExecuted() {
    gateway.losesReasons = true;
    gateway.closesAccounts = true;
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
    gateway.next(gateway::serverError, refuse("CONSECUTIVE"));
    CancelRequest request = all();
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.status = Known.UNKNOWN;

    calls.doubt(request);
  }

  @Test
  void expectedAnotherBalance_lost_reasonsGetLost_thatItDiffersIsNoFall() {
    gateway.losesReasons = true;
    gateway.others(2_000, "other");
    gateway.next(gateway::loseRequest, gateway::loseRequest);
    CancelRequest request =
        partOf(3_000).expectedBalance(Money.krw(10_000)).idempotencyKey("mine").build();
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsExactly("mine", "mine");
  }

  @Test
  void awaitedAccount_expectedAnotherBalance_isNotSent_underTheCallersKeyEither() {
    gateway.status = Known.WAITING_FOR_DEPOSIT;

    calls.refusal(partOf(3_000).expectedBalance(Money.krw(8_000)).idempotencyKey("mine").build());
    assertThat(gateway.sent).isEmpty();
  }

  @Test
  void expectedMore_anothersCancelOfAllBesideAFailedOne_couldBeIt() {
    on(Like.IAMPORT);
    gateway.row(1_000, State.FAILED, null);
    gateway.others(10_000, null);
    gateway.refundStatus = RefundStatus.PENDING;

    calls.doubt(allOf().expectedBalance(Money.krw(10_000)).build());
    assertThat(gateway.sent).isEmpty();
  }

  @Test
  void callersKey_answerAboutAnotherPayment_andTheLookupFails_isDoubt() {
    gateway.failsLookupsOnceSent = true;
    gateway.next(
        order -> {
          gateway.shownId = PaymentId.of("pay-2");
          return new Accepted(gateway.payment(), false, false);
        });

    calls.doubt(partOf(3_000).idempotencyKey("mine").build());
  }
}
