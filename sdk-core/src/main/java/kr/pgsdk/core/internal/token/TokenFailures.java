package kr.pgsdk.core.internal.token;

import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a failure is told: to callers by exceptions, to the operator in the log. */
record TokenFailures(String gateway) {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.token");

  TransportException notSent(String why, @Nullable Throwable cause) {
    return Errors.make()
        .transport(
            gateway + ": " + why + ". The request was not sent; you may call again",
            ErrorDetails.builder(gateway).retryable(true).cause(cause).build());
  }

  MalformedResponseException notSendable() {
    return Errors.make()
        .malformed(
            gateway
                + ": the response to the token request has no token that fits into a header (1 to"
                + " 4096 visible ASCII characters). Check the base URL, and any proxy on the way",
            ErrorDetails.builder(gateway).build());
  }

  IllegalStateException closed() {
    return new IllegalStateException(
        "this " + gateway + " gateway is closed: build a new one to go on");
  }

  /** Returns the leader's error with the waiter's stack trace; the leader's own is the cause. */
  static PaymentException forWaiter(PaymentException leaders) {
    String message = String.valueOf(leaders.getMessage());
    ErrorDetails details = ErrorDetails.after(leaders).build();
    if (leaders instanceof AuthenticationException) {
      return Errors.make().authentication(message, details);
    } else if (leaders instanceof GatewayException) {
      return Errors.make().gateway(message, details);
    } else if (leaders instanceof TransportException) {
      return Errors.make().transport(message, details);
    } else if (leaders instanceof MalformedResponseException) {
      return Errors.make().malformed(message, details);
    }
    return leaders;
  }

  /** A warning only if an operator must act before the token expires. */
  void logNotRefreshed(RuntimeException e) {
    String line =
        "{}: the token could not be refreshed before its expiry; the SDK will try again: {}";
    String why = e instanceof PaymentException ? e.getMessage() : e.getClass().getName();
    boolean mayPass = e instanceof PaymentException failure && failure.isRetryable();
    quietly(mayPass ? () -> LOG.debug(line, gateway, why) : () -> LOG.warn(line, gateway, why));
  }

  /** The store could not be {@code done}: read, or written. */
  void logStorePassedOver(String done, String why) {
    String line = "{}: the token store could not be {}; the call goes on without it: {}";
    quietly(() -> LOG.warn(line, gateway, done, why));
  }

  /** A logging library may throw, such as on a full disk: a payment goes on all the same. */
  private static void quietly(Runnable logging) {
    try {
      logging.run();
    } catch (Exception | Error e) {
      // A failure of the log can't be logged.
    }
  }
}
