package kr.pgsdk.core.internal.text;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a server sent out of the failures it caused. Where HTTP or gzip can't be read, OkHttp
 * and Okio quote the line or the bytes they stumbled over in the exception's message: after a wrong
 * {@code Content-Length} that is the rest of a payment.
 */
public final class ReceivedText {
  private ReceivedText() {}

  /**
   * Returns {@code failure} itself if it quotes nothing, else one like it without the quotation.
   */
  public static Throwable leftOut(Throwable failure) {
    IOException silent = mayQuote(failure, 0) ? silent(failure, 0) : null;
    return silent == null ? failure : silent;
  }

  /**
   * Looks at what led to it, and at what is suppressed: OkHttp keeps there how other routes failed.
   * What lies deeper than is looked may quote.
   */
  private static boolean mayQuote(@Nullable Throwable failure, int depth) {
    if (failure == null) {
      return false;
    }
    if (depth >= Causes.MAX_DEPTH || mayQuote(failure)) {
      return true;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (mayQuote(suppressed, depth + 1)) {
        return true;
      }
    }
    return mayQuote(failure.getCause(), depth + 1);
  }

  private static boolean mayQuote(Throwable failure) {
    return failure instanceof ProtocolException
        || failure instanceof EOFException
        || failure instanceof ZipException
        || failure instanceof NumberFormatException
        || isThrownByOkio(failure);
  }

  /** Okio's own complaints are plain {@link IOException}s; those of a socket pass through it. */
  private static boolean isThrownByOkio(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass() == IOException.class
        && trace.length > 0
        && trace[0].getClassName().startsWith("okio.");
  }

  private static @Nullable IOException silent(@Nullable Throwable failure, int depth) {
    if (failure == null || depth >= Causes.MAX_DEPTH) {
      return null;
    }
    String message =
        mayQuote(failure)
            ? failure.getClass().getSimpleName() + ", its message left out for what it may quote"
            : failure.getMessage();
    IOException silent = new IOException(message, silent(failure.getCause(), depth + 1));
    silent.setStackTrace(failure.getStackTrace());
    for (Throwable suppressed : failure.getSuppressed()) {
      IOException shown = silent(suppressed, depth + 1);
      if (shown != null) {
        silent.addSuppressed(shown);
      }
    }
    return silent;
  }
}
