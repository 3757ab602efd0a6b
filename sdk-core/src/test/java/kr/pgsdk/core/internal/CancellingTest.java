package kr.pgsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.CancelSteps.Replay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisions around a cancel, against a gateway that keeps a ledger and can be made to fail. */
class CancellingTest {
  private static final PaymentId ID = PaymentId.of("pay-1");
  private static final OrderId ORDER = OrderId.of("order-1");

  private final Ledger ledger = new Ledger();
  private final Cancelling cancelling = new Cancelling(ledger);
  private final AtomicLong ahead = new AtomicLong();
  private final Environment environment =
      new Environment(
          Clock.systemUTC(),
          () -> System.nanoTime() + ahead.get(),
          (pause, closed) -> {},
          () -> 0L);

  private Cancellation cancel(CancelRequest request) {
    return cancelling.cancel(request, Deadline.in(Duration.ofSeconds(30), environment));
  }

  private static CancelRequest part(long won) {
    return CancelRequest.partial(ID, Money.krw(won), "r").build();
  }

  private static CancelRequest all() {
    return CancelRequest.full(ID, "r").build();
  }

  @Test
  void part_balanceIsLookedUpAndPinned() {
    CancelRequest request = part(3_000);

    assertThat(cancel(request))
        .isInstanceOfSatisfying(
            Cancelled.class, c -> assertThat(c.cancelledNow()).isEqualTo(Money.krw(3_000)));

    assertThat(request.pinnedBalance()).hasValue(Money.krw(10_000));
    assertThat(ledger.asked).containsExactly(Money.krw(10_000));
    assertThat(ledger.lookups).isEqualTo(1);
  }

  @Test
  void expectedBalanceGiven_nothingIsLookedUp() {
    cancel(CancelRequest.full(ID, "r").expectedBalance(Money.krw(10_000)).build());

    assertThat(ledger.lookups).isZero();
    assertThat(ledger.refunds).containsExactly(Money.krw(10_000));
  }

  @Test
  void sameObjectTwice_isOneRefund() {
    CancelRequest request = part(3_000);
    cancel(request);

    assertThat(cancel(request))
        .isInstanceOfSatisfying(
            AlreadyCancelled.class, c -> assertThat(c.cancelledNow()).isEqualTo(Money.krw(0)));
    assertThat(ledger.refunds).containsExactly(Money.krw(3_000));
  }

  @Test
  void twoObjects_areTwoRefunds() {
    cancel(part(3_000));
    cancel(part(3_000));

    assertThat(ledger.refunds).containsExactly(Money.krw(3_000), Money.krw(3_000));
  }

  @Test
  @Timeout(30)
  void sameObjectFromTwoThreads_oneWaits_oneRefund() throws Exception {
    CancelRequest request = part(3_000);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ledger.beforeExecute =
        () -> {
          inside.countDown();
          try {
            assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Cancellation> first = threads.submit(() -> cancel(request));
      assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
      Future<Cancellation> second = threads.submit(() -> cancel(request));
      go.countDown();

      assertThat(first.get()).isInstanceOf(Cancelled.class);
      assertThat(second.get()).isInstanceOf(AlreadyCancelled.class);
      assertThat(ledger.refunds).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void waitingForTheSameRequestBeyondTheDeadline_nothingIsSent() throws Exception {
    CancelRequest request = part(3_000);
    Thread holder = new Thread(() -> request.turn().lock());
    holder.start();
    holder.join();

    assertThatThrownBy(
            () ->
                cancelling.cancel(
                    request, Deadline.in(Duration.ofMillis(20), Environment.system())))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("not sent");
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void partAboveTheBalance_isRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cancel(part(10_001)))
        .withMessageContaining("above what can still be cancelled");
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void partInAnotherCurrency_isRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cancel(CancelRequest.partial(ID, Money.of("1", "USD"), "r").build()));
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void balanceExpectedInAnotherCurrency_isRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                cancel(
                    CancelRequest.full(ID, "r")
                        .orderId(ORDER)
                        .expectedBalance(Money.of("1", "USD"))
                        .build()));
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void paymentOfAnotherOrder_isNotTouched() {
    CancelRequest request = CancelRequest.full(ID, "r").orderId(OrderId.of("order-2")).build();

    VerificationException thrown =
        catchThrowableOfType(VerificationException.class, () -> cancel(request));

    assertThat(thrown.mismatches()).hasSize(1);
    assertThat(thrown).hasMessageContaining("merchant_uid");
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void allOfACancelledPayment_isReached_withoutARequest() {
    cancel(all());
    ledger.asked.clear();

    assertThat(cancel(all())).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void refusedBecauseTheBalanceMoved_isNotReached() {
    ledger.refund(Money.krw(4_000));
    CancelRequest request =
        CancelRequest.partial(ID, Money.krw(3_000), "r").expectedBalance(Money.krw(10_000)).build();

    assertThatThrownBy(() -> cancel(request)).isInstanceOf(GatewayException.class);
    assertThat(ledger.refunds).containsExactly(Money.krw(4_000));
  }

  @Test
  void refusedButReached_isAlreadyCancelled_onlyAfterALookup() {
    ledger.refund(Money.krw(3_000));
    CancelRequest request =
        CancelRequest.partial(ID, Money.krw(3_000), "r").expectedBalance(Money.krw(10_000)).build();

    assertThat(cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.lookups).isEqualTo(1);
  }

  @Test
  void refusedAndTheLookupFails_theRefusalStands() {
    ledger.refund(Money.krw(3_000));
    ledger.lookupFailure = transport();
    CancelRequest request =
        CancelRequest.partial(ID, Money.krw(3_000), "r").expectedBalance(Money.krw(10_000)).build();

    assertThatThrownBy(() -> cancel(request)).isInstanceOf(GatewayException.class);
  }

  @Test
  void answerLostAfterExecution_theLookupProvesIt() {
    ledger.loseAnswerAfterExecution = true;

    assertThat(cancel(part(3_000)))
        .isInstanceOfSatisfying(
            Cancelled.class, c -> assertThat(c.cancelledNow()).isEqualTo(Money.krw(3_000)));
  }

  @Test
  void answerLostAndNothingChanged_doubt_thenTheSameRequestEndsInOneRefund() {
    ledger.loseRequest = true;
    CancelRequest request = part(3_000);

    OutcomeUnknownException doubt =
        catchThrowableOfType(OutcomeUnknownException.class, () -> cancel(request));

    assertThat(doubt.lookup()).isEqualTo(PaymentLookup.byPaymentId(ID));
    CancelRequest pending = doubt.pendingCancel().orElseThrow();
    assertThat(pending.idempotencyKey()).isEqualTo(request.idempotencyKey());
    assertThat(pending.expectedBalance()).hasValue(Money.krw(10_000));
    ledger.loseRequest = false;
    assertThat(cancel(pending)).isInstanceOf(Cancelled.class);
    assertThat(ledger.refunds).containsExactly(Money.krw(3_000));
  }

  @Test
  void doubtResolvedLate_theSameRequestFindsItDone() {
    ledger.loseAnswerAfterExecution = true;
    ledger.lookupFailure = null;
    CancelRequest request = part(3_000);
    ledger.failLookupsAfterExecution = true;
    assertThatThrownBy(() -> cancel(request)).isInstanceOf(OutcomeUnknownException.class);

    ledger.failLookupsAfterExecution = false;

    assertThat(cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.refunds).hasSize(1);
  }

  @Test
  void storedDoubt_builtAnew_endsInOneRefund() {
    ledger.loseAnswerAfterExecution = true;
    ledger.failLookupsAfterExecution = true;
    CancelRequest request = part(3_000);
    assertThatThrownBy(() -> cancel(request)).isInstanceOf(OutcomeUnknownException.class);
    ledger.loseAnswerAfterExecution = false;
    ledger.failLookupsAfterExecution = false;

    CancelRequest fromStore =
        CancelRequest.partial(ID, Money.krw(3_000), "r")
            .expectedBalance(request.expectedBalance().orElseThrow())
            .idempotencyKey(request.idempotencyKey())
            .build();

    assertThat(cancel(fromStore)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.refunds).hasSize(1);
  }

  @Test
  void storedDoubt_builtAnewAsOne_isLookedUpAndOutwaited_beforeItIsSent() {
    CancelRequest stored =
        CancelRequest.partial(ID, Money.krw(3_000), "r")
            .expectedBalance(Money.krw(10_000))
            .inDoubt()
            .build();
    long before = System.nanoTime();
    ledger.whileOutwaiting = () -> ledger.refund(Money.krw(3_000));

    assertThat(cancel(stored)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.asked).isEmpty();
    assertThat(stored.progressAt() - before).isNotNegative();
  }

  @Test
  void uncertainRefusal_doubt_andThePendingCancelHasAKeyOfItsOwn() {
    ledger.uncertainRefusal = true;
    CancelRequest request = part(3_000);
    String firstKey = request.idempotencyKey();

    OutcomeUnknownException doubt =
        catchThrowableOfType(OutcomeUnknownException.class, () -> cancel(request));

    CancelRequest pending = doubt.pendingCancel().orElseThrow();
    assertThat(pending).as("still the one whose turn others wait for").isSameAs(request);
    assertThat(pending.idempotencyKey()).isNotEqualTo(firstKey);
    assertThat(pending.expectedBalance()).hasValue(Money.krw(10_000));
    assertThat(doubt.gatewayCode()).hasValue("PROVIDER_ERROR");
  }

  /** The error may be a front end's, while the gateway still works on what it was sent. */
  @Test
  void serverError_theSameKeyForAMinute_thenAnother() {
    ledger.serverError = true;
    CancelRequest request = part(3_000);
    String firstKey = request.idempotencyKey();

    pendingOf(request);
    ahead.addAndGet(Duration.ofSeconds(59).toNanos());
    pendingOf(request);
    assertThat(ledger.keys).hasSize(6).containsOnly(firstKey);

    ahead.addAndGet(Duration.ofSeconds(60).toNanos());
    ledger.serverError = false;
    assertThat(cancel(request)).isInstanceOf(Cancelled.class);
    assertThat(ledger.keys).hasSize(7);
    assertThat(ledger.keys.get(6)).isNotEqualTo(firstKey);
  }

  @Test
  void busyGateway_isARetryableRefusal_withoutALookup() {
    ledger.busy = true;
    CancelRequest request = CancelRequest.full(ID, "r").expectedBalance(Money.krw(10_000)).build();

    assertThatThrownBy(() -> cancel(request))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.httpStatus()).hasValue(429));
    assertThat(ledger.lookups).isZero();
  }

  @Test
  void lookupBeforeCanNotBeRead_surelyNotExecuted() {
    ledger.lookupFailure =
        new MalformedResponseException(
            "html", ErrorDetails.builder("testpay").httpStatus(200).build());

    assertThatThrownBy(() -> cancel(part(1)))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.isRetryable()).isTrue();
              assertThat(e.httpStatus()).hasValue(200);
            });
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void wholePaymentCancelledAsynchronously_isPending() {
    ledger.asynchronous = true;

    assertThat(cancel(part(3_000)))
        .isInstanceOfSatisfying(
            Pending.class, c -> assertThat(c.cancelledNow()).isEqualTo(Money.krw(3_000)));
  }

  @Test
  void asynchronousCancelThatTakesTheBalanceAtOnce_isPending_untilItIsDone() {
    ledger.asynchronous = true;
    ledger.takesBalanceAtOnce = true;
    CancelRequest request = all();

    assertThat(cancel(request)).isInstanceOf(Pending.class);
    assertThat(cancel(request))
        .isInstanceOfSatisfying(
            Pending.class, c -> assertThat(c.cancelledNow()).isEqualTo(Money.krw(10_000)));

    ledger.rows.set(0, PaymentCancel.of(Money.krw(10_000), State.DONE, "r", null));
    assertThat(cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.asked).hasSize(1);
  }

  @Test
  void asynchronousPartBesideAnEqualOneDoneBefore_isPending() {
    ledger.refund(Money.krw(3_000));
    ledger.asynchronous = true;
    ledger.takesBalanceAtOnce = true;

    assertThat(cancel(part(3_000))).isInstanceOf(Pending.class);
  }

  @Test
  void asynchronousCancelThatTakesTheBalanceAtOnce_answerLost_isPending() {
    ledger.asynchronous = true;
    ledger.takesBalanceAtOnce = true;
    ledger.loseAnswerAfterExecution = true;

    assertThat(cancel(all())).isInstanceOf(Pending.class);
  }

  @Test
  void doneBesideAnotherStillPending_isCancelled() {
    ledger.rows.add(PaymentCancel.of(Money.krw(3_000), State.PENDING, "r", null));

    assertThat(cancel(part(3_000))).isInstanceOf(Cancelled.class);
  }

  @Test
  void balanceMovedByTheAmountInOtherRows_isNotReached() {
    ledger.beforeExecute =
        () -> {
          ledger.refund(Money.krw(1_000));
          ledger.refund(Money.krw(2_000));
        };

    assertThatThrownBy(() -> cancel(part(3_000))).isInstanceOf(GatewayException.class);
  }

  @Test
  void successThatShowsAnOlderEqualRowAlone_isNoTraceOfThisOne() {
    ledger.refund(Money.krw(3_000));
    ledger.ignore = true;
    assertThatThrownBy(() -> cancel(part(3_000))).isInstanceOf(OutcomeUnknownException.class);

    ledger.untracedIsPending = true;
    assertThat(cancel(part(3_000))).isInstanceOf(Pending.class);
  }

  @Test
  void answerLost_anotherWasPendingBefore_isInDoubt() {
    ledger.rows.add(PaymentCancel.of(Money.krw(3_000), State.PENDING, "r", null));
    ledger.loseRequest = true;

    pendingOf(part(3_000));
  }

  @Test
  void answerLost_itsOwnIsPendingWhenHandedInAgain_isPending() {
    ledger.loseRequest = true;
    CancelRequest pending = pendingOf(part(3_000));

    ledger.rows.add(PaymentCancel.of(Money.krw(3_000), State.PENDING, "r", null));
    assertThat(cancel(pending)).isInstanceOf(Pending.class);
  }

  @Test
  void takenOnWithoutATrace_handedInAgain_isPending_andSentOnce() {
    ledger.ignore = true;
    ledger.untracedIsPending = true;
    CancelRequest request = part(3_000);

    assertThat(cancel(request)).isInstanceOf(Pending.class);
    assertThat(cancel(request)).isInstanceOf(Pending.class);
    assertThat(ledger.asked).hasSize(1);
  }

  @Test
  void done_andSomebodyElseRefundedBesides_handedInAgain_isAlreadyCancelled_andSentOnce() {
    CancelRequest request = part(3_000);
    assertThat(cancel(request)).isInstanceOf(Cancelled.class);
    ledger.refund(Money.krw(500));

    assertThat(cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.asked).hasSize(1);
  }

  @Test
  void inDoubt_executed_andSomebodyElseRefundedBesides_noRefusalDeniesIt() {
    ledger.loseAnswerAfterExecution = true;
    ledger.failLookupsAfterExecution = true;
    CancelRequest pending = pendingOf(part(3_000));
    ledger.failLookupsAfterExecution = false;
    ledger.refund(Money.krw(500));

    pendingOf(pending);
    assertThat(ledger.refunds).containsExactly(Money.krw(3_000), Money.krw(500));
  }

  @Test
  void doubtOutwaited_executedMeanwhile_isFound_andNotSentAgain() {
    CancelRequest request = part(3_000);
    ledger.loseRequest = true;
    assertThatThrownBy(() -> cancel(request)).isInstanceOf(OutcomeUnknownException.class);
    ledger.loseRequest = false;
    ledger.whileOutwaiting = () -> ledger.refund(Money.krw(3_000));

    assertThat(cancel(request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.asked).hasSize(1);
  }

  @Test
  void inDoubt_notExecuted_andSomebodyElseRefunded_isRefused() {
    ledger.loseRequest = true;
    CancelRequest pending = pendingOf(part(3_000));
    ledger.loseRequest = false;
    ledger.refund(Money.krw(500));

    assertThatThrownBy(() -> cancel(pending)).isInstanceOf(GatewayException.class);
  }

  @Test
  void successWithoutATrace_isPendingOrDoubt_asTheGatewayHasIt() {
    ledger.ignore = true;
    assertThatThrownBy(() -> cancel(part(3_000))).isInstanceOf(OutcomeUnknownException.class);

    ledger.untracedIsPending = true;
    assertThat(cancel(part(3_000))).isInstanceOf(Pending.class);
  }

  @Test
  void replayedAnswer_isAlreadyCancelled_asTheLookupShowsIt() {
    ledger.refund(Money.krw(10_000));
    ledger.replay = Replay.OF_AN_EARLIER_CALL;
    CancelRequest request = CancelRequest.full(ID, "r").expectedBalance(Money.krw(10_000)).build();

    assertThat(cancel(request)).isInstanceOf(AlreadyCancelled.class);
  }

  @Test
  void replayOfThisCallsOwnLostAnswer_isCancelledNow() {
    ledger.refund(Money.krw(3_000));
    ledger.replay = Replay.OF_THIS_CALL;
    CancelRequest request =
        CancelRequest.partial(ID, Money.krw(3_000), "r").expectedBalance(Money.krw(10_000)).build();

    assertThat(cancel(request))
        .isInstanceOfSatisfying(
            Cancelled.class, c -> assertThat(c.cancelledNow()).isEqualTo(Money.krw(3_000)));
  }

  @Test
  void replayedAnswer_givenUpSince_isARefusal() {
    ledger.rows.add(PaymentCancel.of(Money.krw(10_000), State.FAILED, "r", null));
    ledger.replay = Replay.OF_AN_EARLIER_CALL;
    CancelRequest request = CancelRequest.full(ID, "r").expectedBalance(Money.krw(10_000)).build();

    assertThatThrownBy(() -> cancel(request))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("given up");
  }

  @Test
  void givenUp_andSomebodyElseRefundedTheSame_staysARefusal() {
    ledger.rows.add(PaymentCancel.of(Money.krw(3_000), State.FAILED, "r", null));
    ledger.replay = Replay.OF_AN_EARLIER_CALL;
    CancelRequest request =
        CancelRequest.partial(ID, Money.krw(3_000), "r").expectedBalance(Money.krw(10_000)).build();
    assertThatThrownBy(() -> cancel(request)).isInstanceOf(GatewayException.class);
    ledger.refund(Money.krw(3_000));

    assertThatThrownBy(() -> cancel(request))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("given up");
    assertThat(ledger.asked).hasSize(1);
  }

  @Test
  void replayedAnswer_thatTheLookupDoesNotShow_isInDoubt() {
    ledger.replay = Replay.OF_AN_EARLIER_CALL;
    CancelRequest request = CancelRequest.full(ID, "r").expectedBalance(Money.krw(10_000)).build();

    assertThatThrownBy(() -> cancel(request)).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void closedAfterALostAnswer_theDoubtIsKept() {
    ledger.loseRequest = true;
    ledger.beforeExecute = () -> ledger.lookupFailure = new IllegalStateException("closed");

    assertThatThrownBy(() -> cancel(part(3_000)))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class, e -> assertThat(e.pendingCancel()).isPresent());
  }

  static Stream<RuntimeException> failuresOfALookup() {
    return Stream.of(
        transport(),
        new MalformedResponseException("odd", ErrorDetails.builder("testpay").build()),
        new AuthenticationException("who?", ErrorDetails.builder("testpay").build()),
        Ledger.refusal(404, "NOT_FOUND"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfALookup")
  void doubtHandedInAgain_lookupFails_theDoubtIsKept(RuntimeException failure) {
    ledger.loseAnswerAfterExecution = true;
    ledger.failLookupsAfterExecution = true;
    CancelRequest pending = pendingOf(part(3_000));

    ledger.lookupFailure = failure;
    CancelRequest stillPending = pendingOf(pending);

    ledger.lookupFailure = null;
    ledger.failLookupsAfterExecution = false;
    assertThat(cancel(stillPending)).isInstanceOf(AlreadyCancelled.class);
    assertThat(ledger.refunds).hasSize(1);
  }

  @Test
  void doubtUnderTheNextKey_handedInAgain_lookupFails_theDoubtIsKept() {
    ledger.uncertainRefusal = true;
    CancelRequest pending = pendingOf(part(3_000));

    ledger.lookupFailure = transport();
    pendingOf(pending);
  }

  @Test
  void doubtHandedInAgain_notReachedOrBusy_theDoubtIsKept() {
    ledger.loseRequest = true;
    CancelRequest pending = pendingOf(part(3_000));

    ledger.loseRequest = false;
    ledger.busy = true;
    pendingOf(pending);

    ledger.busy = false;
    ledger.unreachable = true;
    pendingOf(pending);
  }

  @Test
  void doubtHandedInAgain_refusedAndTheLookupFails_theDoubtIsKept() {
    ledger.loseRequest = true;
    CancelRequest pending = pendingOf(part(3_000));

    // The first request is executed after all, between the lookup and the second one.
    ledger.loseRequest = false;
    ledger.failLookupsAfterExecution = true;
    ledger.beforeExecute = () -> ledger.refund(Money.krw(3_000));
    pendingOf(pending);
    assertThat(ledger.refunds).hasSize(1);
  }

  @Test
  void doneAndHandedInAgain_lookupFails_isNotCalledUnexecuted() {
    CancelRequest request = part(3_000);
    cancel(request);

    ledger.lookupFailure = transport();
    pendingOf(request);
  }

  @Test
  void notReachedTwice_staysSurelyNotExecuted() {
    ledger.unreachable = true;
    CancelRequest request = part(3_000);

    assertThatThrownBy(() -> cancel(request)).isInstanceOf(TransportException.class);
    assertThatThrownBy(() -> cancel(request)).isInstanceOf(TransportException.class);
  }

  private CancelRequest pendingOf(CancelRequest request) {
    OutcomeUnknownException unknown =
        catchThrowableOfType(OutcomeUnknownException.class, () -> cancel(request));
    assertThat(unknown.isRetryable()).isFalse();
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(ID));
    return unknown.pendingCancel().orElseThrow();
  }

  private static TransportException transport() {
    return new TransportException("down", ErrorDetails.builder("testpay").build());
  }

  /** A gateway of 10,000 won with everything that may go wrong. */
  private static final class Ledger implements CancelSteps {
    final List<Money> asked = new ArrayList<>();
    final List<Money> refunds = new ArrayList<>();
    final List<PaymentCancel> rows = new ArrayList<>();
    Money balance = Money.krw(10_000);
    int lookups;
    boolean loseRequest;
    boolean loseAnswerAfterExecution;
    boolean failLookupsAfterExecution;
    boolean uncertainRefusal;
    boolean serverError;
    final List<String> keys = new ArrayList<>();
    boolean busy;
    boolean unreachable;
    boolean asynchronous;
    boolean takesBalanceAtOnce;
    boolean ignore;
    boolean untracedIsPending;
    Replay replay = Replay.NO;
    @Nullable RuntimeException lookupFailure;
    Runnable beforeExecute = () -> {};
    @Nullable Runnable whileOutwaiting;

    void refund(Money money) {
      refunds.add(money);
      balance = balance.minus(money);
      rows.add(PaymentCancel.of(money, State.DONE, "r", null));
    }

    private Payment payment() {
      Known known =
          balance.isZero()
              ? Known.CANCELLED
              : refunds.isEmpty() ? Known.PAID : Known.PARTIALLY_CANCELLED;
      return Payment.builder(
              terms(), ID, ORDER, Money.krw(10_000), new PaymentStatus(known, "word"))
          .balance(balance)
          .cancels(rows)
          .build();
    }

    @Override
    public boolean outwait(CancelRequest request, Deadline deadline) {
      if (whileOutwaiting == null) {
        return false;
      }
      whileOutwaiting.run();
      return true;
    }

    @Override
    public GatewayTerms terms() {
      return new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
    }

    @Override
    public Payment lookUp(PaymentId paymentId, Deadline deadline) {
      lookups++;
      if (lookupFailure != null) {
        throw lookupFailure;
      }
      if (failLookupsAfterExecution && !refunds.isEmpty()) {
        throw transport();
      }
      return payment();
    }

    @Override
    public Executed execute(
        CancelRequest request, Money expected, @Nullable Payment known, Deadline deadline) {
      asked.add(expected);
      keys.add(request.idempotencyKey());
      beforeExecute.run();
      if (serverError) {
        throw new OutcomeUnknownException(
            "down",
            ErrorDetails.builder("testpay").cause(refusal(500, "FAILED")).build(),
            PaymentLookup.byPaymentId(ID),
            null);
      }
      if (busy) {
        throw refusal(429, "BUSY");
      }
      if (unreachable) {
        throw transport();
      }
      if (uncertainRefusal) {
        throw refusal(400, "PROVIDER_ERROR");
      }
      if (loseRequest) {
        throw lost();
      }
      if (replay != Replay.NO) {
        return new Executed(payment(), replay, false);
      }
      if (!expected.equals(balance)) {
        throw refusal(400, "CHECKSUM");
      }
      Money amount = request.amount().orElse(balance);
      if (asynchronous) {
        rows.add(PaymentCancel.of(amount, State.PENDING, "r", null));
        balance = takesBalanceAtOnce ? balance.minus(amount) : balance;
      } else if (!ignore) {
        refund(amount);
      }
      if (loseAnswerAfterExecution) {
        throw lost();
      }
      return new Executed(payment(), Replay.NO, asynchronous);
    }

    private static GatewayException refusal(int status, String code) {
      return new GatewayException(
          "refused", ErrorDetails.builder("testpay").httpStatus(status).gatewayCode(code).build());
    }

    private static OutcomeUnknownException lost() {
      return new OutcomeUnknownException(
          "lost", ErrorDetails.builder("testpay").build(), PaymentLookup.byPaymentId(ID), null);
    }

    @Override
    public boolean isUncertain(GatewayException refusal) {
      return refusal.gatewayCode().orElse("").equals("PROVIDER_ERROR");
    }

    @Override
    public boolean pause(int attempt, Deadline deadline) {
      return attempt < 3;
    }

    @Override
    public boolean untracedIsPending() {
      return untracedIsPending;
    }
  }
}
