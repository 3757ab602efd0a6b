package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Why a command failed.
 *
 * @param type what kind of failure it is
 * @param message what happened, in one line
 * @param cause the SDK's exception, if there was one
 * @param lookUp the payment to look up, if it is unknown whether money moved
 * @param resume the text of a refund that can be continued
 * @param advice what to do next, for people; an indented line is a command
 */
record Failure(
    Type type,
    String message,
    @Nullable PaymentException cause,
    @Nullable PaymentLookup lookUp,
    @Nullable RefundText resume,
    List<String> advice)
    implements Report {
  /** The kinds of failure. */
  enum Type {
    USAGE(ExitCode.USAGE),
    GATEWAY(ExitCode.REFUSED),
    AUTHENTICATION(ExitCode.AUTHENTICATION),
    TRANSPORT(ExitCode.NOT_EXECUTED),
    DATABASE(ExitCode.NOT_EXECUTED),
    OUTCOME_UNKNOWN(ExitCode.OUTCOME_UNKNOWN),
    MALFORMED_RESPONSE(ExitCode.UNREADABLE);

    private final int exitCode;

    Type(int exitCode) {
      this.exitCode = exitCode;
    }

    static Type of(PaymentException exception) {
      if (exception instanceof AuthenticationException) {
        return AUTHENTICATION;
      }
      if (exception instanceof TransportException) {
        return TRANSPORT;
      }
      if (exception instanceof OutcomeUnknownException) {
        return OUTCOME_UNKNOWN;
      }
      return exception instanceof MalformedResponseException ? MALFORMED_RESPONSE : GATEWAY;
    }
  }

  /** A command that failed with an exception of the SDK. */
  static Failure of(PaymentException exception, @Nullable RefundText resume, List<String> advice) {
    PaymentLookup lookUp =
        exception instanceof OutcomeUnknownException unknown ? unknown.lookup() : null;
    return new Failure(
        Type.of(exception),
        OptionWords.of(String.valueOf(exception.getMessage())),
        exception,
        lookUp,
        resume,
        advice);
  }

  /** A wrong command line. */
  static Failure usage(String rule, List<String> advice) {
    return new Failure(Type.USAGE, OptionWords.of(rule), null, null, null, advice);
  }

  /** The shop's database failed. */
  static Failure database(String message, List<String> advice) {
    return new Failure(Type.DATABASE, message, null, null, null, advice);
  }

  /** A bug in the command or in the SDK. */
  static Failure internalError(InternalErrorException exception, List<String> advice) {
    PaymentLookup lookUp = exception.inDoubt().orElse(null);
    return new Failure(
        exception.mayBeExecuted() ? Type.OUTCOME_UNKNOWN : Type.TRANSPORT,
        String.valueOf(exception.getMessage()),
        null,
        lookUp,
        exception.refund().map(RefundText::of).orElse(null),
        advice);
  }

  @Override
  public int exitCode() {
    return type.exitCode;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "error",
        JsonLine.object(
            "type",
            type,
            "message",
            message,
            "httpStatus",
            httpStatus(),
            "gatewayCode",
            cause == null ? null : cause.gatewayCode().orElse(null),
            "gatewayMessage",
            cause == null ? null : cause.gatewayMessage().orElse(null),
            "traceId",
            cause == null ? null : cause.traceId().orElse(null),
            "retryable",
            cause != null && cause.isRetryable(),
            "lookUp",
            lookUp == null ? null : json(lookUp),
            "resume",
            resume == null ? null : resume.text()));
  }

  private @Nullable Integer httpStatus() {
    OptionalInt status = cause == null ? OptionalInt.empty() : cause.httpStatus();
    return status.isPresent() ? status.getAsInt() : null;
  }

  private static Map<String, @Nullable Object> json(PaymentLookup lookUp) {
    return lookUp
        .paymentId()
        .map(PaymentId::value)
        .map(id -> JsonLine.object("paymentId", id))
        .orElseGet(
            () -> JsonLine.object("orderId", lookUp.orderId().map(OrderId::value).orElse(null)));
  }

  @Override
  public void print(Page page) {
    page.line(Page.Tone.BAD, "pg: " + type + ": " + message);
    if (cause != null) {
      page.value(
              "http status",
              cause.httpStatus().isPresent() ? "" + cause.httpStatus().getAsInt() : "")
          .value("gateway code", cause.gatewayCode().orElse(""))
          .value("gateway message", cause.gatewayMessage().orElse(""))
          .value("trace id", cause.traceId().orElse(""));
    }
    page.value("resume", resume == null ? "" : resume.text()).advice(advice);
  }
}
