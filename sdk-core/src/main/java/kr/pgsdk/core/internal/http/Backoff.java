package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.core.internal.time.Environment;
import org.jspecify.annotations.Nullable;

/** The pauses between attempts: full jitter, or what the gateway asks for. */
final class Backoff {
  private final RetryPolicy policy;
  private final Environment environment;

  Backoff(RetryPolicy policy, Environment environment) {
    this.policy = policy;
    this.environment = environment;
  }

  RetryPolicy policy() {
    return policy;
  }

  /**
   * Waits after attempt number {@code attempt}, if there is to be another one.
   *
   * @return false if the attempts are used up, the pause doesn't fit into the deadline, or the wait
   *     was ended; an interrupt keeps its flag
   */
  boolean pause(
      int attempt, @Nullable Duration retryAfter, Deadline deadline, CountDownLatch closed) {
    if (attempt >= policy.attempts()) {
      return false;
    }
    Duration pause = jitter(attempt);
    if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
      pause = retryAfter;
    }
    if (pause.compareTo(deadline.left()) >= 0) {
      return false;
    }
    try {
      environment.sleeper().sleep(pause, closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return closed.getCount() > 0;
  }

  private Duration jitter(int attempt) {
    Duration bound = policy.base().multipliedBy(1L << Math.min(attempt - 1, 20));
    long nanos = (bound.compareTo(policy.cap()) < 0 ? bound : policy.cap()).toNanos();
    return Duration.ofNanos(environment.random().nextLong(nanos + 1));
  }
}
