package kr.pgsdk.core.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.time.KoreanTime;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One response: read whole, or its body still open. */
public final class HttpResponse {
  private static final int NONE = 0;

  /** Both times are cut to whole seconds, and come from two of the gateway's machines. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

  private final int status;
  private final Headers headers;
  private final byte[] body;
  private final int limit;
  private final boolean followsDoubt;
  private final @Nullable OpenBody open;

  private HttpResponse(int status, Headers headers, byte[] body, int limit, boolean followsDoubt) {
    this(status, headers, body, limit, followsDoubt, null);
  }

  private HttpResponse(
      int status,
      Headers headers,
      byte[] body,
      int limit,
      boolean followsDoubt,
      @Nullable OpenBody open) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.limit = limit;
    this.followsDoubt = followsDoubt;
    this.open = open;
  }

  /** Returns a response whose body is still coming in. */
  static HttpResponse open(int status, Headers headers, OpenBody body) {
    return new HttpResponse(status, headers, new byte[0], NONE, false, body);
  }

  /** The body, still coming in or whole; whoever takes it closes it. */
  OpenBody openBody() {
    return open != null ? open : OpenBody.of(json());
  }

  /** Returns a response; the array is not copied. */
  static HttpResponse of(int status, Headers headers, byte[] body) {
    return new HttpResponse(status, headers, body, NONE, false);
  }

  /** Returns a response that didn't come over the wire; the array is not copied. */
  public static HttpResponse of(int status, Map<String, List<String>> headers, byte[] body) {
    Headers.Builder all = new Headers.Builder();
    headers.forEach((name, values) -> values.forEach(value -> all.addUnsafeNonAscii(name, value)));
    return of(status, all.build(), body);
  }

  /** Returns a response whose body had more than {@code limit} bytes, and wasn't read. */
  static HttpResponse tooLarge(int status, Headers headers, int limit) {
    return new HttpResponse(status, headers, new byte[0], limit, false);
  }

  /** Returns this response as one to a repetition: an earlier sending may have been executed. */
  HttpResponse followingDoubt() {
    return new HttpResponse(status, headers, body, limit, true, open);
  }

  /** Returns this response with another body, such as what its own is when decrypted. */
  public HttpResponse withBody(byte[] other) {
    return new HttpResponse(status, headers, other, NONE, followsDoubt);
  }

  /** Whether the same call has sent the same request before, and may have had it executed. */
  public boolean followsDoubt() {
    return followsDoubt;
  }

  public int status() {
    return status;
  }

  public boolean isSuccessful() {
    return status >= 200 && status < 300;
  }

  public List<String> headers(String name) {
    return headers.values(name);
  }

  public @Nullable String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** Whether there is no body at all: not even a space. */
  public boolean isEmpty() {
    return body.length == 0 && !isTooLarge();
  }

  /** The body's bytes; not a copy. */
  byte[] body() {
    return body;
  }

  /**
   * The body's bytes, to be read as JSON; not a copy.
   *
   * @throws JsonProblem if there were more of them than are read of a response to such a request
   */
  public byte[] json() {
    if (isTooLarge()) {
      throw new JsonProblem("$", "is larger than " + (limit >> 20) + " MiB");
    }
    return body;
  }

  /** Whether the body was longer than what is read of a response to such a request. */
  boolean isTooLarge() {
    return limit != NONE;
  }

  /** When the gateway says it answered. */
  public @Nullable Instant date() {
    return moment(header("Date"));
  }

  /** Reads a date as HTTP writes it; null if there is none, or none that a calendar shows. */
  private static @Nullable Instant moment(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      // The form of RFC 9110, 5.6.7; strictly, for else 24 o'clock is the next day.
      DateTimeFormatter form =
          DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
      Instant moment = ZonedDateTime.parse(text, form).toInstant();
      return KoreanTime.isInCalendar(moment) ? moment : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Whether it may tell of something that was done before the call began, and so be an old response
   * that is given again for the same key. A response that doesn't prove its age is one.
   *
   * @param done when what it tells of was done; null if it doesn't say
   * @param spent how long ago the call began
   */
  public boolean mayBeOld(@Nullable Instant done, Duration spent) {
    Instant answered = date();
    return done == null
        || answered == null
        || done.plus(spent).plus(CLOCK_SLACK).isBefore(answered);
  }

  /** How long the gateway asks to wait, given as seconds or as a date. */
  public @Nullable Duration retryAfter(Instant now) {
    String text = header("Retry-After");
    if (text == null) {
      return null;
    }
    if (text.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    Instant until = moment(text);
    if (until == null) {
      return null;
    }
    Instant answered = date();
    Duration wait = Duration.between(answered != null ? answered : now, until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
