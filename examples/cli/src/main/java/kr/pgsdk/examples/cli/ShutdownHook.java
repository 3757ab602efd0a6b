package kr.pgsdk.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.PaymentGateway;
import org.jspecify.annotations.Nullable;

/**
 * Reports the outcome of a command that moves money when the process is interrupted, as by Ctrl-C:
 * ends the running call, waits until the command has reported it, and ends with its exit code.
 */
final class ShutdownHook {
  private static final long MAX_WAIT_SECONDS = 5;

  private final CountDownLatch reported = new CountDownLatch(1);
  private volatile int exitCode;
  private @Nullable Thread hook;

  /** Ends the calls of {@code gateway} when the process is interrupted. */
  void register(PaymentGateway gateway) {
    hook = new Thread(() -> end(gateway), "pg-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Called when the command has reported its outcome. */
  void reported(int code) {
    exitCode = code;
    reported.countDown();
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already, and the hook waits for this report.
        return;
      }
    }
  }

  private void end(PaymentGateway gateway) {
    gateway.close();
    try {
      if (reported.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
