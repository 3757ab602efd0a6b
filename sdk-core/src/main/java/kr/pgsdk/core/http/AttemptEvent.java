package kr.pgsdk.core.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One HTTP request of a call, and its outcome. Immutable. */
public final class AttemptEvent {
  /** What one attempt proves about the request it sent. The set may grow. */
  public enum Outcome {
    /** Answered as asked; "not found" is a response too. */
    DONE,
    /** Refused, definitely. */
    REFUSED,
    /** The credential was refused: 401. At Iamport a new token and one more attempt follow. */
    UNAUTHORIZED,
    /** Too many requests: 429. */
    BUSY,
    /** Answered in a way that proves nothing: 3xx, 408, 409, 5xx, or not the gateway's JSON. */
    UNCERTAIN,
    /** Written, at least in part, and no whole response came back: it may have been executed. */
    LOST,
    /** Nothing of it reached a connection. */
    NOT_SENT
  }

  private final String gateway;
  private final String call;
  private final String operation;
  private final int number;
  private final Duration duration;
  private final Outcome outcome;
  private final @Nullable Integer httpStatus;
  private final @Nullable String traceId;

  private AttemptEvent(
      String gateway,
      String call,
      String operation,
      int number,
      Duration duration,
      Outcome outcome,
      @Nullable Integer httpStatus,
      @Nullable String traceId) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.call = Objects.requireNonNull(call, "call");
    this.operation = Objects.requireNonNull(operation, "operation");
    this.number = number;
    this.duration = Objects.requireNonNull(duration, "duration");
    this.outcome = Objects.requireNonNull(outcome, "outcome");
    this.httpStatus = httpStatus;
    this.traceId = traceId;
  }

  /** Returns an attempt without a response; the test of a listener may make one. */
  public static AttemptEvent of(
      String gateway,
      String call,
      String operation,
      int number,
      Duration duration,
      Outcome outcome) {
    return new AttemptEvent(gateway, call, operation, number, duration, outcome, null, null);
  }

  /** Returns this attempt with what is known of its response. */
  public AttemptEvent withResponse(int httpStatus, @Nullable String traceId) {
    return new AttemptEvent(
        gateway, call, operation, number, duration, outcome, httpStatus, traceId);
  }

  /** The gateway's short name: {@code iamport}, {@code toss} or {@code portone}. */
  public String gateway() {
    return gateway;
  }

  /** The call it belongs to, as in {@link CallEvent#call}. */
  public String call() {
    return call;
  }

  /**
   * The HTTP method and the name of the REST call, such as {@code POST confirm}, {@code GET
   * payment}, {@code POST getToken}; of a call through {@code request(...)} the path's first words.
   * Never an id, so you can use it as the tag of a metric.
   */
  public String operation() {
    return operation;
  }

  /** The number of this attempt within the call, for this request: 1 for the first. */
  public int number() {
    return number;
  }

  /** The time from sending until the response was read, or until the attempt failed. */
  public Duration duration() {
    return duration;
  }

  /** What the attempt proves about the request. */
  public Outcome outcome() {
    return outcome;
  }

  /** The status of the response; empty if there was none. */
  public OptionalInt httpStatus() {
    return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /**
   * The id that Toss's support asks for. Toss sends one with every response; the other gateways
   * send none.
   */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  @Override
  public String toString() {
    return gateway
        + " "
        + call
        + ": "
        + operation
        + ", attempt "
        + number
        + ": "
        + outcome
        + (httpStatus == null ? "" : ", HTTP " + httpStatus)
        + (traceId == null ? "" : ", trace id " + traceId)
        + ", "
        + duration.toMillis()
        + " ms";
  }
}
