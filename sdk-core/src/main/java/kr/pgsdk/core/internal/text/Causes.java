package kr.pgsdk.core.internal.text;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What led to an error, fit to be printed with it. A library's exception may quote the answer it
 * choked on, and an interceptor's the request: then its place is taken by one that says the same
 * without.
 */
public final class Causes {
  /** So deep is looked: an exception may lead back to itself. */
  static final int MAX_DEPTH = 8;

  private Causes() {}

  /** Returns the cause itself if nothing in it must be hidden. */
  public static @Nullable Throwable shown(
      @Nullable Throwable cause, Redaction redaction, List<String> also) {
    return isFit(cause, redaction, also, 0) ? cause : copy(cause, redaction, also, 0);
  }

  private static boolean isFit(
      @Nullable Throwable cause, Redaction redaction, List<String> also, int depth) {
    if (cause == null) {
      return true;
    }
    String message = cause.getMessage();
    boolean fit =
        depth < MAX_DEPTH && (message == null || message.equals(redaction.redact(message, also)));
    for (Throwable suppressed : cause.getSuppressed()) {
      fit = fit && isFit(suppressed, redaction, also, depth + 1);
    }
    return fit && isFit(cause.getCause(), redaction, also, depth + 1);
  }

  private static @Nullable Throwable copy(
      @Nullable Throwable cause, Redaction redaction, List<String> also, int depth) {
    if (cause == null || depth >= MAX_DEPTH) {
      return null;
    }
    String message = redaction.redact(cause.getMessage(), also);
    IOException copy =
        new IOException(
            cause.getClass().getName() + (message == null ? "" : ": " + message),
            copy(cause.getCause(), redaction, also, depth + 1));
    copy.setStackTrace(cause.getStackTrace());
    for (Throwable suppressed : cause.getSuppressed()) {
      Throwable shown = copy(suppressed, redaction, also, depth + 1);
      if (shown != null) {
        copy.addSuppressed(shown);
      }
    }
    return copy;
  }
}
