package kr.pgsdk.sandbox;

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
  CUT_BEFORE_READ("reset before the body is read; not executed"),
  CUT_AFTER_READ("read, then closed without an answer; not executed"),
  ANSWER_LOST("executed, then closed without an answer"),
  STALL_BEFORE_EXECUTION("held until DELETE /sandbox/faults, only then executed"),
  STALL_AFTER_EXECUTION("executed; the answer held until DELETE /sandbox/faults");

  /** What the body that asks for a fault may have; only {@code fault} is always needed. */
  static final List<String> FIELDS = List.of("fault", "status", "method", "path", "times");

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
    if (kind != STATUS && body.has("status")) {
      throw new IllegalArgumentException("\"status\" goes with the fault \"status\" only");
    }
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

  private Fault plain(ControlBody body) {
    return switch (this) {
      case STATUS -> Fault.status(body.whole("status"));
      case CUT_BEFORE_READ -> Fault.cutBeforeRead();
      case CUT_AFTER_READ -> Fault.cutAfterRead();
      case ANSWER_LOST -> Fault.answerLost();
      case STALL_BEFORE_EXECUTION -> Fault.stallBeforeExecution();
      case STALL_AFTER_EXECUTION -> Fault.stallAfterExecution();
    };
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
