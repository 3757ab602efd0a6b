package kr.pgsdk.sandbox.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Everything that is logged through SLF4J in this JVM, from {@link #at} until it is closed. */
public final class LogCapture implements AutoCloseable {
  /** A line as a logging library would write it, with its stack trace. */
  public record Line(
      Level level, String logger, String text, Map<String, String> context, String thread) {}

  private static volatile LogCapture current;

  private final Level level;
  private final RuntimeException broken;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private LogCapture(Level level, RuntimeException broken) {
    this.level = level;
    this.broken = broken;
    current = this;
  }

  /** Captures what is logged at this level or above. */
  public static LogCapture at(Level level) {
    return new LogCapture(level, null);
  }

  /** Throws instead, as a library does that was told to when its disk is full. */
  public static LogCapture broken(RuntimeException thrown) {
    return new LogCapture(Level.TRACE, thrown);
  }

  static boolean isEnabled(Level level) {
    LogCapture capture = current;
    return capture != null && level.toInt() >= capture.level.toInt();
  }

  static void log(Level level, String logger, String message, Throwable thrown) {
    LogCapture capture = current;
    if (capture == null) {
      return;
    }
    if (capture.broken != null) {
      throw capture.broken;
    }
    StringWriter text = new StringWriter().append(message);
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text.append('\n'), true));
    }
    capture.lines.add(
        new Line(
            level,
            logger,
            text.toString(),
            Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()),
            Thread.currentThread().getName()));
  }

  /** What was logged by now. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** What was logged by now at exactly this level. */
  public List<Line> lines(Level exactly) {
    return lines.stream().filter(line -> line.level() == exactly).toList();
  }

  /** Forgets what was logged by now. */
  public void clear() {
    lines.clear();
  }

  @Override
  public void close() {
    current = null;
  }
}
