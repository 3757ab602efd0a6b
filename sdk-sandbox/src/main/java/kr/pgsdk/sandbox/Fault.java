package kr.pgsdk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kr.pgsdk.sandbox.wire.WireAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a request. Unless said otherwise it happens to the next request,
 * whatever it is, and once: {@link #on} and {@link #when} choose among requests, {@link #times} and
 * {@link #always} say how often. Immutable; takes effect through {@link SandboxGateway#inject}.
 *
 * <p>Each says whether the gateway <em>executes</em> the request, that is whether money moves.
 */
public final class Fault {
  private static final int ALWAYS = Integer.MAX_VALUE;

  /** What happens on the wire. */
  enum Wire {
    /** An answer, whole. */
    ANSWER,
    /** The connection is reset when the head has arrived; the body is never read. */
    CUT_UNREAD,
    /** The request is read whole; the connection is closed without an answer. */
    CUT,
    /** Head and half of the body arrive, then the connection is closed. */
    CUT_IN_BODY,
    /** The body comes in small pieces. */
    SLOW,
    /** An answer, whole; then the connection is closed unannounced. */
    CLOSE_AFTER
  }

  /** When the gateway acts on the request. */
  enum Execution {
    NEVER,
    AT_ONCE,
    /** Only after {@link InjectedFault#release}, with the client waiting. */
    STALLED_BEFORE,
    /** At once, but the answer waits for {@link InjectedFault#release}. */
    STALLED_AFTER,
    /** Only on {@link InjectedFault#release}, the client having been cut off long before. */
    ON_RELEASE
  }

  final Wire wire;
  final Execution execution;

  /** The gateway's own failure to answer with; 0 for none. */
  final int ownStatus;

  /** Changes the answer on its way to the client. */
  final UnaryOperator<WireAnswer> rewrite;

  final int piece;
  final Duration pause;
  final Predicate<JournalEntry> matcher;
  final int times;

  private Fault(
      Wire wire,
      Execution execution,
      int ownStatus,
      UnaryOperator<WireAnswer> rewrite,
      int piece,
      Duration pause,
      Predicate<JournalEntry> matcher,
      int times) {
    this.wire = wire;
    this.execution = execution;
    this.ownStatus = ownStatus;
    this.rewrite = rewrite;
    this.piece = piece;
    this.pause = pause;
    this.matcher = matcher;
    this.times = times;
  }

  private static Fault of(Wire wire, Execution execution) {
    return new Fault(
        wire, execution, 0, UnaryOperator.identity(), 0, Duration.ZERO, request -> true, 1);
  }

  /** The connection is reset before the body of the request is read. Not executed. */
  public static Fault cutBeforeRead() {
    return of(Wire.CUT_UNREAD, Execution.NEVER);
  }

  /** The connection is closed after the request was read whole, without answer. Not executed. */
  public static Fault cutAfterRead() {
    return of(Wire.CUT, Execution.NEVER);
  }

  /** The request is executed, and the connection closed without an answer. */
  public static Fault answerLost() {
    return of(Wire.CUT, Execution.AT_ONCE);
  }

  /**
   * The connection is closed without an answer while the gateway still works on the request: it is
   * executed on {@link InjectedFault#release}, and never without.
   */
  public static Fault cutThenExecutedOnRelease() {
    return of(Wire.CUT, Execution.ON_RELEASE);
  }

  /** No answer until {@link InjectedFault#release}; only then is the request executed. */
  public static Fault stallBeforeExecution() {
    return of(Wire.ANSWER, Execution.STALLED_BEFORE);
  }

  /** The request is executed at once; no answer until {@link InjectedFault#release}. */
  public static Fault stallAfterExecution() {
    return of(Wire.ANSWER, Execution.STALLED_AFTER);
  }

  /** The true answer, its body in pieces of {@code bytes} with a pause between. Executed. */
  public static Fault slowBody(int bytes, Duration pause) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a piece must have at least 1 byte: " + bytes);
    }
    Fault slow = of(Wire.SLOW, Execution.AT_ONCE);
    return new Fault(
        slow.wire, slow.execution, 0, slow.rewrite, bytes, pause, slow.matcher, slow.times);
  }

  /** The connection is closed in the middle of the true answer's body. Executed. */
  public static Fault cutInBody() {
    return of(Wire.CUT_IN_BODY, Execution.AT_ONCE);
  }

  /** Half of the true answer's body as if it were whole: broken JSON. Executed. */
  public static Fault truncatedBody() {
    return rewrittenBody(body -> body.substring(0, body.length() / 2));
  }

  /** The true answer; then the connection is closed unannounced. Executed. */
  public static Fault closeAfterAnswer() {
    return of(Wire.CLOSE_AFTER, Execution.AT_ONCE);
  }

  /** The true answer with a changed body. Executed. */
  public static Fault rewrittenBody(UnaryOperator<String> change) {
    return of(Wire.ANSWER, Execution.AT_ONCE)
        .rewriting(answer -> answer.withBody(change.apply(answer.body())));
  }

  /**
   * An error in the gateway's own shape and words: 401, 409 in progress, 429, 5xx. Not executed,
   * unless {@link #executed} is added.
   *
   * <p>At Toss it goes under the idempotency key as the gateway's own answers do, but for 401, 408,
   * 409 and 429, which are given before a key is looked at.
   */
  public static Fault status(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("an error has a status from 400 to 599: " + status);
    }
    Fault fault = of(Wire.ANSWER, Execution.NEVER);
    return new Fault(
        fault.wire,
        fault.execution,
        status,
        fault.rewrite,
        0,
        Duration.ZERO,
        fault.matcher,
        fault.times);
  }

  /**
   * Any answer, as a proxy in between might give it. Not executed, unless {@link #executed} is
   * added.
   *
   * @param contentType null for none
   */
  public static Fault answer(int status, @Nullable String contentType, String body) {
    WireAnswer answer = new WireAnswer(status, List.of(), body);
    WireAnswer typed = contentType == null ? answer : answer.with("Content-Type", contentType);
    return of(Wire.ANSWER, Execution.NEVER).rewriting(truth -> typed);
  }

  /** A page of HTML with this status. Not executed, unless {@link #executed} is added. */
  public static Fault html(int status) {
    String page =
        "<html><head><title>"
            + status
            + "</title></head><body><h1>"
            + status
            + "</h1></body></html>";
    return answer(status, "text/html; charset=utf-8", page);
  }

  /** No body at all, with this status. Not executed, unless {@link #executed} is added. */
  public static Fault empty(int status) {
    return answer(status, null, "");
  }

  /** A redirect, such as 302 or 307. Not executed, unless {@link #executed} is added. */
  public static Fault redirect(int status, String location) {
    return empty(status).header("Location", location);
  }

  /**
   * The request is executed before this answer takes the place of the true one.
   *
   * @throws IllegalStateException if this fault says itself when the request is executed
   */
  public Fault executed() {
    if (execution != Execution.NEVER || wire != Wire.ANSWER) {
      throw new IllegalStateException("this fault says itself whether the request is executed");
    }
    return new Fault(wire, Execution.AT_ONCE, ownStatus, rewrite, piece, pause, matcher, times);
  }

  /** One more header on the answer. */
  public Fault header(String name, String value) {
    return rewriting(answer -> answer.with(name, value));
  }

  /** {@code Retry-After} in whole seconds. */
  public Fault retryAfter(Duration wait) {
    return header("Retry-After", Long.toString(wait.toSeconds()));
  }

  /** {@code Retry-After} as a date. */
  public Fault retryAfter(Instant time) {
    return header(
        "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
  }

  private Fault rewriting(UnaryOperator<WireAnswer> change) {
    return new Fault(
        wire,
        execution,
        ownStatus,
        answer -> change.apply(rewrite.apply(answer)),
        piece,
        pause,
        matcher,
        times);
  }

  /** Only requests with this method and a path that starts with {@code pathPrefix}. */
  public Fault on(String method, String pathPrefix) {
    return when(
        request -> request.method().equals(method) && request.path().startsWith(pathPrefix));
  }

  /**
   * Only requests like this. Of a request that is to be cut before it is read, the body is not
   * known.
   */
  public Fault when(Predicate<JournalEntry> condition) {
    return new Fault(
        wire, execution, ownStatus, rewrite, piece, pause, matcher.and(condition), times);
  }

  /** For the next {@code times} matching requests. */
  public Fault times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a fault happens at least once: " + count);
    }
    return new Fault(wire, execution, ownStatus, rewrite, piece, pause, matcher, count);
  }

  /** For every matching request, until it is removed. */
  public Fault always() {
    return times(ALWAYS);
  }
}
