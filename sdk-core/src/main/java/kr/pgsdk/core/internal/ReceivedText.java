package kr.pgsdk.core.internal;

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
final class ReceivedText {
  private ReceivedText() {}

  /**
   * Returns {@code failure} itself if it quotes nothing, else one like it without the quotation.
   */
  static Exception leftOut(Exception failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (mayQuote(each)) {
        return silent(failure);
      }
    }
    return failure;
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

  private static IOException silent(Throwable failure) {
    String message =
        mayQuote(failure)
            ? failure.getClass().getSimpleName() + ", its message left out for what it may quote"
            : failure.getMessage();
    @Nullable Throwable cause = failure.getCause();
    IOException silent = new IOException(message, cause == null ? null : silent(cause));
    silent.setStackTrace(failure.getStackTrace());
    return silent;
  }
}
