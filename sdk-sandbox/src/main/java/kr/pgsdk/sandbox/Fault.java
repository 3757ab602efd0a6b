package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.Execution.AT_ONCE;
import static kr.pgsdk.sandbox.FaultKind.Execution.NEVER;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kr.pgsdk.sandbox.FaultKind.Execution;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * One {@link FaultKind} for certain requests. Unless said otherwise it happens to the next request,
 * whatever it is, and once: {@link #on} and {@link #when} choose among requests, {@link #times} and
 * {@link #always} say how often. Immutable; takes effect through {@link SandboxGateway#inject}.
 */
public final class Fault {
  private static final int ALWAYS = Integer.MAX_VALUE;

  private static final WireResponse PAGE_OF_A_PROXY =
      page(502, "<title>502 Bad Gateway</title>", "<center><h1>502 Bad Gateway</h1></center>");

  private final FaultKind kind;

  // Set while it is made, and never afterwards.
  private String name;
  private Execution execution;
  private int ownStatus;
  private long size;
  private Duration time;
  private UnaryOperator<WireResponse> change = UnaryOperator.identity();
  private Predicate<JournalEntry> matcher;
  private int times = 1;

  private Fault(FaultKind kind, String name) {
    this.kind = kind;
    this.name = name;
    this.execution = kind.execution;
    this.size = kind.size;
    this.time = kind.time;
    this.matcher = kind::canHit;
  }

  private Fault with(Consumer<Fault> difference) {
    Fault other = new Fault(kind, name);
    other.execution = execution;
    other.ownStatus = ownStatus;
    other.size = size;
    other.time = time;
    other.change = change;
    other.matcher = matcher;
    other.times = times;
    difference.accept(other);
    return other;
  }

  private Fault changing(UnaryOperator<WireResponse> next) {
    return with(other -> other.change = answer -> next.apply(change.apply(answer)));
  }

  /**
   * A fault of this kind, with its usual size and time.
   *
   * @throws IllegalArgumentException if the kind is one that has a factory of its own here
   */
  public static Fault of(FaultKind kind) {
    if (kind.isAnswer() || kind == FaultKind.REWRITTEN_BODY) {
      throw new IllegalArgumentException(kind + " needs more: Fault has a method for it");
    }
    return new Fault(kind, kind.word());
  }

  /**
   * An error in the gateway's own shape and words: 401, 409 in progress, 429, 5xx. Not executed,
   * unless {@link #executed} is added.
   *
   * <p>At Toss and PortOne V2 it goes under the idempotency key as the gateway's own responses do,
   * but for 401, 408, 409 and 429, which are given before a key is looked at.
   */
  public static Fault status(int status) {
    requireFrom(400, status);
    return new Fault(FaultKind.STATUS, "status " + status).with(f -> f.ownStatus = status);
  }

  /**
   * Any response, as a proxy in between might give it. Not executed, unless {@link #executed} is
   * added.
   *
   * @param contentType null for none
   */
  public static Fault answer(int status, @Nullable String contentType, String body) {
    WireResponse answer = new WireResponse(status, List.of(), body);
    return answering(
        FaultKind.ANSWER, contentType == null ? answer : answer.with("Content-Type", contentType));
  }

  /** A page of HTML with this status. Not executed, unless {@link #executed} is added. */
  public static Fault html(int status) {
    return answering(
        FaultKind.HTML, page(status, "<title>" + status + "</title>", "<h1>" + status + "</h1>"));
  }

  /** No body at all, with this status. Not executed, unless {@link #executed} is added. */
  public static Fault empty(int status) {
    return answering(FaultKind.EMPTY, new WireResponse(status, List.of(), ""));
  }

  /** A redirect, such as 302 or 307. Not executed, unless {@link #executed} is added. */
  public static Fault redirect(int status, String location) {
    return answering(
        FaultKind.REDIRECT, new WireResponse(status, List.of(), "").with("Location", location));
  }

  private static Fault answering(FaultKind kind, WireResponse answer) {
    requireFrom(200, answer.status());
    return new Fault(kind, kind.word() + " " + answer.status()).changing(truth -> answer);
  }

  private static void requireFrom(int lowest, int status) {
    if (status < lowest || status > 599) {
      throw new IllegalArgumentException(
          "such an answer has a status from %d to 599: %d".formatted(lowest, status));
    }
  }

  private static WireResponse page(int status, String head, String body) {
    String html = "<html><head>" + head + "</head><body>" + body + "</body></html>";
    return WireResponse.of(status, "text/html; charset=utf-8", html);
  }

  /** The true answer with a changed body. Executed. */
  public static Fault rewrittenBody(UnaryOperator<String> change) {
    return new Fault(FaultKind.REWRITTEN_BODY, FaultKind.REWRITTEN_BODY.word())
        .changing(answer -> answer.withBody(change.apply(answer.body())));
  }

  /**
   * Another size than the kind's usual one; {@link FaultKind} says of what.
   *
   * @throws IllegalStateException if the kind has none
   */
  public Fault size(long other) {
    if (kind.size == 0) {
      throw new IllegalStateException(kind + " has no size");
    }
    if (other < 1) {
      throw new IllegalArgumentException("a size is at least 1: " + other);
    }
    return with(f -> f.size = other);
  }

  /**
   * Another time than the kind's usual one; {@link FaultKind} says of what.
   *
   * @throws IllegalStateException if the kind has none
   */
  public Fault time(Duration other) {
    if (kind.time.isZero()) {
      throw new IllegalStateException(kind + " has no time");
    }
    return with(f -> f.time = other);
  }

  /**
   * The request is executed before this response takes the place of the true one.
   *
   * @throws IllegalStateException if this fault says itself when the request is executed
   */
  public Fault executed() {
    if (execution != NEVER || !kind.isAnswer()) {
      throw new IllegalStateException("this fault says itself whether the request is executed");
    }
    return with(f -> f.execution = AT_ONCE).named(name + ", executed");
  }

  /**
   * Something between shop and gateway does it, to a page of its own (502, HTML), and the gateway
   * never sees the request.
   *
   * @throws IllegalStateException if this fault isn't one that happens to the gateway's true answer
   */
  public Fault notExecuted() {
    if (execution != AT_ONCE || kind.isAnswer() || kind == FaultKind.ANSWER_LOST) {
      throw new IllegalStateException("this fault doesn't happen to a true answer");
    }
    return with(f -> {
          f.execution = NEVER;
          f.change = nothing -> change.apply(PAGE_OF_A_PROXY);
        })
        .named(name + ", not executed");
  }

  /** One more header on the response. */
  public Fault header(String name, String value) {
    return changing(answer -> answer.with(name, value));
  }

  /** {@code Retry-After} in whole seconds. */
  public Fault retryAfter(Duration wait) {
    return header("Retry-After", Long.toString(wait.toSeconds()));
  }

  /** {@code Retry-After} as a date. */
  public Fault retryAfter(Instant date) {
    return header(
        "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
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
    return with(f -> f.matcher = matcher.and(condition));
  }

  /** For the next {@code count} matching requests. */
  public Fault times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a fault happens at least once: " + count);
    }
    return with(f -> f.times = count);
  }

  /** For every matching request, until it is removed. */
  public Fault always() {
    return times(ALWAYS);
  }

  private Fault named(String other) {
    return with(f -> f.name = other);
  }

  /** What it is. */
  public FaultKind kind() {
    return kind;
  }

  Execution execution() {
    return execution;
  }

  /** The gateway's own failure to answer with; 0 for none. */
  int ownStatus() {
    return ownStatus;
  }

  long size() {
    return size;
  }

  Duration time() {
    return time;
  }

  int times() {
    return times;
  }

  boolean concerns(JournalEntry request) {
    return matcher.test(request);
  }

  /** Returns what becomes of a response before it travels. */
  WireResponse change(WireResponse answer) {
    return change.apply(answer);
  }

  /** Names the fault, the requests it is for, and how often it happens. */
  @Override
  public String toString() {
    String often = times == ALWAYS ? ", always" : times == 1 ? "" : ", " + times + " times";
    return "Fault[" + name + often + "]";
  }
}
