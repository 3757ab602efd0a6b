package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.all;
import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.loseAndRefuse;
import static kr.pgsdk.core.internal.flow.FakeCancelSteps.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;

/**
 * The payment company's refusal, as a gateway passes it on. It may have carried the refund out all
 * the same, and a lookup may be behind that.
 */
class CancelRefusedByCompanyTest {
  private static final String CODE = "BY_THE_COMPANY";
  private static final Duration SHOWN = CancelSteps.LONGEST_WORK;

  private final CancelCalls calls = new CancelCalls(Like.TOSS);
  private final FakeCancelSteps gateway = calls.gateway;

  CancelRefusedByCompanyTest() {
    gateway.losesReasons = true;
    gateway.keyLife = Duration.ofHours(3);
  }

  /** The company carries it out, and says that it refuses. */
  private CancelSteps.Reply refuseWhatIsDone(CancelOrder order) {
    Payment unused = gateway.carryOut(order);
    return refuse(CODE).answer(order);
  }

  @Test
  void everyLookupIsBehind_isInDoubt_andFoundByALaterOne() {
    gateway.next(this::refuseWhatIsDone);
    gateway.laggingLookup = gateway.payment();
    CancelRequest request = part(3_000);

    OutcomeUnknownException doubt = calls.doubt(request);
    assertThat(doubt.gatewayCode()).contains(CODE);
    assertThat(doubt.retryAfter()).contains(SHOWN);
    calls.pass(SHOWN.minusSeconds(1));
    calls.doubt(request);
    gateway.laggingLookup = null;
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void ofAll_everyLookupIsBehind_isInDoubt_andReachedByALaterOne() {
    gateway.next(this::refuseWhatIsDone);
    gateway.laggingLookup = gateway.payment();
    CancelRequest request = all();

    calls.doubt(request);
    gateway.laggingLookup = null;
    calls.pass(SHOWN);
    calls.already(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void aLookupShowsItAtOnce_isDone() {
    gateway.next(this::refuseWhatIsDone);

    calls.already(part(3_000));
  }

  @Test
  void nothingIsShownOnceLookupsCantBeBehind_isTheRefusal_withItsCode() {
    gateway.next(refuse(CODE));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(SHOWN);

    GatewayException refusal = calls.refusal(request);
    assertThat(refusal.gatewayCode()).contains(CODE);
    assertThat(refusal.gatewayMessage()).contains("words of " + CODE);
    assertThat(refusal.isRetryable()).isFalse();
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void theRefusal_outlivesTheProcess() {
    gateway.next(refuse(CODE));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    String stored = request.toText();

    CancelRequest early = CancelRequest.resume(stored, SHOWN.minusSeconds(1));
    assertThat(calls.doubt(early).retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(calls.refusal(CancelRequest.resume(stored, SHOWN)).gatewayCode()).contains(CODE);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void handedInAgainAfterTheRefusal_isSentUnderTheNextKey_forTheFirstHasItsRecord() {
    gateway.next(refuse(CODE), gateway::nameIt);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(SHOWN);
    calls.refusal(request);

    calls.cancelled(request);
    assertThat(gateway.executed).containsExactly(CancelOrder.key(request, 2));
  }

  @Test
  void noLookupIsAnswered_isInDoubt_andNotSentAgain() {
    gateway.next(refuse(CODE));
    gateway.failsLookupsOnceSent = true;
    CancelRequest request = part(3_000);
    assertThat(calls.doubt(request).gatewayCode()).contains(CODE);
    calls.doubt(request);
    gateway.failsLookupsOnceSent = false;
    calls.doubt(request);

    calls.pass(SHOWN);
    assertThat(calls.refusal(request).gatewayCode()).contains(CODE);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void itsOwnRowHasFailed_isARefusalAtOnce() {
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.row(3_000, State.FAILED, marked(request));
          return refuse(CODE).answer(order);
        });

    assertThat(calls.refusal(request)).hasMessageContaining("given up");
  }

  @Test
  void anothersRefundIsUnderWayAllAlong_doesntKeepItInDoubt() {
    gateway.row(2_000, State.PENDING, "[other-1] x");
    gateway.next(refuse(CODE));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(SHOWN);

    assertThat(calls.refusal(request).gatewayCode()).contains(CODE);
  }

  @Test
  void anOperatorRefundedMeanwhile_isTheRefusal() {
    gateway.next(refuse(CODE));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.operator(3_000);
    calls.pass(SHOWN);

    assertThat(calls.refusal(request).gatewayCode()).contains(CODE);
  }

  @Test
  void aSendingWasLostBefore_isShownOnlyOnceItsWorkIsOver() {
    gateway.next(loseAndRefuse(CODE));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(SHOWN);
    calls.doubt(request);

    calls.pass(WORK_IS_OVER.minus(SHOWN));
    assertThat(calls.refusal(request).gatewayCode()).contains(CODE);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void anEarlierCallsSendingWasLost_isShownOnlyOnceItsWorkIsOver() {
    gateway.next(gateway::loseRequest, refuse(CODE));
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.doubt(request);
    calls.pass(SHOWN);
    calls.doubt(request);

    calls.pass(WORK_IS_OVER.minus(SHOWN));
    assertThat(calls.refusal(request).gatewayCode()).contains(CODE);
    assertThat(gateway.sent).hasSize(2);
  }
}
