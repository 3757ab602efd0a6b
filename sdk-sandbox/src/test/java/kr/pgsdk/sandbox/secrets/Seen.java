package kr.pgsdk.sandbox.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.sandbox.log.LogCapture;

/**
 * Everything that could be seen by somebody: logs of both kinds at every level, what is printed,
 * the listener's events, thread names, exceptions, and what public objects say of themselves.
 */
final class Seen implements CallListener, AutoCloseable {
  private final LogCapture log = LogCapture.at(org.slf4j.event.Level.TRACE);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Logger root = Logger.getLogger("");
  private final Level rootLevel = root.getLevel();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          // The web server that plays the gateway logs what it was sent: it isn't ours to watch.
          if (!String.valueOf(line.getLoggerName()).startsWith("mockwebserver3")) {
            texts.add("JUL " + line.getMessage() + " " + trace(line.getThrown()));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Seen() {
    PrintStream captured = new PrintStream(printed, true, UTF_8);
    System.setOut(captured);
    System.setErr(captured);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
  }

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    texts.add("event " + attempt + attempt.operation() + attempt.call() + attempt.traceId());
    texts.add("thread " + Thread.currentThread().getName());
  }

  @Override
  public void callEnded(CallEvent call) {
    texts.add("event " + call + call.call() + call.outcome());
  }

  /** Something public that the application holds, and all that can be reached from it. */
  void object(Object object) {
    texts.addAll(PublicWalk.toStrings(object));
  }

  /** An exception that the application caught, with all that it carries. */
  void exception(Throwable thrown) {
    texts.add(trace(thrown));
    if (thrown instanceof PaymentException failure) {
      texts.add("code " + failure.gatewayCode());
      texts.add("message " + failure.gatewayMessage());
      texts.add("trace id " + failure.traceId());
      object(failure);
    }
  }

  private static String trace(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** The lines logged through SLF4J by now, and what the logging context said. */
  List<String> logged() {
    List<String> lines = new ArrayList<>();
    log.lines()
        .forEach(
            line -> {
              lines.add(line.text());
              lines.addAll(line.context().values());
            });
    log.clear();
    return lines;
  }

  /** All of it; whatever is asked for next begins anew. */
  List<String> take() {
    List<String> all = new ArrayList<>(texts);
    texts.clear();
    log.lines().forEach(line -> all.add("log " + line));
    log.clear();
    all.add("printed " + printed.toString(UTF_8));
    printed.reset();
    Thread[] threads = new Thread[Thread.activeCount() * 2 + 8];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      all.add("thread " + threads[i].getName());
    }
    return all;
  }

  @Override
  public void close() {
    log.close();
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(handler);
    root.setLevel(rootLevel);
  }
}
