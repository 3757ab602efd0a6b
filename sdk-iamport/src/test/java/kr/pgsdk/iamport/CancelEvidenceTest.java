package kr.pgsdk.iamport;

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
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose refund a payment shows, and what a balance guards. */
class CancelEvidenceTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final String LOOKUP = "GET /payments/imp_123?include_sandbox=true";
  private static final String POST = "POST /payments/cancel";
  private static final String PART =
      "{\"imp_uid\":\"imp_123\",\"amount\":5000,\"checksum\":15000,"
          + "\"reason\":\"[b5c65e5f9f] why\"}";
  private static final MockResponse PAID = FakeIamport.ok(PaymentBody.paid());
  private static final MockResponse REFUSED = FakeIamport.refusal(200, 1, "환불가능금액이 일치하지 않습니다.");

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private static CancelRequest.Builder part() {
    return CancelRequest.partial(PAYMENT, Money.krw(5_000), "why").idempotencyKey("cancel-key-1");
  }

  private static CancelRequest.Builder full() {
    return CancelRequest.full(PAYMENT, "why");
  }

  private GatewayException refused(CancelRequest request) {
    return catchThrowableOfType(GatewayException.class, () -> gateway.cancel(request));
  }

  private void assertSent(String body) {
    assertThat(iamport.arrived()).containsExactly(LOOKUP, POST, LOOKUP);
    assertThat(FakeIamport.body(iamport.request(1))).isEqualTo(body);
  }

  // --- refused, and the payment shows a refund of the amount

  /** A row without a reason could be anybody's; what was refused was not executed all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "\"[0a1b2c3d4e] why\"", "\"why\"", "null", "\"취소요청api\""})
  void refused_aRefundOfTheAmountIsDone_isTheRefusal(String reason) {
    iamport.serve(PAID, REFUSED, FakeIamport.ok(PaymentBody.cancelled(reason, 5_000)));

    assertThat(refused(part().build()).gatewayMessage()).hasValue("환불가능금액이 일치하지 않습니다.");
    assertSent(PART);
  }

  @Test
  void refused_aRowCarriesItsOwnReference_isAlreadyCancelled() {
    iamport.serve(PAID, REFUSED, FakeIamport.ok(PaymentBody.cancelled(5_000)));

    assertThat(gateway.cancel(part().build())).isInstanceOf(AlreadyCancelled.class);
    assertSent(PART);
  }

  @Test
  void allRefused_anothersRefundLeftNothing_isAlreadyCancelled() {
    iamport.serve(PAID, REFUSED, FakeIamport.ok(PaymentBody.cancelled("\"other\"", 15_000)));

    assertThat(gateway.cancel(full().build())).isInstanceOf(AlreadyCancelled.class);
    assertSent("{\"imp_uid\":\"imp_123\",\"checksum\":15000,\"reason\":\"why\"}");
  }

  @Test
  void twoOfOneAmountAtOnce_oneIsDone_theOtherIsRefused() throws Exception {
    MockResponse done = FakeIamport.ok(PaymentBody.cancelled("null", 5_000));
    iamport.serve(PAID, PAID, done, REFUSED, done);
    letLookupsAndThenCancelsMeet();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Cancellation>> calls = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      CancelRequest own = CancelRequest.partial(PAYMENT, Money.krw(5_000), "why").build();
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
    assertThat(iamport.arrived()).containsExactly(LOOKUP, LOOKUP, POST, POST, LOOKUP);
  }

  /** Answers neither of two lookups before both have come, and neither of two cancels. */
  private void letLookupsAndThenCancelsMeet() {
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger seen = new AtomicInteger();
    iamport.onRequest(
        () -> {
          if (seen.incrementAndGet() <= 4) {
            try {
              both.await(100, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        });
  }

  /** Iamport shows no row of a refund that its payment company makes later. */
  @Test
  void refused_anothersRefundMayBeUnderWayAtACompanyThatRefundsLater_isTheRefusal() {
    MockResponse later = FakeIamport.ok(PaymentBody.paid().with("pg_provider", "\"paypal_v2\""));
    iamport.serve(later, REFUSED, later);

    assertThat(refused(part().build()).gatewayMessage()).hasValue("환불가능금액이 일치하지 않습니다.");
    assertSent(PART);
  }

  // --- the expected balance

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void expectedBalanceOfZeroOnAPaidPayment_sendsNothing(boolean callersKey) {
    iamport.serve(PAID);
    CancelRequest.Builder request = full().expectedBalance(Money.krw(0));
    if (callersKey) {
      request.idempotencyKey("cancel-key-1");
    }

    assertThat(refused(request.build())).hasMessageContaining("15000 KRW can still be cancelled");
    assertThat(iamport.arrived()).containsExactly(LOOKUP);
  }

  /** What is revoked is the account alone: Iamport revokes none that was paid into. */
  @Test
  void depositBetweenLookAndCancel_revokeIsRefused_andNoRefundIsSent() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.refusal(400, -1, "not ready"),
        FakeIamport.ok(
            PaymentBody.waiting().with("status", "\"paid\"").with("paid_at", "1700000060")));

    assertThat(refused(full().expectedBalance(Money.krw(0)).build()).gatewayMessage())
        .hasValue("not ready");
    assertThat(iamport.arrived()).containsExactly(LOOKUP, "DELETE /vbanks/imp_123", LOOKUP);
  }

  // --- currencies

  private void serveDollars() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.paid().with("currency", "\"USD\"").with("amount", "100.50")));
  }

  @Test
  void wonOfADollarPayment_sendsNothing() {
    serveDollars();
    CancelRequest won = CancelRequest.partial(PAYMENT, Money.krw(50), "why").build();

    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> gateway.cancel(won)))
        .hasMessageContaining("the payment is in USD, the cancel in KRW");
    assertThat(iamport.arrived()).containsExactly(LOOKUP);
  }

  @ParameterizedTest
  @ValueSource(longs = {50, 0})
  void expectedBalanceInWonOfADollarPayment_sendsNothing(long balance) {
    serveDollars();
    CancelRequest won = full().expectedBalance(Money.krw(balance)).build();

    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> gateway.cancel(won)))
        .hasMessageContaining("the payment is in USD, the cancel in KRW");
    assertThat(iamport.arrived()).containsExactly(LOOKUP);
  }
}
