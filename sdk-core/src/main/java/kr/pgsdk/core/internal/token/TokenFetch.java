package kr.pgsdk.core.internal.token;

import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/**
 * One fetch under way, which the thread that made this object leads and others may wait for. It
 * ends with a token, with a failure that holds for those waiting too, or with neither: then one of
 * them makes its own.
 */
final class TokenFetch {
  private final Thread leader = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);

  // Written by the leader before the latch opens, read by others after it.
  private @Nullable AuthToken token;
  private @Nullable PaymentException failure;

  boolean isMine() {
    return leader == Thread.currentThread();
  }

  void succeed(AuthToken token) {
    this.token = token;
  }

  void fail(PaymentException failure) {
    this.failure = failure;
  }

  /** Wakes everyone who waits. */
  void end() {
    ended.countDown();
  }

  /** Returns false if the fetch hasn't ended within this time. */
  boolean awaitEnd(TokenCache.Waiting waiting, long nanos) throws InterruptedException {
    return waiting.await(ended, nanos);
  }

  /**
   * Returns the token, or null if the leader stopped without an answer.
   *
   * @throws PaymentException if the leader's failure is shared
   */
  @Nullable AuthToken result() {
    if (failure != null) {
      throw forThisThread(failure);
    }
    return token;
  }

  /** The same error with the waiting caller's own stack trace; the leader's is its cause. */
  private static PaymentException forThisThread(PaymentException failure) {
    String message = String.valueOf(failure.getMessage());
    ErrorDetails details = ErrorDetails.after(failure).build();
    if (failure instanceof AuthenticationException) {
      return Errors.make().authentication(message, details);
    }
    if (failure instanceof GatewayException) {
      return Errors.make().gateway(message, details);
    }
    if (failure instanceof TransportException) {
      return Errors.make().transport(message, details);
    }
    if (failure instanceof MalformedResponseException) {
      return Errors.make().malformed(message, details);
    }
    return failure;
  }
}
