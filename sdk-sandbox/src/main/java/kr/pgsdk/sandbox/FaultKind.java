package kr.pgsdk.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The faults the control door has: those of {@link Fault} that a shop in another process can use
 * best, under the same names.
 */
enum FaultKind {
  STATUS("an error in the gateway's own words, \"status\" 400 to 599; not executed"),
  HTML("a page of HTML with \"status\", as a proxy sends it; not executed"),
  REDIRECT("307 to \"location\"; not executed"),
  CUT_BEFORE_READ("reset before the body is read; not executed"),
  CUT_AFTER_READ("read, then closed without an answer; not executed"),
  ANSWER_LOST("executed, then closed without an answer"),
  CUT_IN_HEAD("executed; closed in the first header of the answer"),
  CUT_IN_BODY("executed; closed in the middle of the answer's body"),
  STALL_BEFORE_EXECUTION("held until DELETE /sandbox/faults, only then executed"),
  STALL_AFTER_EXECUTION("executed; the answer held until DELETE /sandbox/faults"),
  STALL_IN_BODY("executed; half of the answer held until DELETE /sandbox/faults"),
  SLOW_BODY("executed; the answer's body comes at one byte a second"),
  SLOW_ANSWER("executed; the whole answer comes at one byte a second"),
  CONTINUED("executed; 100 Continue comes before the answer"),
  TRUNCATED_BODY("executed; half of the answer's JSON as if it were whole"),
  ENDLESS_HEAD("executed; headers without end"),
  ENDLESS_BODY("executed; a chunked body without end"),
  LENGTH_TOO_LARGE("executed; Content-Length promises 100 bytes too many"),
  LENGTH_TOO_SMALL("executed; Content-Length promises 10 bytes too few"),
  BROKEN_GZIP("executed; a body that isn't the gzip it is said to be"),
  GZIP_BOMB("executed; a body that unzips to 1 GiB"),
  HUGE_BODY("executed; the answer has 20 MB"),
  DEEP_BODY("executed; the answer has 10,000 arrays in each other"),
  NO_TOKEN("Iamport's answer to getToken has no token"),
  EXPIRED_TOKEN("Iamport's answer to getToken has an expired token"),
  TOKEN_CLOCK("Iamport's answer to getToken is by a clock ten hours ahead");

  /** What the body that asks for a fault may have; only {@code fault} is always needed. */
  static final List<String> FIELDS =
      List.of("fault", "status", "retryAfter", "location", "method", "path", "times");

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final String does;

  FaultKind(String does) {
    this.does = does;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What comes of it, in a few words. */
  String does() {
    return does;
  }

  /** Returns the fault that {@code body} asks for. */
  static Fault fault(ControlBody body) {
    FaultKind kind = of(body.text("fault"));
    kind.requireAlone(body, "status", STATUS, HTML);
    kind.requireAlone(body, "retryAfter", STATUS);
    kind.requireAlone(body, "location", REDIRECT);
    String method = body.has("method") ? body.text("method").toUpperCase(Locale.ROOT) : "";
    String path = body.has("path") ? body.text("path") : "/";
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must start with /, as in /payments/cancel");
    }
    return kind.plain(body)
        .times(body.times())
        .when(
            request ->
                (method.isEmpty() || request.method().equals(method))
                    && request.path().startsWith(path));
  }

  private void requireAlone(ControlBody body, String field, FaultKind... kinds) {
    if (body.has(field) && !List.of(kinds).contains(this)) {
      throw new IllegalArgumentException(
          "\"" + field + "\" doesn't go with the fault \"" + word() + "\"");
    }
  }

  private Fault plain(ControlBody body) {
    return switch (this) {
      case STATUS -> own(body);
      case HTML -> Fault.html(body.whole("status"));
      case REDIRECT -> Fault.redirect(307, body.text("location"));
      case CUT_BEFORE_READ -> Fault.cutBeforeRead();
      case CUT_AFTER_READ -> Fault.cutAfterRead();
      case ANSWER_LOST -> Fault.answerLost();
      case CUT_IN_HEAD -> Fault.cutInHead();
      case CUT_IN_BODY -> Fault.cutInBody();
      case STALL_BEFORE_EXECUTION -> Fault.stallBeforeExecution();
      case STALL_AFTER_EXECUTION -> Fault.stallAfterExecution();
      case STALL_IN_BODY -> Fault.stallInBody();
      case SLOW_BODY -> Fault.slowBody(1, SECOND);
      case SLOW_ANSWER -> Fault.slowAnswer(SECOND);
      case CONTINUED -> Fault.continued(1);
      case TRUNCATED_BODY -> Fault.truncatedBody();
      case ENDLESS_HEAD -> Fault.endlessHead();
      case ENDLESS_BODY -> Fault.endlessBody();
      case LENGTH_TOO_LARGE -> Fault.wrongContentLength(100);
      case LENGTH_TOO_SMALL -> Fault.wrongContentLength(-10);
      case BROKEN_GZIP -> Fault.brokenGzip();
      case GZIP_BOMB -> Fault.gzipBomb(1 << 30);
      case HUGE_BODY -> Fault.hugeBody(20_000_000);
      case DEEP_BODY -> Fault.deepBody(10_000);
      case NO_TOKEN -> Fault.noToken();
      case EXPIRED_TOKEN -> Fault.expiredToken();
      case TOKEN_CLOCK -> Fault.tokenClock(Duration.ofHours(10));
    };
  }

  private static Fault own(ControlBody body) {
    Fault fault = Fault.status(body.whole("status"));
    if (!body.has("retryAfter")) {
      return fault;
    }
    int seconds = body.whole("retryAfter");
    if (seconds < 0) {
      throw new IllegalArgumentException("retryAfter must not be negative");
    }
    return fault.retryAfter(Duration.ofSeconds(seconds));
  }

  private static FaultKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fault must be one of: "
                        + Arrays.stream(values())
                            .map(FaultKind::word)
                            .collect(Collectors.joining(", "))));
  }
}
