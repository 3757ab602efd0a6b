package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.NoResponseException;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.toss.model.Pay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the time of a call is split, with a clock moved by hand. */
class TossTimeTest {
  private final Network network = new Network();
  private final TossGateway gateway =
      TossGateway.builder(TossSecretKey.of(TossServer.KEY))
          .environment(network.environment())
          .transport(network)
          .build();

  private static ConfirmRequest.Builder request() {
    return ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT);
  }

  @Test
  void silentConfirm_leavesFiveSecondsForTheLookup() {
    network.stall();
    network.answer(200, Pay.done());

    Confirmation confirmation = gateway.confirm(request().build());

    assertThat(confirmation).isInstanceOf(Confirmed.class);
    assertThat(network.allowed).containsExactly("POST confirm PT1M5S", "GET payment PT5S");
  }

  @Test
  void shortDeadline_leavesAQuarter() {
    network.stall();
    network.answer(200, Pay.done());

    gateway
        .with(CallOptions.builder().deadline(Duration.ofSeconds(4)).build())
        .confirm(request().build());

    assertThat(network.allowed).containsExactly("POST confirm PT3S", "GET payment PT1S");
  }

  @Test
  void silentCancel_leavesFiveSecondsForTheLookup() {
    network.answer(200, Pay.done());
    network.stall();
    network.answer(200, Pay.cancelled(5_000, "DONE"));

    assertThat(
            gateway.cancel(
                CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "r")
                    .idempotencyKey("cancel-key-1")
                    .build()))
        .isInstanceOf(Cancelled.class);
    assertThat(network.allowed)
        .containsExactly("GET payment PT1M10S", "POST cancel PT1M5S", "GET payment PT5S");
  }

  @Test
  void silentLookup_endsInDoubt_withinTheDeadline() {
    network.stall();
    network.stall();

    assertThatThrownBy(() -> gateway.confirm(request().build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(network.passed()).isEqualTo(Duration.ofSeconds(70));
  }

  @Test
  void nextAttempt_outOfTime_isInDoubt() {
    network.answer(400, "{\"code\":\"PROVIDER_ERROR\",\"message\":\"m\"}");
    network.answer(200, Pay.of("IN_PROGRESS"));
    network.pauseLength = Duration.ofSeconds(65);

    assertThatThrownBy(() -> gateway.confirm(request().build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(network.allowed).containsExactly("POST confirm PT1M5S", "GET payment PT1M10S");
  }

  @Test
  void refund_hasTheTimeTheConfirmLeft() {
    Pay wrong = Pay.done().with("totalAmount", "100").with("balanceAmount", "100");
    network.slow(Duration.ofSeconds(60), 200, wrong);
    network.answer(200, wrong);
    network.answer(403, "{\"code\":\"NOT_CANCELABLE_PAYMENT\",\"message\":\"m\"}");
    network.answer(200, wrong);

    NotConfirmed refused =
        (NotConfirmed) gateway.confirm(request().onMismatch(OnMismatch.CANCEL).build());

    assertThat(refused.refund()).hasValue(Refund.FAILED);
    assertThat(network.allowed)
        .containsExactly(
            "POST confirm PT1M5S", "GET payment PT10S", "POST cancel PT5S", "GET payment PT10S");
  }

  @Test
  void closedWhileInDoubt_theDoubtIsKept() {
    network.afterStall = gateway::close;
    network.stall();

    assertThatThrownBy(() -> gateway.confirm(request().build()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class, e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void closedWhileACancelIsInDoubt_theDoubtIsKept() {
    network.afterStall = gateway::close;
    network.answer(200, Pay.done());
    network.stall();

    assertThatThrownBy(
            () ->
                gateway.cancel(
                    CancelRequest.full(PAYMENT_KEY, "r").expectedBalance(AMOUNT).build()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class, e -> assertThat(e.pendingCancel()).isPresent());
  }

  /** Answers in turn, each in its own time; notes how long each request was allowed to take. */
  private static final class Network implements Transport {
    private interface Answer {
      HttpResponse give(Duration allowed) throws NoResponseException;
    }

    /** A second after the approval of {@link Pay#done}. */
    private static final String DATE = "Tue, 13 Feb 2024 03:18:15 GMT";

    final List<String> allowed = new ArrayList<>();
    Runnable afterStall = () -> {};
    Duration pauseLength = Duration.ZERO;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private long nanos;

    Environment environment() {
      return new Environment(
          Clock.fixed(Instant.parse("2024-02-13T03:18:20Z"), ZoneOffset.UTC),
          () -> nanos,
          (pause, closed) -> nanos += pauseLength.toNanos(),
          () -> 0L);
    }

    Duration passed() {
      return Duration.ofNanos(nanos);
    }

    void answer(int status, Object body) {
      slow(Duration.ZERO, status, body);
    }

    void slow(Duration time, int status, Object body) {
      answers.add(
          limit -> {
            nanos += time.toNanos();
            return HttpResponse.of(
                status,
                Map.of("Date", List.of(DATE)),
                body.toString().getBytes(StandardCharsets.UTF_8));
          });
    }

    void stall() {
      answers.add(
          limit -> {
            nanos += limit.toNanos();
            afterStall.run();
            throw new NoResponseException(true, 0, new SocketTimeoutException("timeout"));
          });
    }

    @Override
    public HttpResponse send(
        HttpRequest request,
        @Nullable String authorization,
        Map<String, String> headers,
        Duration timeout)
        throws NoResponseException {
      allowed.add(request + " " + timeout);
      return answers.remove().give(timeout);
    }

    @Override
    public void close() {}
  }
}
