package kr.pgsdk.core.internal.text;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What led to an error, fit to be printed with it: OkHttp and Okio quote what they can't read, an
 * interceptor may quote the request. What may quote is replaced by its class name and stack trace.
 */
public final class Causes {
  /** How deep causes are looked at: an exception may lead back to itself. */
  private static final int MAX_DEPTH = 8;

  private Causes() {}

  /** Returns the cause itself if nothing in it must be hidden. */
  public static @Nullable Throwable shown(
      @Nullable Throwable cause, Redaction redaction, List<String> also) {
    return shown(cause, message -> message.equals(redaction.redact(message, also)), 0);
  }

  private static @Nullable Throwable shown(
      @Nullable Throwable cause, Predicate<String> isClean, int depth) {
    if (cause == null || depth == MAX_DEPTH) {
      return null;
    }
    Throwable inner = shown(cause.getCause(), isClean, depth + 1);
    List<Throwable> suppressed =
        Stream.of(cause.getSuppressed())
            .flatMap(each -> Stream.ofNullable(shown(each, isClean, depth + 1)))
            .toList();
    String message = cause.getMessage();
    boolean harmless = message == null || (!quotesWhatCame(cause) && isClean.test(message));
    if (harmless
        && inner == cause.getCause()
        && suppressed.equals(List.of(cause.getSuppressed()))) {
      return cause;
    }
    String said =
        message == null
            ? ""
            : harmless ? ": " + message : ", its message left out for what it may quote";
    Throwable copy = new IOException(cause.getClass().getName() + said, inner);
    copy.setStackTrace(cause.getStackTrace());
    suppressed.forEach(copy::addSuppressed);
    return copy;
  }

  /** Okio's own complaints are plain {@link IOException}s; those of a socket pass through it. */
  private static boolean quotesWhatCame(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return cause instanceof ProtocolException
        || cause instanceof EOFException
        || cause instanceof ZipException
        || cause instanceof NumberFormatException
        || (cause.getClass() == IOException.class
            && trace.length > 0
            && trace[0].getClassName().startsWith("okio."));
  }
}
