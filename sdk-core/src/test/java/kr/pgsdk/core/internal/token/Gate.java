package kr.pgsdk.core.internal.token;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where one thread stops until the test lets it go on. */
final class Gate {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Stops the calling thread here. */
  void pass() {
    reached.countDown();
    boolean interrupted = false;
    while (true) {
      try {
        if (!open.await(100, TimeUnit.SECONDS)) {
          throw new AssertionError("nobody opened the gate");
        }
        break;
      } catch (InterruptedException e) {
        interrupted = true; // like an HTTP exchange on a platform thread, it goes on
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitReached() throws InterruptedException {
    if (!reached.await(100, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody came to the gate");
    }
  }

  void open() {
    open.countDown();
  }
}
