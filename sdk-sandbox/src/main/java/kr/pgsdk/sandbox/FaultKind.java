package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.Execution.AT_ONCE;
import static kr.pgsdk.sandbox.FaultKind.Execution.HELD_AFTER;
import static kr.pgsdk.sandbox.FaultKind.Execution.HELD_BEFORE;
import static kr.pgsdk.sandbox.FaultKind.Execution.NEVER;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The catalogue of what can go wrong with a request. Each says whether the gateway
 * <em>executes</em> the request, that is whether money moves. {@code size} and {@code time} are
 * what {@link Fault#size} and {@link Fault#time} change.
 */
public enum FaultKind {
  /** The connection is reset before the body of the request is read. Not executed. */
  CUT_BEFORE_READ(NEVER, "reset before the body is read", Delivery::cut),
  /** The connection is closed after the request was read whole, without answer. Not executed. */
  CUT_AFTER_READ(NEVER, "read, then closed without an answer", Delivery::cut),
  /** The request is executed, and the connection closed without a response. */
  ANSWER_LOST(AT_ONCE, "closed without an answer", Delivery::cut),
  /**
   * The connection is closed without a response while the gateway still works on the request: it is
   * executed on {@link InjectedFault#release}, and never without.
   */
  CUT_THEN_EXECUTED(HELD_BEFORE, "closed without an answer before that", Delivery::cut),
  /** The connection is closed in the middle of the true answer's first header. Executed. */
  CUT_IN_HEAD(AT_ONCE, "closed in the first header of the answer", Delivery::cutInHead),
  /** The connection is closed in the middle of the true answer's body. Executed. */
  CUT_IN_BODY(AT_ONCE, "closed in the middle of the answer's body", Delivery::cutInBody),
  /** The true answer; then the connection is closed unannounced. Executed. */
  CLOSE_AFTER_ANSWER(AT_ONCE, "closed unannounced after the answer", Delivery::closeAfterwards),
  /** No response until {@link InjectedFault#release}; only then is the request executed. */
  STALL_BEFORE_EXECUTION(HELD_BEFORE, "no answer before that", Delivery::whole),
  /** The request is executed at once; no response until {@link InjectedFault#release}. */
  STALL_AFTER_EXECUTION(HELD_AFTER, "no answer before that", Delivery::whole),
  /** Head and half of the body; the rest after {@link InjectedFault#release}. Executed. */
  STALL_IN_BODY(
      AT_ONCE, "half of the answer is held until DELETE /sandbox/faults", Delivery::inHalves),
  /**
   * The true answer, its body in pieces of {@code size} bytes (1) with a pause of {@code time} (a
   * second) between, until {@link InjectedFault#release}. Executed.
   */
  SLOW_BODY(
      AT_ONCE,
      "the answer's body comes at one byte a second",
      Delivery::inPieces,
      1,
      Duration.ofSeconds(1)),
  /**
   * The true answer one byte at a time, from the first of its status line on, with a pause of
   * {@code time} (a second) before each, until {@link InjectedFault#release}. Executed.
   */
  SLOW_ANSWER(
      AT_ONCE,
      "the whole answer comes at one byte a second",
      Delivery::byteByByte,
      0,
      Duration.ofSeconds(1)),
  /** The true answer after {@code size} (1) interim answers {@code 100 Continue}. Executed. */
  CONTINUED(AT_ONCE, "100 Continue comes before the answer", Delivery::continued, 1),
  /** The true answer, half of its body as if it were whole: broken JSON. Executed. */
  TRUNCATED_BODY(AT_ONCE, "half of the answer's JSON as if it were whole", Delivery::halfOfTheBody),
  /**
   * A lookup shows the payment as it was {@code time} (30 seconds) ago: a machine answers that has
   * not heard of what happened since. Executed; anything but a lookup is answered as ever.
   */
  STALE_LOOKUP(
      AT_ONCE,
      "a lookup shows the payment as it was 30 seconds ago",
      Delivery::whole,
      0,
      Duration.ofSeconds(30)),
  /** In place of the true answer, headers that never end. Executed. */
  ENDLESS_HEAD(AT_ONCE, "headers without end", Delivery::endlessHead),
  /** The true answer in chunks, followed by chunks of white space without end. Executed. */
  ENDLESS_BODY(AT_ONCE, "a chunked body without end", Delivery::endlessBody),
  /**
   * The true answer, whose {@code Content-Length} promises {@code size} bytes (100) too many; after
   * the body the connection is closed. Executed.
   */
  LENGTH_TOO_LARGE(
      AT_ONCE, "Content-Length promises 100 bytes too many", Delivery::lengthTooLarge, 100),
  /**
   * The true answer, whose {@code Content-Length} promises {@code size} bytes (10) too few; the
   * rest of the body stays on the connection, ahead of the next answer. Executed.
   */
  LENGTH_TOO_SMALL(
      AT_ONCE, "Content-Length promises 10 bytes too few", Delivery::lengthTooSmall, 10),
  /** The true answer, said to be gzip, which it isn't. Executed. */
  BROKEN_GZIP(AT_ONCE, "a body that isn't the gzip it is said to be", Delivery::brokenGzip),
  /** In place of the true body, gzip of {@code size} bytes (1 GiB) of white space. Executed. */
  GZIP_BOMB(AT_ONCE, "a body that unzips to 1 GiB", Delivery::gzipBomb, 1 << 30),
  /** The true answer with one more field of {@code size} (20,000,000) characters. Executed. */
  HUGE_BODY(AT_ONCE, "the answer has 20 MB", Delivery::hugeBody, 20_000_000),
  /** The true answer with one more field: {@code size} (10,000) arrays in each other. Executed. */
  DEEP_BODY(AT_ONCE, "the answer has 10,000 arrays in each other", Delivery::deepBody, 10_000),
  /** Iamport's response to a request for a token, without the token. Hits such requests alone. */
  NO_TOKEN(AT_ONCE, "Iamport's answer to getToken has no token", TokenResponses::withoutToken),
  /** Iamport's response to a request for a token that has expired. Hits such requests alone. */
  EXPIRED_TOKEN(
      AT_ONCE, "Iamport's answer to getToken has an expired token", TokenResponses::expired),
  /**
   * Iamport's response to a request for a token, by a clock that is {@code time} (ten hours) ahead
   * of the sandbox's, or behind it: both times in it are off. Hits such requests alone.
   */
  TOKEN_CLOCK(
      AT_ONCE,
      "Iamport's answer to getToken is by a clock ten hours ahead",
      TokenResponses::byAnotherClock,
      0,
      Duration.ofHours(10)),
  /** A gateway error: {@link Fault#status} says which. */
  STATUS(NEVER, "an error in the gateway's own words, \"status\" 400 to 599"),
  /** An HTML page of a proxy, with the status that {@link Fault#html} is given. */
  HTML(NEVER, "a page of HTML with \"status\", as a proxy sends it"),
  /** No body, with the status that {@link Fault#empty} is given. */
  EMPTY(NEVER, "no body at all, with \"status\""),
  /** A redirect to the address that {@link Fault#redirect} is given. */
  REDIRECT(NEVER, "307 to \"location\""),
  /** The response that {@link Fault#answer} is given. Not over HTTP. */
  ANSWER(NEVER, ""),
  /**
   * The true response with its body changed by the function that {@link Fault#rewrittenBody} is
   * given. Not over HTTP.
   */
  REWRITTEN_BODY(AT_ONCE, "");

  /** When the gateway acts on the request. */
  enum Execution {
    NEVER("not executed"),
    AT_ONCE("executed"),
    /** On {@link InjectedFault#release}, whether or not the client still waits. */
    HELD_BEFORE("executed on DELETE /sandbox/faults"),
    /** At once, but the response waits for {@link InjectedFault#release}. */
    HELD_AFTER("executed, held until DELETE /sandbox/faults");

    private final String words;

    Execution(String words) {
      this.words = words;
    }
  }

  /** What becomes of the response on its way to the client. */
  interface Wire {
    void carry(Delivery answer, InjectedFault fault);
  }

  final Execution execution;

  @SuppressWarnings("ImmutableEnumChecker") // method references keep no state
  final Wire wire;

  final long size;
  final Duration time;
  private final String does;

  FaultKind(Execution execution, String does) {
    this(execution, does, Delivery::whole);
  }

  FaultKind(Execution execution, String does, Wire wire) {
    this(execution, does, wire, 0);
  }

  FaultKind(Execution execution, String does, Wire wire, long size) {
    this(execution, does, wire, size, Duration.ZERO);
  }

  FaultKind(Execution execution, String does, Wire wire, long size, Duration time) {
    this.execution = execution;
    this.does = does;
    this.wire = wire;
    this.size = size;
    this.time = time;
  }

  /** Its name for people and for shops in other processes, such as {@code answer-lost}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What comes of it, in a few words. */
  String does() {
    return execution.words + "; " + does;
  }

  /** Whether it is a response in place of the true one. */
  boolean isAnswer() {
    return switch (this) {
      case STATUS, HTML, EMPTY, REDIRECT, ANSWER -> true;
      default -> false;
    };
  }

  /** Whether it can happen to {@code request}. */
  boolean canHit(JournalEntry request) {
    return switch (this) {
      case NO_TOKEN, EXPIRED_TOKEN, TOKEN_CLOCK ->
          request.method().equals("POST") && request.path().equals("/users/getToken");
      default -> true;
    };
  }

  /** Those that a shop in another process can ask for: all that need no code. */
  static List<FaultKind> overHttp() {
    return Arrays.stream(values()).filter(kind -> !kind.does.isEmpty()).toList();
  }
}
