package kr.pgsdk.sandbox.async;

import static kr.pgsdk.sandbox.FaultKind.STALL_AFTER_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The verbs as futures, over executors as callers have them. */
@Timeout(100)
class AsyncGatewayTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final Duration LONG = Duration.ofSeconds(100);

  private final Sandbox sandbox = Sandbox.start();
  private final PaymentGateway toss = Gateways.toss(sandbox).build();
  private final PaymentGateway iamport = Gateways.iamport(sandbox).build();
  private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
  private final AsyncPaymentGateway async = AsyncPaymentGateway.of(toss, oneThread);

  @AfterEach
  void close() {
    async.close();
    iamport.close();
    oneThread.shutdownNow();
    sandbox.close();
  }

  private ConfirmRequest authenticated() {
    OrderId orderId = OrderId.random();
    PaymentId paymentId = sandbox.buyer().onToss().authenticate(orderId, PRICE).paymentId();
    return ConfirmRequest.builder(paymentId, orderId, PRICE).build();
  }

  private static Throwable failure(CompletableFuture<?> future) throws Exception {
    try {
      throw new AssertionError("returned " + future.get(100, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private int tossRequests() {
    return sandbox.toss().journal().count();
  }

  private InjectedFault stall() {
    return sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/v1/payments"));
  }

  @Test
  void aPaymentsLife_onAPoolOfOne() {
    ConfirmRequest request = authenticated();
    CancelRequest cancel = CancelRequest.full(request.paymentId(), "changed mind").build();

    assertThat(async.getToken().join().scheme()).isEqualTo("Basic");
    assertThat(async.prepare(PrepareRequest.builder(request.orderId(), PRICE).build()).join())
        .isInstanceOf(Preparation.ClientSideOnly.class);
    assertThat(async.confirm(request).join()).isInstanceOf(Confirmed.class);
    assertThat(async.find(PaymentLookup.byOrderId(request.orderId())).join()).isPresent();
    assertThat(async.cancel(cancel).join()).isInstanceOf(Cancellation.Cancelled.class);
  }

  @Test
  void poolOfOne_callsForOneTokenAndOneRequest_allEnd_asOneFetchAndOneRefund() throws Exception {
    AsyncPaymentGateway async = AsyncPaymentGateway.of(iamport, oneThread);
    PaymentId paid = sandbox.buyer().onIamport().pay(OrderId.random(), PRICE).paymentId();
    CancelRequest request = CancelRequest.partial(paid, Money.krw(1_000), "one item").build();
    List<AsyncCall<Cancellation>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(async.cancel(request));
    }

    for (AsyncCall<Cancellation> call : calls) {
      call.get(100, TimeUnit.SECONDS);
    }

    assertThat(sandbox.iamport().ledger(paid).refunds()).isEqualTo(1);
    assertThat(sandbox.iamport().journal().entries())
        .extracting(JournalEntry::path)
        .filteredOn("/users/getToken"::equals)
        .hasSize(1);
  }

  @Test
  void cancelledWhileQueued_nothingIsSent() throws Exception {
    InjectedFault held = stall();
    AsyncCall<?> first = async.confirm(authenticated());
    held.awaitHeld(1, LONG);
    ConfirmRequest request = authenticated();
    AsyncCall<?> queued = async.confirm(request);

    queued.cancel(true);

    assertThat(failure(queued.outcome())).isInstanceOf(TransportException.class);
    held.release();
    first.get(100, TimeUnit.SECONDS);
    assertThat(async.getToken().get(100, TimeUnit.SECONDS)).isNotNull(); // it is past the queue
    assertThat(tossRequests()).isEqualTo(1);
    assertThat(sandbox.toss().ledger(request.paymentId()).captures()).isZero();
  }

  @Test
  void deadlineOverInTheQueue_nothingIsSent() throws Exception {
    stall();
    AsyncCall<?> first =
        async
            .with(CallOptions.builder().deadline(Duration.ofMillis(600)).build())
            .confirm(authenticated());
    ConfirmRequest request = authenticated();
    AsyncCall<?> queued =
        async.with(CallOptions.builder().deadline(Duration.ofMillis(200)).build()).confirm(request);

    assertThat(failure(first)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(failure(queued))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("deadline");
    assertThat(sandbox.toss().journal().entries())
        .filteredOn(entry -> entry.body().contains(request.paymentId().value()))
        .isEmpty();
  }

  @Test
  void cancelledConfirmThatWasExecuted_theDoubtIsInTheOutcome_andConfirmingAgainCapturesOnce()
      throws Exception {
    InjectedFault held =
        sandbox.toss().inject(Fault.of(STALL_AFTER_EXECUTION).on("POST", "/v1/payments"));
    ConfirmRequest request = authenticated();
    AsyncCall<?> call = async.confirm(request);
    held.awaitHeld(1, LONG);

    call.cancel(true);

    assertThat(call).isCancelled();
    assertThat(failure(call.outcome()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> assertThat(e.lookup()).isEqualTo(PaymentLookup.byPaymentId(request.paymentId())));
    held.release();
    assertThat(async.confirm(request).get(100, TimeUnit.SECONDS)).isInstanceOf(Confirmed.class);
    assertThat(sandbox.toss().ledger(request.paymentId()).captures()).isEqualTo(1);
  }

  @Test
  void cancelledRefundThatWasExecuted_handedInAgain_isOneRefund() throws Exception {
    AsyncPaymentGateway async = AsyncPaymentGateway.of(iamport, oneThread);
    PaymentId paid = sandbox.buyer().onIamport().pay(OrderId.random(), PRICE).paymentId();
    CancelRequest request = CancelRequest.partial(paid, Money.krw(1_000), "one item").build();
    InjectedFault held =
        sandbox.iamport().inject(Fault.of(STALL_AFTER_EXECUTION).on("POST", "/payments/cancel"));
    AsyncCall<?> call = async.cancel(request);
    held.awaitHeld(1, LONG);

    call.cancel(true);

    assertThat(failure(call.outcome()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasStackTraceContaining("the caller ended the call");
    held.release();
    async.cancel(request).get(100, TimeUnit.SECONDS);
    assertThat(sandbox.iamport().ledger(paid).refunds()).isEqualTo(1);
  }

  @Test
  void leaderOfATokenFetchCancelled_whoWaitsForItTakesOver() throws Exception {
    AtomicReference<Thread> last = new AtomicReference<>();
    AsyncPaymentGateway async =
        AsyncPaymentGateway.of(
            iamport,
            task -> {
              Thread thread = new Thread(task);
              last.set(thread);
              thread.start();
            });
    PaymentId paid = sandbox.buyer().onIamport().pay(OrderId.random(), PRICE).paymentId();
    InjectedFault held =
        sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/users/getToken"));
    AsyncCall<?> leader = async.getToken();
    held.awaitHeld(1, LONG);
    AsyncCall<Optional<Payment>> waiting = async.find(PaymentLookup.byPaymentId(paid));
    long giveUp = System.nanoTime() + LONG.toNanos();
    while (last.get().getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime() - giveUp).isNegative();
      Thread.yield();
    }

    leader.cancel(true);

    assertThat(waiting.get(100, TimeUnit.SECONDS)).isPresent();
    assertThat(failure(leader.outcome())).isInstanceOf(TransportException.class);
  }

  @Test
  void cancelledAtAnyMoment_theOutcomeIsTrueToTheLedger() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      ConfirmRequest request = authenticated();
      AsyncCall<?> call = async.confirm(request);
      long cancelAt =
          System.nanoTime() + random.nextLong(2_000_000); // as long as most of them take
      while (System.nanoTime() - cancelAt < 0) {
        Thread.onSpinWait();
      }
      call.cancel(true);

      Object end =
          call.outcome()
              .<Object>handle((value, failure) -> failure != null ? failure : value)
              .get(100, TimeUnit.SECONDS);
      boolean arrived =
          sandbox.toss().journal().entries().stream()
              .anyMatch(entry -> entry.body().contains(request.paymentId().value()));

      assertThat(end)
          .as("payment %d, seed %d", i, seed)
          .isInstanceOfAny(
              TransportException.class, OutcomeUnknownException.class, Confirmed.class);
      assertThat(end instanceof TransportException && arrived)
          .as("called unsent, and sent all the same; payment %d, seed %d", i, seed)
          .isFalse();
      assertThat(async.confirm(request).get(100, TimeUnit.SECONDS))
          .as("payment %d, seed %d", i, seed)
          .isInstanceOf(Confirmed.class);
      assertThat(sandbox.toss().ledger(request.paymentId()).captures())
          .as("payment %d, seed %d", i, seed)
          .isEqualTo(1);
    }
  }

  @Test
  void timedOutByItsCaller_theCallEnds() throws Exception {
    stall();
    AsyncCall<?> call = async.confirm(authenticated());

    CompletableFuture<?> limited = call.orTimeout(200, TimeUnit.MILLISECONDS);

    assertThat(failure(limited)).isInstanceOf(TimeoutException.class);
    assertThat(failure(call.outcome())).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void derivedFutureCancelled_theCallGoesOn() throws Exception {
    InjectedFault held = stall();
    AsyncCall<?> call = async.confirm(authenticated());
    CompletableFuture<?> derived = call.thenApply(outcome -> outcome);
    held.awaitHeld(1, LONG);

    derived.cancel(true);
    held.release();

    assertThat(call.get(100, TimeUnit.SECONDS)).isInstanceOf(Confirmed.class);
  }

  @Test
  void dependentOfACancelledCall_mayUseTheGatewayOnItsThread() throws Exception {
    InjectedFault held = stall();
    ConfirmRequest request = authenticated();
    AsyncCall<?> call = async.confirm(request);
    CompletableFuture<Boolean> lookedUp =
        call.outcome()
            .handle(
                (value, failure) ->
                    toss.find(PaymentLookup.byOrderId(request.orderId())).isPresent());
    held.awaitHeld(1, LONG);

    call.cancel(true);

    assertThat(lookedUp.get(100, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void executorShutDown_theFutureFails_andNothingIsSent() throws Exception {
    oneThread.shutdown();

    assertThat(failure(async.confirm(authenticated())))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(tossRequests()).isZero();
  }

  @Test
  void closed_callsUnderWayAndQueuedOnesEnd_andTheExecutorStays() throws Exception {
    InjectedFault held = stall();
    AsyncCall<?> first = async.confirm(authenticated());
    held.awaitHeld(1, LONG);
    CountDownLatch laterTask = new CountDownLatch(1);
    AsyncCall<?> queued = async.confirm(authenticated());
    // As ExecutorService.shutdownNow() does: what is queued is never run.
    List<AsyncCall<?>> dropped = new ArrayList<>();
    AsyncPaymentGateway forgetful = AsyncPaymentGateway.of(toss, task -> {});
    dropped.add(forgetful.confirm(authenticated()));

    async.close();
    forgetful.close();

    assertThat(failure(first)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(failure(queued)).isInstanceOf(TransportException.class);
    assertThat(failure(dropped.get(0))).isInstanceOf(TransportException.class);
    assertThat(tossRequests()).isEqualTo(1);
    oneThread.execute(laterTask::countDown);
    assertThat(laterTask.await(100, TimeUnit.SECONDS)).isTrue();
    assertThat(failure(async.getToken())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closed_aDependentOfAQueuedCallThatBlocks_keepsNothingFromClosing() throws Exception {
    InjectedFault held = stall();
    AsyncCall<?> first = async.confirm(authenticated());
    held.awaitHeld(1, LONG);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Boolean> dependent =
        async
            .confirm(authenticated())
            .handle(
                (value, failure) -> {
                  try {
                    return release.await(60, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    throw new CompletionException(e);
                  }
                });
    Thread closing = new Thread(async::close);

    closing.start();
    try {
      assertThat(failure(first)).isInstanceOf(OutcomeUnknownException.class);
      assertThat(failure(async.getToken())).isInstanceOf(IllegalStateException.class);
    } finally {
      release.countDown();
    }
    assertThat(dependent.get(100, TimeUnit.SECONDS)).isTrue();
    closing.join(100_000);
    assertThat(tossRequests()).isEqualTo(1);
  }

  /** A refund that was executed, unknown to its caller. */
  private CancelRequest inDoubt() throws Exception {
    ConfirmRequest paid = authenticated();
    async.confirm(paid).get(100, TimeUnit.SECONDS);
    InjectedFault held =
        sandbox.toss().inject(Fault.of(STALL_AFTER_EXECUTION).on("POST", "/v1/payments"));
    AsyncCall<?> call = async.cancel(CancelRequest.full(paid.paymentId(), "changed mind").build());
    held.awaitHeld(1, LONG);
    call.cancel(true);
    OutcomeUnknownException doubt = (OutcomeUnknownException) failure(call.outcome());
    held.release();
    return doubt.pendingCancel().orElseThrow();
  }

  private static void assertInDoubt(CompletableFuture<?> future, CancelRequest request)
      throws Exception {
    assertThat(failure(future))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> {
              assertThat(e.pendingCancel()).containsSame(request);
              assertThat(e.isRetryable()).isFalse();
              assertThat(e).hasCauseInstanceOf(TransportException.class);
            });
  }

  @Test
  void cancelInDoubt_thatIsNotEvenSent_staysInDoubt() throws Exception {
    CancelRequest request = inDoubt();
    AsyncPaymentGateway refused =
        AsyncPaymentGateway.of(
            toss,
            task -> {
              throw new RejectedExecutionException("full");
            });
    AsyncPaymentGateway forgetful = AsyncPaymentGateway.of(toss, task -> {});

    assertInDoubt(refused.cancel(request), request);
    AsyncCall<?> givenUp = forgetful.cancel(request);
    givenUp.cancel(true);
    assertInDoubt(givenUp.outcome(), request);
    AsyncCall<?> closedBefore = forgetful.cancel(request);
    forgetful.close();
    assertInDoubt(closedBefore, request);
  }

  @Test
  void callersMistake_failsTheFuture_beforeAnythingIsSent() throws Exception {
    AsyncCall<?> call = async.prepare(PrepareRequest.builder(OrderId.of("!"), PRICE).build());

    assertThat(failure(call)).isInstanceOf(IllegalArgumentException.class);
    assertThat(call.handle((value, failure) -> failure instanceof CompletionException).join())
        .as("dependents of the call itself get the exception bare")
        .isFalse();
    assertThat(tossRequests()).isZero();
  }

  @Test
  void callOptions_travelWithTheirCallsAlone() {
    ConfirmRequest request = authenticated();
    PaymentLookup lookup = PaymentLookup.byOrderId(request.orderId());
    AsyncPaymentGateway traced =
        async.with(CallOptions.builder().header("X-Request-Id", "r-1").build());

    traced.find(lookup).join();
    assertThat(sandbox.toss().journal().last().header("X-Request-Id")).hasValue("r-1");
    async.find(lookup).join();
    assertThat(sandbox.toss().journal().last().header("X-Request-Id")).isEmpty();
  }
}
