package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing an account that waits for a deposit, where that is a call of its own. */
class CancelClosingTest extends CancelSetUp {
  @Override
  void on(Like like) {
    super.on(like);
    gateway.losesReasons = true;
    gateway.closesAccounts = true;
    gateway.balance = Money.krw(0);
    gateway.status = Known.WAITING_FOR_DEPOSIT;
  }

  private void deposit() {
    gateway.balance = Money.krw(10_000);
    gateway.status = null;
  }

  @ParameterizedTest
  @EnumSource(Like.class)
  void lostClosing_thenADeposit_isNoRefundUntilItIsOver_thenToldNotExecuted(Like like) {
    on(like);
    gateway.next(gateway::loseRequest);
    CancelRequest request = all();
    calls.doubt(request);

    deposit();
    calls.doubt(request);
    assertThat(gateway.sent).allMatch(CancelToSend::closes);

    calls.pass(WORK_IS_OVER);
    int before = gateway.sent.size();
    calls.refusal(request);
    assertThat(gateway.sent).hasSize(before);
    assertThat(calls.cancelled(request).cancelledNow()).hasValue(Money.krw(10_000));
    assertThat(gateway.sent.get(before).closes()).isFalse();
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void lostClosing_thenADeposit_inAnotherProcess_isNoRefundEither() {
    on(Like.TOSS);
    gateway.next(gateway::loseRequest, gateway::loseRequest);
    String stored = calls.doubt(all()).pendingCancel().orElseThrow().toText();

    deposit();
    CancelRequest resumed = CancelRequest.resume(stored);
    calls.doubt(resumed);
    assertThat(gateway.sent).hasSize(2).allMatch(CancelToSend::closes);
  }

  @Test
  void nothingToPayIntoYet_isNoClosing() {
    on(Like.TOSS);
    gateway.status = Known.READY;
    gateway.next(gateway::loseRequest);

    calls.doubt(all());
    assertThat(gateway.sent).hasSize(1).noneMatch(CancelToSend::closes);
  }

  /** What a refund of a deposit left in doubt, no deposit proves over. */
  @Test
  void lostRefundOfADeposit_isPaid_provesNothing() {
    on(Like.IAMPORT);
    deposit();
    gateway.next(gateway::loseRequest);
    CancelRequest request = all();
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.cancelled(request);
    assertThat(gateway.sent).hasSize(2).noneMatch(CancelToSend::closes);
  }
}
