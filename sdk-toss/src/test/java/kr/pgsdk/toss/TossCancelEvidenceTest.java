package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose refund a payment shows: refused beside another's, or under way beside an older one. */
class TossCancelEvidenceTest {
  private static final String GET = "GET /v1/payments/pay_key_1";
  private static final String POST = "POST /v1/payments/pay_key_1/cancel";
  private static final String PART =
      "{\"cancelReason\":\"[b5c65e5f9f] returned\",\"cancelAmount\":5000,"
          + "\"refundableAmount\":15000}";
  private static final MockResponse UNTOUCHED = TossServer.ok(Pay.done());

  private TossServer toss;
  private TossGateway gateway;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    gateway = toss.gateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    toss.close();
  }

  private static CancelRequest.Builder part() {
    return CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned")
        .idempotencyKey("cancel-key-1");
  }

  private static CancelRequest.Builder full() {
    return CancelRequest.full(PAYMENT_KEY, "returned");
  }

  private Cancellation cancel(CancelRequest request, MockResponse... answers) {
    toss.serve(answers);
    return gateway.cancel(request);
  }

  private GatewayException refused(CancelRequest request, MockResponse... answers) {
    return catchThrowableOfType(GatewayException.class, () -> cancel(request, answers));
  }

  /** What arrived since the last asking: each request's line, and each body. */
  private List<String> arrived() {
    List<String> lines = new ArrayList<>();
    for (RecordedRequest request : toss.arrived()) {
      lines.add(TossServer.line(request));
      if (request.getMethod().equals("POST")) {
        lines.add(TossServer.body(request));
      }
    }
    return lines;
  }

  // --- refused, and the payment shows a refund of the amount

  @Test
  void refused_anothersRefundOfTheAmountIsDone_isTheRefusal() {
    GatewayException refusal =
        refused(
            part().build(),
            UNTOUCHED,
            TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT"),
            TossServer.ok(Pay.cancelled(5_000, "DONE", "other")));

    assertThat(refusal.gatewayCode()).hasValue("NOT_MATCHES_REFUNDABLE_AMOUNT");
    assertThat(arrived()).containsExactly(GET, POST, PART, GET);
  }

  @Test
  void refused_aRowCarriesItsOwnReference_isAlreadyCancelled() {
    Cancellation already =
        cancel(
            part().build(),
            UNTOUCHED,
            TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT"),
            TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(already).isInstanceOf(AlreadyCancelled.class);
    assertThat(arrived()).containsExactly(GET, POST, PART, GET);
  }

  @Test
  void allRefused_anothersRefundLeftNothing_isAlreadyCancelled() {
    Cancellation already =
        cancel(
            full().build(),
            UNTOUCHED,
            TossServer.error(400, "ALREADY_CANCELED_PAYMENT"),
            TossServer.ok(Pay.cancelled(15_000, "DONE", "other")));

    assertThat(already).isInstanceOf(AlreadyCancelled.class);
    assertThat(arrived())
        .containsExactly(
            GET, POST, "{\"cancelReason\":\"returned\",\"refundableAmount\":15000}", GET);
  }

  @Test
  void twoOfOneAmountAtOnce_oneIsDone_theOtherIsRefused() throws Exception {
    MockResponse done = TossServer.ok(Pay.cancelled(5_000, "DONE", "returned"));
    toss.serve(
        UNTOUCHED, UNTOUCHED, done, TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT"), done);
    letLookupsAndThenCancelsMeet();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Cancellation>> calls = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      CancelRequest own = CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned").build();
      calls.add(threads.submit(() -> gateway.cancel(own)));
    }

    List<Class<?>> outcomes = new ArrayList<>();
    for (Future<Cancellation> call : calls) {
      try {
        outcomes.add(call.get(100, TimeUnit.SECONDS).getClass());
      } catch (ExecutionException e) {
        outcomes.add(e.getCause().getClass());
      }
    }
    threads.shutdown();

    assertThat(outcomes).containsExactlyInAnyOrder(Cancelled.class, GatewayException.class);
    assertThat(toss.arrived())
        .extracting(TossServer::line)
        .containsExactly(GET, GET, POST, POST, GET);
  }

  /** Answers neither of two lookups before both have come, and neither of two cancels. */
  private void letLookupsAndThenCancelsMeet() {
    Dispatcher answers = toss.server.getDispatcher();
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger seen = new AtomicInteger();
    toss.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (seen.incrementAndGet() <= 4) {
              try {
                both.await(100, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }
            return answers.dispatch(request);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT_MATCHES_REFUNDABLE_AMOUNT",
        "ALREADY_REFUNDING_PAYMENT",
        "FORBIDDEN_CONSECUTIVE_REQUEST"
      })
  void refused_anothersRefundOfTheAmountIsUnderWay_isTheRefusal(String code) {
    GatewayException refusal =
        refused(
            part().build(),
            UNTOUCHED,
            TossServer.error(400, code),
            TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS", "other")));

    assertThat(refusal.gatewayCode()).hasValue(code);
    assertThat(arrived()).containsExactly(GET, POST, PART, GET);
  }

  // --- under way, beside an older refund of the amount

  /** The balance is lower already, and the last transaction is still the older one. */
  private static MockResponse beside(String status, String balance) {
    return TossServer.ok(
        Pay.cancelled(5_000, "DONE", "returned")
            .with("balanceAmount", balance)
            .with(
                "cancels",
                "["
                    + Pay.cancel("tx_1", 5_000, "DONE", "returned")
                    + ","
                    + Pay.cancel("tx_2", 5_000, status)
                    + "]"));
  }

  private void becomesPending(CancelRequest request) {
    MockResponse older = TossServer.ok(Pay.cancelled(5_000, "DONE", "returned"));

    assertThat(cancel(request, older, beside("IN_PROGRESS", "5000"))).isInstanceOf(Pending.class);
    assertThat(cancel(request, beside("IN_PROGRESS", "5000"))).isInstanceOf(Pending.class);
    assertThat(arrived())
        .containsExactly(GET, POST, PART.replace("Amount\":15000", "Amount\":10000"), GET);
  }

  @Test
  void underWay_anOlderFinishedRowHasTheAmount_isPending_thenDone() {
    CancelRequest request = part().build();
    becomesPending(request);

    Cancellation done = cancel(request, beside("DONE", "5000"));

    assertThat(done).isInstanceOf(AlreadyCancelled.class);
    assertThat(arrived()).containsExactly(GET);
  }

  @Test
  void underWay_anOlderFinishedRowHasTheAmount_isPending_thenGivenUp() {
    CancelRequest request = part().build();
    becomesPending(request);

    assertThat(refused(request, beside("ABORTED", "10000"))).hasMessageContaining("given up");
    assertThat(arrived()).containsExactly(GET);
  }

  /** Closing an account leaves no row: the old answer may well be that of this very request. */
  @Test
  void accountClosedByAnotherServer_underTheSameKey_isInDoubtWhileNoLookupShowsIt() {
    CancelRequest all =
        CancelRequest.full(PAYMENT_KEY, "not paid in time").idempotencyKey("cancel-key-1").build();
    Pay closed = Pay.waiting().with("status", "\"CANCELED\"").with("balanceAmount", "0");
    MockResponse replay = TossServer.ok(closed, "x-tosspayments-trace-id: new-1,old-1");
    MockResponse failed = TossServer.error(400, "INVALID_REQUEST");
    toss.serve(TossServer.ok(Pay.waiting()), replay, failed, failed);

    OutcomeUnknownException doubt =
        catchThrowableOfType(OutcomeUnknownException.class, () -> gateway.cancel(all));

    assertThat(doubt.pendingCancel()).contains(all);
    toss.serve(TossServer.ok(closed));
    assertThat(gateway.cancel(all)).isInstanceOf(AlreadyCancelled.class);
    assertThat(toss.arrived())
        .extracting(TossServer::line)
        .filteredOn(l -> l.startsWith("P"))
        .hasSize(1);
  }
}
