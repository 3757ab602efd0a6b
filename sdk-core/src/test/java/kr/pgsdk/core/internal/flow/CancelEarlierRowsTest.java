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
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;

/** Cancels and keys that were there before the refund, and change while it is in doubt. */
class CancelEarlierRowsTest {
  private final CancelCalls calls = new CancelCalls(Like.TOSS);
  private final FakeCancelSteps gateway = calls.gateway;

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
}
