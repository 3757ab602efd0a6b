package kr.pgsdk.core.http;

import java.time.Duration;
import java.util.Objects;

/** One call of the application, a verb or a REST call, and its outcome. Immutable. */
public final class CallEvent {
  private final String gateway;
  private final String call;
  private final String outcome;
  private final boolean failed;
  private final int attempts;
  private final Duration duration;

  private CallEvent(
      String gateway,
      String call,
      String outcome,
      boolean failed,
      int attempts,
      Duration duration) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.call = Objects.requireNonNull(call, "call");
    this.outcome = Objects.requireNonNull(outcome, "outcome");
    this.failed = failed;
    this.attempts = attempts;
    this.duration = Objects.requireNonNull(duration, "duration");
  }

  /** Returns a call; the test of a listener may make one. */
  public static CallEvent of(
      String gateway,
      String call,
      String outcome,
      boolean failed,
      int attempts,
      Duration duration) {
    return new CallEvent(gateway, call, outcome, failed, attempts, duration);
  }

  /** The gateway's short name: {@code iamport}, {@code toss} or {@code portone}. */
  public String gateway() {
    return gateway;
  }

  /**
   * The verb ({@code confirm}), or the REST call of a client ({@code payments by status}); of one
   * through {@code request(...)} the method and the path's first words. Never an id.
   */
  public String call() {
    return call;
  }

  /**
   * The outcome in one word, which you can use as the tag of a metric: the result's name such as
   * {@code Confirmed}, {@code NotConfirmed(REFUSED)}, {@code Pending}; {@code Found} or {@code
   * NotFound}; {@code Done}; or the name of the exception, such as {@code OutcomeUnknownException}.
   * The set may grow.
   */
  public String outcome() {
    return outcome;
  }

  /** Whether it ended in an exception. */
  public boolean failed() {
    return failed;
  }

  /** How many HTTP requests it took, with token and lookups; 0 if none was needed. */
  public int attempts() {
    return attempts;
  }

  /** How long the whole call took, with pauses. */
  public Duration duration() {
    return duration;
  }

  @Override
  public String toString() {
    return gateway
        + " "
        + call
        + ": "
        + outcome
        + ", "
        + attempts
        + (attempts == 1 ? " attempt, " : " attempts, ")
        + duration.toMillis()
        + " ms";
  }
}
