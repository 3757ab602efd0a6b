package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shop can store before a refund is written to a socket, and what that is good for. */
@Timeout(100)
class BeforeSendingTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final Money PART = Money.krw(5_000);

  private final OrderId order = OrderId.random();
  private final List<String> stored = new ArrayList<>();
  private Sandbox sandbox;
  private PaymentGateway gateway;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    gateway.close();
    sandbox.close();
  }

  private PaymentId paid(Shop at) {
    gateway = open(at);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    gateway.confirm(ConfirmRequest.builder(back.paymentId(), order, PRICE).build());
    return back.paymentId();
  }

  private PaymentGateway open(Shop at) {
    RetryPolicy quick = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5));
    return at.open(sandbox, HttpOptions.builder().retryPolicy(quick));
  }

  private CancelRequest.Builder part(PaymentId payment) {
    return CancelRequest.partial(payment, PART, "one item").beforeSending(stored::add);
  }

  private long posts(Shop at, PaymentId payment) {
    return at.server(sandbox).journal().entries().stream()
        .filter(e -> e.method().equals("POST") && e.path().startsWith(at.cancelPath(payment)))
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void itIsToldOnceACall_alsoIfTheRequestIsRepeated(Shop at) {
    PaymentId payment = paid(at);
    at.server(sandbox)
        .inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", at.cancelPath(payment)).times(1));
    try {
      gateway.cancel(part(payment).build());
    } catch (OutcomeUnknownException e) {
      assertThat(at).isEqualTo(Shop.IAMPORT); // never sent twice
    }
    assertThat(stored).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void itIsNotToldIfNothingIsSent(Shop at) {
    PaymentId payment = paid(at);
    CancelRequest request = part(payment).build();
    gateway.cancel(request);
    assertThat(gateway.cancel(request)).isInstanceOf(Cancellation.AlreadyCancelled.class);
    assertThat(stored).hasSize(1);
    assertThat(posts(at, payment)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whateverItThrows_nothingIsSent_andTheRequestIsAsBefore(Shop at) {
    PaymentId payment = paid(at);
    List<RuntimeException> failures =
        new ArrayList<>(List.of(new IllegalStateException("the database is down")));
    CancelRequest request =
        CancelRequest.partial(payment, PART, "one item")
            .beforeSending(
                text -> {
                  if (!failures.isEmpty()) {
                    throw failures.remove(0);
                  }
                })
            .build();
    assertThatThrownBy(() -> gateway.cancel(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the database is down");
    assertThat(posts(at, payment)).isZero();
    assertThat(gateway.cancel(request)).isInstanceOf(Cancellation.Cancelled.class);
    assertThat(posts(at, payment)).isEqualTo(1);
  }

  /** The process dies after the store has it: what was sent was executed, or wasn't. */
  @ParameterizedTest
  @EnumSource
  void anotherProcessGoesOnFromTheText_withoutASecondRefund(Shop at) {
    PaymentId payment = paid(at);
    at.server(sandbox)
        .inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", at.cancelPath(payment)).always());
    at.server(sandbox)
        .inject(
            Fault.of(FaultKind.CUT_AFTER_READ)
                .on("GET", at.findPath(payment))
                .when(entry -> posts(at, payment) > 0)
                .always());
    assertThatThrownBy(() -> gateway.cancel(part(payment).build()))
        .isInstanceOf(OutcomeUnknownException.class);
    at.server(sandbox).clearFaults();
    try (PaymentGateway other = open(at)) {
      CancelRequest resumed =
          CancelRequest.resume(stored.get(0), Duration.ofHours(1))
              .newBuilder()
              .beforeSending(stored::add)
              .build();
      assertThat(other.cancel(resumed)).isNotNull();
    }
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(PART);
    assertThat(stored.get(0)).contains("phase=IN_DOUBT").contains("pinned=");
  }
}
