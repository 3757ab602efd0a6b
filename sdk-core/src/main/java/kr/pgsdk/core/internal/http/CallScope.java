package kr.pgsdk.core.internal.http;

import java.time.Duration;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/** A call under way, on the one thread that makes it. */
final class CallScope {
  final Observer observer;
  final String name;
  final long started;
  int attempts;

  /** Whether the listener is being told of it: what that sends is no part of the call. */
  boolean inListener;

  private final @Nullable OrderId orderId;
  private final @Nullable PaymentId paymentId;
  private @Nullable String @Nullable [] outerLogContext;

  CallScope(
      Observer observer,
      String name,
      @Nullable OrderId orderId,
      @Nullable PaymentId paymentId,
      long started) {
    this.observer = observer;
    this.name = name;
    this.orderId = orderId;
    this.paymentId = paymentId;
    this.started = started;
  }

  void enterLogContext() {
    @Nullable String[] values = {
      observer.gateway(),
      name,
      orderId == null ? null : orderId.value(),
      paymentId == null ? null : paymentId.value()
    };
    if (LogContext.swap(values)) {
      outerLogContext = values;
    }
  }

  void leaveLogContext() {
    @Nullable String[] outer = outerLogContext;
    if (outer != null) {
      LogContext.swap(outer);
    }
  }

  /** The one line a call has in the log. */
  String line(String outcome, Duration duration) {
    return observer.gateway()
        + " "
        + name
        + (orderId == null ? "" : ", order " + orderId)
        + (paymentId == null ? "" : ", payment " + paymentId)
        + ": "
        + outcome
        + ", "
        + attempts
        + (attempts == 1 ? " attempt, " : " attempts, ")
        + duration.toMillis()
        + " ms";
  }
}
