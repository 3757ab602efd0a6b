package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Deadlines;
import kr.pgsdk.core.internal.time.Environment;

/** Cancels through the flow on a clock that only the test moves. */
final class CancelCalls {
  /** A call's deadline of 30 s leaves a sending 25 s. */
  static final Duration WORK_IS_OVER = Duration.ofSeconds(25).plus(CancelSteps.LONGEST_WORK);

  final FakeCancelSteps gateway;
  private final CancelFlow flow;
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // it may wrap
  private Instant time = FakeCancelSteps.NOON;
  private final Environment environment =
      new Environment(new TestClock(), now::get, (pause, closed) -> {}, () -> 0L);

  CancelCalls(Like like) {
    this.gateway = new FakeCancelSteps(like);
    this.flow = new CancelFlow(gateway, new ClaimedRows());
  }

  static CancelRequest part(long won) {
    return partOf(won).build();
  }

  static CancelRequest.Builder partOf(long won) {
    return CancelRequest.partial(FakeCancelSteps.ID, Money.krw(won), "r");
  }

  static CancelRequest all() {
    return allOf().build();
  }

  static CancelRequest.Builder allOf() {
    return CancelRequest.full(FakeCancelSteps.ID, "r");
  }

  /** The reason as a part of this request is sent. */
  static String marked(CancelRequest request) {
    return Reference.inFrontOf(request.reason(), Reference.of(request, true));
  }

  void pass(Duration passed) {
    now.addAndGet(passed.toNanos());
    time = time.plus(passed);
  }

  private final class TestClock extends Clock {
    @Override
    public Instant instant() {
      return time;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the time of day has no zone here");
    }
  }

  Deadline deadline() {
    return Deadlines.in(Duration.ofSeconds(30), environment);
  }

  Cancellation cancel(CancelRequest request) {
    return flow.cancel(request, this::deadline);
  }

  /** Cancels in another process, which has seen nothing of what this one did. */
  Cancellation elsewhere(CancelRequest request) {
    return new CancelFlow(gateway, new ClaimedRows()).cancel(request, this::deadline);
  }

  Cancelled cancelled(CancelRequest request) {
    return as(Cancelled.class, cancel(request));
  }

  Pending pending(CancelRequest request) {
    return as(Pending.class, cancel(request));
  }

  AlreadyCancelled already(CancelRequest request) {
    return as(AlreadyCancelled.class, cancel(request));
  }

  private static <T> T as(Class<T> type, Cancellation cancellation) {
    assertThat(cancellation).isInstanceOf(type);
    return type.cast(cancellation);
  }

  /** Cancels, and expects a doubt about this very request. */
  OutcomeUnknownException doubt(CancelRequest request) {
    Throwable thrown = catchThrowable(() -> cancel(request));
    assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
    OutcomeUnknownException unknown = (OutcomeUnknownException) thrown;
    assertThat(unknown.isRetryable()).isFalse();
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(FakeCancelSteps.ID));
    assertThat(unknown.pendingCancel()).containsSame(request);
    return unknown;
  }

  /** Cancels, and expects to be told that it was not executed. */
  GatewayException refusal(CancelRequest request) {
    Throwable thrown = catchThrowable(() -> cancel(request));
    assertThat(thrown).isInstanceOf(GatewayException.class);
    return (GatewayException) thrown;
  }
}
