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
 * Something that goes wrong with a request: the catalogue of it all, hence the length of this file.
 * Unless said otherwise it happens to the next request, whatever it is, and once: {@link #on} and
 * {@link #when} choose among requests, {@link #times} and {@link #always} say how often. Immutable;
 * takes effect through {@link SandboxGateway#inject}.
 *
 * <p>Each says whether the gateway <em>executes</em> the request, that is whether money moves.
 */
public final class Fault {
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final String name;
  final Effect effect;
  private final Predicate<JournalEntry> matcher;
  final int times;

  private Fault(String name, Effect effect, Predicate<JournalEntry> matcher, int times) {
    this.name = name;
    this.effect = effect;
    this.matcher = matcher;
    this.times = times;
  }

  private static Fault of(String name, Effect effect) {
    return new Fault(name, effect, request -> true, 1);
  }

  private static Fault of(String name, Effect.Wire wire, Effect.Execution execution) {
    return of(name, Effect.of(wire, execution));
  }

  /** The connection is reset before the body of the request is read. Not executed. */
  public static Fault cutBeforeRead() {
    return of("cut-before-read", Effect.Wire.CUT_UNREAD, Effect.Execution.NEVER);
  }

  /** The connection is closed after the request was read whole, without answer. Not executed. */
  public static Fault cutAfterRead() {
    return of("cut-after-read", Effect.Wire.CUT, Effect.Execution.NEVER);
  }

  /** The request is executed, and the connection closed without an answer. */
  public static Fault answerLost() {
    return of("answer-lost", Effect.Wire.CUT, Effect.Execution.AT_ONCE);
  }

  /**
   * The connection is closed without an answer while the gateway still works on the request: it is
   * executed on {@link InjectedFault#release}, and never without.
   */
  public static Fault cutThenExecutedOnRelease() {
    return of("cut-then-executed-on-release", Effect.Wire.CUT, Effect.Execution.ON_RELEASE);
  }

  /** No answer until {@link InjectedFault#release}; only then is the request executed. */
  public static Fault stallBeforeExecution() {
    return of("stall-before-execution", Effect.Wire.ANSWER, Effect.Execution.STALLED_BEFORE);
  }

  /** The request is executed at once; no answer until {@link InjectedFault#release}. */
  public static Fault stallAfterExecution() {
    return of("stall-after-execution", Effect.Wire.ANSWER, Effect.Execution.STALLED_AFTER);
  }

  /**
   * The true answer, its body in pieces of {@code bytes} with a pause between until {@link
   * InjectedFault#release}. Executed.
   */
  public static Fault slowBody(int bytes, Duration pause) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a piece must have at least 1 byte: " + bytes);
    }
    return of("slow-body", Effect.paced(Effect.Wire.SLOW_BODY, bytes, pause));
  }

  /**
   * The true answer one byte at a time, from the first of its status line on, with a pause before
   * each until {@link InjectedFault#release}. Executed.
   */
  public static Fault slowAnswer(Duration pause) {
    return of("slow-answer", Effect.paced(Effect.Wire.SLOW, 1, pause));
  }

  /**
   * Head and half of the true answer's body; the rest after {@link InjectedFault#release}.
   * Executed.
   */
  public static Fault stallInBody() {
    return of("stall-in-body", Effect.Wire.STALL_IN_BODY, Effect.Execution.AT_ONCE);
  }

  /** The connection is closed in the middle of the true answer's first header. Executed. */
  public static Fault cutInHead() {
    return of("cut-in-head", Effect.Wire.CUT_IN_HEAD, Effect.Execution.AT_ONCE);
  }

  /** The connection is closed in the middle of the true answer's body. Executed. */
  public static Fault cutInBody() {
    return of("cut-in-body", Effect.Wire.CUT_IN_BODY, Effect.Execution.AT_ONCE);
  }

  /** Half of the true answer's body as if it were whole: broken JSON. Executed. */
  public static Fault truncatedBody() {
    return rewriting("truncated-body", body -> body.substring(0, body.length() / 2));
  }

  /**
   * A lookup shows the payment as it was this long ago: a machine answers that has not heard of
   * what happened since. Executed; anything but a lookup is answered as ever.
   */
  public static Fault staleLookup(Duration age) {
    return of("stale-lookup", Effect.paced(Effect.Wire.ANSWER, 0, age));
  }

  /** The true answer; then the connection is closed unannounced. Executed. */
  public static Fault closeAfterAnswer() {
    return of("close-after-answer", Effect.Wire.CLOSE_AFTER, Effect.Execution.AT_ONCE);
  }

  /** The true answer after {@code times} interim answers {@code 100 Continue}. Executed. */
  public static Fault continued(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("there must be at least 1 interim answer: " + times);
    }
    return of("continued", Effect.sized(Effect.Wire.CONTINUED, times));
  }

  /** In place of the true answer, headers that never end. Executed. */
  public static Fault endlessHead() {
    return of("endless-head", Effect.Wire.ENDLESS_HEAD, Effect.Execution.AT_ONCE);
  }

  /** The true answer in chunks, followed by chunks of white space without end. Executed. */
  public static Fault endlessBody() {
    return of("endless-body", Effect.Wire.ENDLESS_BODY, Effect.Execution.AT_ONCE);
  }

  /**
   * The true answer, with a {@code Content-Length} that is wrong by so many bytes. If it promises
   * more, the connection is closed after the body; if less, the rest of the body stays on the
   * connection, ahead of the next answer. Executed.
   */
  public static Fault wrongContentLength(int difference) {
    return of("wrong-content-length", Effect.sized(Effect.Wire.WRONG_LENGTH, difference));
  }

  /** The true answer, said to be gzip, which it isn't. Executed. */
  public static Fault brokenGzip() {
    return of("broken-gzip", Effect.Wire.BROKEN_GZIP, Effect.Execution.AT_ONCE);
  }

  /** In place of the true body, gzip that unzips to {@code bytes} of white space. Executed. */
  public static Fault gzipBomb(long bytes) {
    return of("gzip-bomb", Effect.sized(Effect.Wire.GZIP_BOMB, positive(bytes)));
  }

  /** The true answer with one more field that has {@code bytes} characters. Executed. */
  public static Fault hugeBody(int bytes) {
    return withField("huge-body", "\"" + "x".repeat((int) positive(bytes)) + "\"");
  }

  /** The true answer with one more field that holds so many arrays in each other. Executed. */
  public static Fault deepBody(int levels) {
    int depth = (int) positive(levels);
    return withField("deep-body", "[".repeat(depth) + "]".repeat(depth));
  }

  private static long positive(long size) {
    if (size < 1) {
      throw new IllegalArgumentException("it must be at least 1: " + size);
    }
    return size;
  }

  private static Fault withField(String name, String value) {
    return rewriting(
        name,
        body -> {
          int end = body.lastIndexOf('}');
          return end < 0
              ? body + value
              : body.substring(0, end) + ",\"filler\":" + value + body.substring(end);
        });
  }

  /** The true answer with a changed body. Executed. */
  public static Fault rewrittenBody(UnaryOperator<String> change) {
    return rewriting("rewritten-body", change);
  }

  private static Fault rewriting(String name, UnaryOperator<String> change) {
    return of(name, Effect.Wire.ANSWER, Effect.Execution.AT_ONCE)
        .rewriting(answer -> answer.withBody(change.apply(answer.body())));
  }

  /** Iamport's answer to a request for a token, without the token. Hits such requests alone. */
  public static Fault noToken() {
    return TokenAnswers.without("access_token").named("no-token");
  }

  /** Iamport's answer to a request for a token that has expired. Hits such requests alone. */
  public static Fault expiredToken() {
    return TokenAnswers.expired().named("expired-token");
  }

  /**
   * Iamport's answer to a request for a token, by a clock that is ahead of the sandbox's by so
   * much, or behind it: both times in it are off. Hits such requests alone.
   */
  public static Fault tokenClock(Duration ahead) {
    return TokenAnswers.clock(ahead).named("token-clock");
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
    return of("status " + status, Effect.ownFailure(status));
  }

  /**
   * Any answer, as a proxy in between might give it. Not executed, unless {@link #executed} is
   * added.
   *
   * @param contentType null for none
   */
  public static Fault answer(int status, @Nullable String contentType, String body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("an answer has a status from 200 to 599: " + status);
    }
    WireAnswer answer = new WireAnswer(status, List.of(), body);
    WireAnswer typed = contentType == null ? answer : answer.with("Content-Type", contentType);
    return of("answer " + status, Effect.Wire.ANSWER, Effect.Execution.NEVER)
        .rewriting(truth -> typed);
  }

  /** A page of HTML with this status. Not executed, unless {@link #executed} is added. */
  public static Fault html(int status) {
    String page =
        "<html><head><title>"
            + status
            + "</title></head><body><h1>"
            + status
            + "</h1></body></html>";
    return answer(status, "text/html; charset=utf-8", page).named("html " + status);
  }

  /** No body at all, with this status. Not executed, unless {@link #executed} is added. */
  public static Fault empty(int status) {
    return answer(status, null, "").named("empty " + status);
  }

  /** A redirect, such as 302 or 307. Not executed, unless {@link #executed} is added. */
  public static Fault redirect(int status, String location) {
    return empty(status).header("Location", location).named("redirect " + status);
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
    return new Fault(name + ", executed", effect.executed(), matcher, times);
  }

  /**
   * Something between shop and gateway does it, to a page of its own (502, HTML), and the gateway
   * never sees the request.
   *
   * @throws IllegalStateException if this fault isn't one that happens to the gateway's true answer
   */
  public Fault notExecuted() {
    if (!effect.concernsTheTrueAnswer()) {
      throw new IllegalStateException("this fault doesn't happen to a true answer");
    }
    return new Fault(name + ", not executed", effect.notExecuted(), matcher, times);
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
    return new Fault(name, effect.rewriting(change), matcher, times);
  }

  /** Only requests with this method and a path that starts with {@code pathPrefix}. */
  public Fault on(String method, String pathPrefix) {
    return when(request -> request.method().equals(method) && request.path().startsWith(pathPrefix))
        .named(name + ", on " + method + " " + pathPrefix);
  }

  /**
   * Only requests like this. Of a request that is to be cut before it is read, the body is not
   * known.
   */
  public Fault when(Predicate<JournalEntry> condition) {
    return new Fault(name, effect, matcher.and(condition), times);
  }

  /** For the next {@code times} matching requests. */
  public Fault times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a fault happens at least once: " + count);
    }
    return new Fault(name, effect, matcher, count);
  }

  /** For every matching request, until it is removed. */
  public Fault always() {
    return times(ALWAYS);
  }

  Fault named(String other) {
    return new Fault(other, effect, matcher, times);
  }

  boolean concerns(JournalEntry request) {
    return matcher.test(request);
  }

  /** Names the fault, the requests it is for, and how often it happens. */
  @Override
  public String toString() {
    String often = times == ALWAYS ? ", always" : times == 1 ? "" : ", " + times + " times";
    return "Fault[" + name + often + "]";
  }
}
