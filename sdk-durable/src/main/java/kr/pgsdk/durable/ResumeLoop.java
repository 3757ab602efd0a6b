package kr.pgsdk.durable;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resumes again and again until it is closed. */
final class ResumeLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final Duration BUDGET = Duration.ofMinutes(1);

  private final DurablePayments payments;
  private final Duration pause;
  private final Duration longestCall;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts it.
   *
   * @param longestCall how long {@link #close} waits for the work under way
   */
  ResumeLoop(DurablePayments payments, Duration pause, Duration longestCall) {
    this.payments = payments;
    this.longestCall = longestCall;
    this.pause = pause;
    this.thread = new Thread(this::run, "pgsdk-resume");
    thread.setDaemon(true);
    thread.start();
  }

  void wake() {
    wakes.release();
  }

  private void run() {
    while (!closed) {
      try {
        payments.resume(BUDGET);
      } catch (RuntimeException e) {
        LOG.warn("resume failed; the next run comes as planned", e);
      }
      try {
        if (!closed && wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Lets the piece of work under way end; an interrupt would leave a refund in doubt. */
  @Override
  public void close() {
    closed = true;
    wakes.release();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(longestCall.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
