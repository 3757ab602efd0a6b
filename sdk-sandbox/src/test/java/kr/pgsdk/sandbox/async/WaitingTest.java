package kr.pgsdk.sandbox.async;

import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The deadline of a call that waits, with nothing of its own on the wire, for somebody else. */
@Timeout(180)
class WaitingTest {
  private static final Duration DEADLINE = Duration.ofMillis(400);
  // Far beyond what is promised, and far below what is being waited for.
  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final CallOptions HURRIED = CallOptions.builder().deadline(DEADLINE).build();
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Sandbox sandbox = Sandbox.start();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    sandbox.close();
    other.shutdownNow();
  }

  private IamportGateway.Builder iamport() {
    return Gateways.iamport(sandbox);
  }

  private InjectedFault stalledToken() {
    return sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/users/getToken"));
  }

  private static void assertEndsAtItsDeadline(Runnable call) {
    assertThat(endsAtItsDeadline(TransportException.class, call).isRetryable()).isTrue();
  }

  private static <E extends Throwable> E endsAtItsDeadline(Class<E> type, Runnable call) {
    long start = System.nanoTime();
    E ended = catchThrowableOfType(type, call::run);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(ended).isNotNull();
    assertThat(took).isBetween(DEADLINE.minusMillis(100), AT_MOST);
    return ended;
  }

  @Test
  void waitingForAnothersToken() throws Exception {
    InjectedFault held = stalledToken();
    try (PaymentGateway gateway = iamport().build()) {
      Future<AuthToken> leader = other.submit(gateway::getToken);
      held.awaitHeld(1, LONG);

      assertEndsAtItsDeadline(
          () -> gateway.with(HURRIED).find(PaymentLookup.byPaymentId(PaymentId.of("imp_1"))));

      assertThat(sandbox.iamport().journal().count()).isEqualTo(1);
      held.release();
      assertThat(leader.get(100, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void waitingForATokenStore_thenForTheGateway() {
    stalledToken();
    CountDownLatch never = new CountDownLatch(1);
    TokenStore hanging =
        new TokenStore() {
          @Override
          public Optional<StoredToken> load() {
            while (never.getCount() > 0) {
              try {
                never.await();
              } catch (InterruptedException e) {
                // as a driver does that waits for its own timeout
              }
            }
            return Optional.empty();
          }

          @Override
          public void save(StoredToken token) {}
        };
    try (PaymentGateway gateway = iamport().tokenStore(hanging).build()) {
      assertEndsAtItsDeadline(
          () -> gateway.with(HURRIED).find(PaymentLookup.byPaymentId(PaymentId.of("imp_1"))));
    }
    never.countDown();
  }

  @Test
  void waitingForTheTurnAtACancelRequest() throws Exception {
    try (PaymentGateway gateway = Gateways.toss(sandbox).build()) {
      OrderId orderId = OrderId.of("order-1");
      Money price = Money.krw(15_000);
      PaymentId id = sandbox.buyer().onToss().authenticate(orderId, price).paymentId();
      Confirmation paid = gateway.confirm(ConfirmRequest.builder(id, orderId, price).build());
      CancelRequest request = CancelRequest.full(id, "changed mind").build();
      InjectedFault held =
          sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/v1/payments"));
      Future<Cancellation> first = other.submit(() -> gateway.cancel(request));
      held.awaitHeld(1, LONG);

      OutcomeUnknownException ended =
          endsAtItsDeadline(
              OutcomeUnknownException.class, () -> gateway.with(HURRIED).cancel(request));
      assertThat(ended.pendingCancel()).containsSame(request);

      held.release();
      assertThat(paid).isInstanceOf(Confirmation.Confirmed.class);
      assertThat(first.get(100, TimeUnit.SECONDS)).isInstanceOf(Cancellation.Cancelled.class);
      assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
    }
  }
}
