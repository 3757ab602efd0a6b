package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.marked;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whose the cancels are that a lookup shows after a loss: rule 3b where reasons are kept, else 3c.
 */
class CancelAttributionTest extends CancelSetUp {
  // --- rule 3b: in a lookup, where reasons are kept

  @Test
  void lookup_ofItsReferenceAndAmount_isItsOwn() {
    gateway.next(gateway::loseAnswer);

    assertThat(calls.cancelled(part(3_000)).cancelledNow()).hasValue(Money.krw(3_000));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"r", "[theirs] r", "취소요청api", "[", "[] r"})
  void lookup_ofItsAmountAndAnyOtherReason_provesNothingWhereReasonsAreKept(String reason) {
    gateway.recorded = sent -> reason;
    gateway.next(gateway::loseAnswer);

    calls.doubt(part(3_000));
  }

  @Test
  void lookup_withoutAReference_theReasonAsSentProvesNothingWhereReasonsAreKept() {
    gateway.makesReferences = false;
    gateway.next(gateway::loseAnswer);

    calls.doubt(part(3_000));
  }

  @ParameterizedTest
  @EnumSource
  void lookup_ofItsReferenceAndAnotherAmount_isNotItsOwn(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          gateway.others(1_000, marked(request));
          return gateway.loseRequest(order);
        });

    calls.doubt(request);
  }

  @ParameterizedTest
  @EnumSource
  void lookup_twoOfItsReferenceAndAmount_isDoubt_beforeAndAfterASending(Like like) {
    on(like);
    CancelRequest request = partOf(3_000).reference("R-1").build();
    gateway.next(
        order -> {
          gateway.others(3_000, "[R-1] r");
          return gateway.loseAnswer(order);
        });
    calls.doubt(request);
    calls.doubt(request);

    calls.doubt(partOf(3_000).reference("R-1").build());
    assertThat(gateway.sent).hasSize(1);
  }

  // --- rule 3c: in a lookup, where reasons get lost

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "취소요청api", "["})
  void lookup_reasonLost_startsAtTheBalance_isItsOwn_onlyWhileInDoubt(String reason) {
    on(Like.IAMPORT);
    gateway.recorded = sent -> reason;
    gateway.others(1_000, "earlier");
    gateway.next(gateway::loseAnswer);
    calls.cancelled(part(3_000));

    gateway.next(
        order -> {
          gateway.others(2_000, reason);
          return FakeCancelSteps.refuse("NOT_MATCHES").answer(order);
        });
    calls.refusal(part(2_000));
  }

  @Test
  void lookup_reasonCut_isItsOwn() {
    on(Like.IAMPORT);
    gateway.recorded = sent -> sent == null ? null : sent.substring(0, 7);
    gateway.next(gateway::loseAnswer);

    calls.cancelled(part(3_000));
  }

  @Test
  void lookup_reasonLost_anotherCancelCameFirst_isDoubt() {
    on(Like.IAMPORT);
    gateway.recorded = sent -> null;
    gateway.next(
        order -> {
          gateway.others(1_000, "other");
          return gateway.loseAnswer(order);
        });

    calls.doubt(part(3_000));
  }

  @Test
  void lookup_reasonLost_anotherCouldBeIt_isDoubt() {
    on(Like.IAMPORT);
    gateway.recorded = sent -> null;
    gateway.next(
        order -> {
          gateway.carryOut(order);
          gateway.others(3_000, null);
          throw FakeCancelSteps.lost(FakeCancelSteps.transport());
        });

    calls.doubt(part(3_000));
  }

  @Test
  void lookup_reasonLost_provedToBeAnotherRefund_isDoubt() {
    on(Like.IAMPORT);
    gateway.recorded = sent -> null;
    CancelRequest inDoubt = part(3_000);
    gateway.next(gateway::loseRequest);
    calls.doubt(inDoubt);
    calls.cancelled(part(3_000));

    calls.doubt(inDoubt);
    assertThat(gateway.executed).hasSize(1);
  }

  @Test
  void lookup_cancelWithAReasonOfItsOwn_isAnothers_evenIfReasonsGetLost() {
    on(Like.IAMPORT);
    gateway.recorded = sent -> "console";
    gateway.next(gateway::loseAnswer);

    calls.doubt(part(3_000));
  }
}
