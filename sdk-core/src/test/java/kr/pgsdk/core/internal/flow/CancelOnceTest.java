package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.WORK_IS_OVER;
import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What could make a refund be sent a second time after it was executed. */
class CancelOnceTest extends CancelSetUp {
  CancelOnceTest() {
    on(Like.IAMPORT);
  }

  @Test
  void reasonReplacedByWordsInBrackets_inTheAnswer_isItsOwn() {
    gateway.recorded = reason -> "[KCP] cancelled";

    assertThat(calls.cancelled(part(3_000)).cancelledNow()).hasValue(Money.krw(3_000));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheGatewayCantBeTold_isNoSending(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    gateway.unsendable = new IllegalArgumentException("tax_free");

    assertThatIllegalArgumentException().isThrownBy(() -> calls.cancel(request));
    gateway.unsendable = null;
    gateway.balance = Money.krw(8_000); // a doubt would not be sent again with another balance
    assertThat(calls.cancelled(request).cancelledNow()).hasValue(Money.krw(3_000));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheGatewayCantBeTold_endsNoDoubt(Like like) {
    on(like);
    CancelRequest request = part(3_000);
    gateway.next(gateway::loseRequest);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.unsendable = new IllegalArgumentException("tax_free");

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void reasonReplacedByWordsInBrackets_answerLost_isNeverSentAgain() {
    gateway.recorded = reason -> "[KCP] cancelled";
    gateway.next(gateway::loseAnswer);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void shopsOwnReasonInBrackets_isItsOwn_notAnothersReference(Like like) {
    on(like);
    gateway.makesReferences = false;
    CancelRequest request =
        CancelRequest.partial(FakeCancelSteps.ID, Money.krw(3_000), "[VIP] one item").build();

    assertThat(calls.cancelled(request).cancelledNow()).hasValue(Money.krw(3_000));
  }

  @Test
  void refundedLater_anothersRefundExplainsTheFall_staysInDoubt() {
    gateway.refundsLater = true;
    gateway.next(gateway::loseRequest);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    gateway.others(1_000, "console");
    calls.pass(WORK_IS_OVER);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void aRowThatCouldBeIt_whileTheBalanceLags_isNotSentAgain() {
    gateway.recorded = reason -> "cancelled by the company";
    gateway.next(gateway::loseAnswer);
    CancelRequest request = part(3_000);
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.balance = Money.krw(10_000);

    calls.doubt(request);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void anErrorWhileItIsSent_leavesADoubt_alsoInItsText() {
    CancelRequest request = part(3_000);
    gateway.next(
        order -> {
          assertThat(request.toText()).contains("phase=IN_DOUBT");
          gateway.others(3_000, "whatever");
          throw new StackOverflowError();
        });
    assertThatThrownBy(() -> calls.cancel(request)).isInstanceOf(StackOverflowError.class);
    gateway.recorded = reason -> "whatever";

    calls.doubt(request);
    calls.doubt(CancelRequest.resume(request.toText(), Duration.ofHours(1)));
    assertThat(gateway.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherKey_isAnotherRefund_withoutTheFirstOnesReference(Like like) {
    on(like);
    CancelRequest first = partOf(3_000).reference("R-1").build();
    calls.cancelled(first);
    CancelRequest second = first.newBuilder().idempotencyKey("another").build();

    assertThat(second.reference()).isEmpty();
    calls.cancelled(second);
    assertThat(gateway.sent).hasSize(2);
    assertThat(first.newBuilder().idempotencyKey("third").reference("R-3").build().reference())
        .hasValue("R-3");
  }

  @Test
  void anotherReference_onceItWasSent_isRefused() {
    CancelRequest first = part(3_000);
    assertThat(first.newBuilder().reference("R-1").build().reference()).hasValue("R-1");
    calls.cancelled(first);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> first.newBuilder().reference("R-1"))
        .withMessageContaining("another key");
  }

  @Test
  void twoOfOneAmountInDoubt_reasonsLost_oneExecuted_bothStayInDoubt() {
    gateway.recorded = reason -> null;
    gateway.next(gateway::loseRequest);
    CancelRequest lost = part(3_000);
    calls.doubt(lost);
    gateway.next(gateway::loseAnswer);
    CancelRequest executed = part(3_000);

    calls.doubt(executed);
    calls.doubt(lost);
    assertThat(gateway.sent).hasSize(2);
  }

  @Test
  void twoOfOneAmountInDoubt_reasonsCut_eachFindsItsOwn() {
    gateway.recorded = reason -> reason.substring(0, 6);
    gateway.next(this::loseAnswerAndLookups, this::loseAnswerAndLookups);
    CancelRequest first = part(3_000);
    calls.doubt(first);
    gateway.lookupFailure = null;
    CancelRequest second = part(3_000);
    calls.doubt(second);
    gateway.lookupFailure = null;

    calls.already(second);
    calls.already(first);
    assertThat(gateway.sent).hasSize(2);
  }

  private CancelSteps.Reply loseAnswerAndLookups(CancelToSend order) {
    gateway.lookupFailure = FakeCancelSteps.transport();
    return gateway.loseAnswer(order);
  }

  @Test
  void twoOfOneAmountInDoubt_shopsReferencesCutToTheSame_bothStayInDoubt() {
    gateway.recorded = reason -> reason.substring(0, 6);
    gateway.next(gateway::loseRequest, gateway::loseAnswer);
    CancelRequest lost = partOf(3_000).reference("2026112801").build();
    calls.doubt(lost);
    CancelRequest executed = partOf(3_000).reference("2026112802").build();

    calls.doubt(executed);
    calls.doubt(lost);
  }

  @ParameterizedTest
  @EnumSource
  void referencesTurnedOnOrOffWhileInDoubt_theSentOneCounts(Like like) {
    for (boolean first : new boolean[] {true, false}) {
      on(like);
      gateway.makesReferences = first;
      gateway.laggingLookup = gateway.payment();
      gateway.next(gateway::loseAnswer);
      CancelRequest request = part(3_000);
      calls.doubt(request);

      gateway.laggingLookup = null;
      gateway.makesReferences = !first;
      calls.already(CancelRequest.resume(request.toText(), Duration.ofHours(1)));
      assertThat(gateway.payment().cancels()).hasSize(1);
    }
  }

  @Test
  void callersKey_madeAnew_aRowThatWasThereCouldBeIt_isNeverNotExecuted() {
    on(Like.TOSS);
    gateway.makesReferences = false;
    gateway.others(3_000, "r");
    CancelRequest request = partOf(3_000).idempotencyKey("refund-1").build();
    gateway.next(FakeCancelSteps.refuse("PROVIDER_ERROR"));
    calls.doubt(request);
    calls.pass(WORK_IS_OVER);
    gateway.next(FakeCancelSteps.refuse("PROVIDER_ERROR"));

    calls.doubt(request);
    assertThat(gateway.sent).extracting(CancelToSend::key).containsOnly("refund-1");
  }

  @Test
  void aTextThatWasCut_isRefused() {
    gateway.next(gateway::loseAnswer);
    gateway.recorded = reason -> "replaced";
    CancelRequest request = part(3_000);
    calls.doubt(request);
    String text = request.toText();

    for (int end = 0; end < text.length(); end++) {
      String cut = text.substring(0, end);
      assertThatIllegalArgumentException().isThrownBy(() -> CancelRequest.resume(cut));
    }
    String withoutBalance = text.replaceFirst("&pinned=[^&]*", "");
    assertThatIllegalArgumentException().isThrownBy(() -> CancelRequest.resume(withoutBalance));
  }

  private void executedTwin_reasonsLost(boolean found) {
    gateway.recorded = reason -> null;
    gateway.next(gateway::loseAnswer);
    CancelRequest twin = part(3_000);
    if (found) {
      calls.cancelled(twin);
    } else {
      calls.doubt(twin);
    }
  }

  @Test
  void refused_isNotOpenAnyMore_aTwinInDoubtFindsItsOwn() {
    gateway.next(FakeCancelSteps.refuse("NOT_MATCHES"));
    calls.refusal(part(3_000));

    executedTwin_reasonsLost(true);
  }

  @Test
  void doubtOfAnotherProcess_takenUpHere_aTwinStaysInDoubt() {
    CancelRequest lost = part(3_000);
    gateway.next(gateway::loseRequest);
    assertThatThrownBy(() -> calls.elsewhere(lost)).isNotNull();
    calls.doubt(CancelRequest.resume(lost.toText()));

    executedTwin_reasonsLost(false);
  }

  @Test
  void acceptedByAnotherProcess_takenUpHere_aTwinStaysInDoubt() {
    gateway.refundsLater = true;
    CancelRequest accepted = part(3_000);
    gateway.next(gateway::acceptSilently);
    assertThat(calls.elsewhere(accepted)).isInstanceOf(Cancellation.Pending.class);
    calls.pending(CancelRequest.resume(accepted.toText()));

    executedTwin_reasonsLost(false);
  }

  @Test
  void sameKeyOfAnotherOrder_leavesTheDoubtOpen_aTwinStaysInDoubt() {
    gateway.next(gateway::loseRequest);
    calls.doubt(partOf(3_000).idempotencyKey("key-1").build());
    CancelRequest anew =
        partOf(3_000).idempotencyKey("key-1").orderId(OrderId.of("order-2")).build();
    assertThatThrownBy(() -> calls.cancel(anew)).isInstanceOf(VerificationException.class);

    executedTwin_reasonsLost(false);
  }

  @Test
  void acceptedAndNotShown_aTwinStaysInDoubt() {
    gateway.refundsLater = true;
    gateway.next(gateway::acceptSilently);
    calls.pending(part(3_000));

    executedTwin_reasonsLost(false);
  }
}
