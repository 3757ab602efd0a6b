package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Causes;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;

/** What a caller is told when a request has no usable response. */
final class SendErrors {
  private static final String HARMLESS = " This request moved no money; you may call again.";

  private final Observer observer;
  private final String gateway;
  private final Redaction redaction;
  private final Clock clock;
  private final CountDownLatch closed;

  SendErrors(Observer observer, Clock clock, CountDownLatch closed) {
    this.observer = observer;
    this.gateway = observer.gateway();
    this.redaction = observer.redaction();
    this.clock = clock;
    this.closed = closed;
  }

  PaymentException malformed(HttpRequest request, HttpResponse response, JsonProblem problem) {
    int status = response.status();
    return Errors.make()
        .malformed(
            gateway
                + " "
                + request
                + ": can't read the response (HTTP "
                + status
                + "): "
                + problem.getMessage()
                + ". "
                + OddResponse.advice(response, redaction)
                + ".",
            ErrorDetails.builder(gateway)
                .httpStatus(status)
                .traceId(observer.traceId(request, response))
                .retryable(RetryRules.isRetryable(status))
                .retryAfter(response.retryAfter(clock.instant()))
                .cause(problem)
                .build());
  }

  PaymentException noResponse(HttpRequest request, NoResponseException e) {
    // It may end as the cause of a doubt, and must not deny it.
    boolean harmless = request.retryMode() == RetryMode.SAFE || !e.sent();
    Throwable cause = Causes.shown(e.getCause(), redaction, request.hidden());
    // Within a call it is sent again all the same: one of many servers may be set up wrongly.
    ConnectionFault fault = e.sent() ? null : ConnectionFault.of(e.getCause()).orElse(null);
    boolean retryable = fault == null || fault.retryable();
    ErrorDetails.Builder details = ErrorDetails.builder(gateway).retryable(retryable).cause(cause);
    return Errors.make()
        .transport(
            gateway
                + " "
                + request
                + (e.sent() ? ": no whole response (" : ": not reached (")
                + reason(cause)
                + ")"
                + (fault == null ? "" : ": " + fault.advice())
                + "."
                + (!harmless ? "" : retryable ? HARMLESS : " This request moved no money."),
            e.status() == 0 ? details.build() : details.httpStatus(e.status()).build());
  }

  /**
   * A page broke off in the middle.
   *
   * @param rows how many rows of the whole list were handed on before
   */
  PaymentException brokeOff(HttpRequest request, int status, @Nullable Throwable e, long rows) {
    Throwable cause = e == null ? null : Causes.shown(e, redaction, request.hidden());
    return Errors.make()
        .transport(
            gateway
                + " "
                + request
                + ": the list broke off after "
                + rows(rows)
                + " ("
                + reason(cause)
                + ")."
                + HARMLESS,
            ErrorDetails.builder(gateway).httpStatus(status).retryable(true).cause(cause).build());
  }

  /** The rest of a list was asked for, and didn't come. */
  PaymentException brokeOff(TransportException e, long rows) {
    return Errors.make()
        .transport(
            e.getMessage() + " The list broke off after " + rows(rows) + ".",
            ErrorDetails.after(e).build());
  }

  private static String rows(long rows) {
    return rows + (rows == 1 ? " row" : " rows");
  }

  private String reason(@Nullable Throwable cause) {
    if (closed.getCount() == 0) {
      return "the gateway object was closed";
    }
    if (RunningCall.isEnded()) {
      return "the caller ended the call";
    }
    if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return "the thread was interrupted";
    }
    if (cause == null) {
      return "unknown";
    }
    String name = cause.getClass().getSimpleName();
    String message = cause instanceof IOException ? cause.getMessage() : null;
    return message == null ? name : name + ": " + message;
  }

  /** The deadline passed before the first attempt. */
  PaymentException outOfTime(HttpRequest request) {
    return Errors.make()
        .transport(
            gateway + " " + request + " was not sent: the deadline had passed. You may call again.",
            ErrorDetails.builder(gateway).retryable(true).build());
  }

  /** How a call ends whose last attempt failed. */
  PaymentException ofCall(HttpRequest request, PaymentException last, boolean mayBeDone) {
    if (request.retryMode() == RetryMode.SAFE) {
      return last;
    }
    if (mayBeDone) {
      return Errors.make()
          .outcomeUnknown(
              gateway
                  + " "
                  + request
                  + " may have been executed: its response is lost or can't be read. Look "
                  + request.subject()
                  + " up before anything else.",
              ErrorDetails.after(last).retryable(false).build(),
              request.about(),
              null);
    }
    if (last instanceof MalformedResponseException) {
      return Errors.make()
          .transport(
              gateway
                  + " "
                  + request
                  + " was not sent: the response to the token request can't be read. "
                  + last.getMessage(),
              ErrorDetails.after(last).retryable(true).build());
    }
    return last;
  }
}
