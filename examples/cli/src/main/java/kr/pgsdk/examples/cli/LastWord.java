package kr.pgsdk.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.PaymentGateway;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command that may be moving money say what it knows when the process is told to end, as by
 * Ctrl-C: the call under way is ended at once, its doubt is reported, and the exit code is its own.
 */
final class LastWord {
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch said = new CountDownLatch(1);
  private volatile int exitCode;
  private @Nullable Thread hook;

  /** Watches over the calls to come of {@code gateway}. */
  void about(PaymentGateway gateway) {
    hook = new Thread(() -> end(gateway), "pg-last-word");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Everything has been reported. */
  void said(int code) {
    exitCode = code;
    said.countDown();
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending, and the hook has been waiting for this.
        return;
      }
    }
  }

  private void end(PaymentGateway gateway) {
    gateway.close();
    try {
      if (said.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
