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

  final Effect effect;
  private final Predicate<JournalEntry> matcher;
  final int times;

  private Fault(Effect effect, Predicate<JournalEntry> matcher, int times) {
    this.effect = effect;
    this.matcher = matcher;
    this.times = times;
  }

  private static Fault of(Effect effect) {
    return new Fault(effect, request -> true, 1);
  }

  private static Fault of(Effect.Wire wire, Effect.Execution execution) {
    return of(Effect.of(wire, execution));
  }

  /** The connection is reset before the body of the request is read. Not executed. */
  public static Fault cutBeforeRead() {
    return of(Effect.Wire.CUT_UNREAD, Effect.Execution.NEVER);
  }

  /** The connection is closed after the request was read whole, without answer. Not executed. */
  public static Fault cutAfterRead() {
    return of(Effect.Wire.CUT, Effect.Execution.NEVER);
  }

  /** The request is executed, and the connection closed without an answer. */
  public static Fault answerLost() {
    return of(Effect.Wire.CUT, Effect.Execution.AT_ONCE);
  }

  /**
   * The connection is closed without an answer while the gateway still works on the request: it is
   * executed on {@link InjectedFault#release}, and never without.
   */
  public static Fault cutThenExecutedOnRelease() {
    return of(Effect.Wire.CUT, Effect.Execution.ON_RELEASE);
  }

  /** No answer until {@link InjectedFault#release}; only then is the request executed. */
  public static Fault stallBeforeExecution() {
    return of(Effect.Wire.ANSWER, Effect.Execution.STALLED_BEFORE);
  }

  /** The request is executed at once; no answer until {@link InjectedFault#release}. */
  public static Fault stallAfterExecution() {
    return of(Effect.Wire.ANSWER, Effect.Execution.STALLED_AFTER);
  }

  /** The true answer, its body in pieces of {@code bytes} with a pause between. Executed. */
  public static Fault slowBody(int bytes, Duration pause) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a piece must have at least 1 byte: " + bytes);
    }
    return of(Effect.slow(bytes, pause));
  }

  /** The connection is closed in the middle of the true answer's body. Executed. */
  public static Fault cutInBody() {
    return of(Effect.Wire.CUT_IN_BODY, Effect.Execution.AT_ONCE);
  }

  /** Half of the true answer's body as if it were whole: broken JSON. Executed. */
  public static Fault truncatedBody() {
    return rewrittenBody(body -> body.substring(0, body.length() / 2));
  }

  /** The true answer; then the connection is closed unannounced. Executed. */
  public static Fault closeAfterAnswer() {
    return of(Effect.Wire.CLOSE_AFTER, Effect.Execution.AT_ONCE);
  }

  /** The true answer with a changed body. Executed. */
  public static Fault rewrittenBody(UnaryOperator<String> change) {
    return of(Effect.Wire.ANSWER, Effect.Execution.AT_ONCE)
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
    return of(Effect.ownFailure(status));
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
    return of(Effect.Wire.ANSWER, Effect.Execution.NEVER).rewriting(truth -> typed);
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
    if (effect.execution() != Effect.Execution.NEVER || effect.wire() != Effect.Wire.ANSWER) {
      throw new IllegalStateException("this fault says itself whether the request is executed");
    }
    return new Fault(effect.executed(), matcher, times);
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
    return new Fault(effect.rewriting(change), matcher, times);
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
    return new Fault(effect, matcher.and(condition), times);
  }

  /** For the next {@code times} matching requests. */
  public Fault times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a fault happens at least once: " + count);
    }
    return new Fault(effect, matcher, count);
  }

  /** For every matching request, until it is removed. */
  public Fault always() {
    return times(ALWAYS);
  }

  boolean concerns(JournalEntry request) {
    return matcher.test(request);
  }
}
