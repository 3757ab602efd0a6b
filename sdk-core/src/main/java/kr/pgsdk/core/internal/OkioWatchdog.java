package kr.pgsdk.core.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okio.AsyncTimeout;

/**
 * Okio's watchdog: the one thread that ends what takes too long. Okio wakes it whenever a timeout
 * begins that comes due before all others, which is each call's and each read's where few calls are
 * under way, and with a server nearby that costs more than all else the SDK does for a call.
 */
final class OkioWatchdog {
  /**
   * Shorter than any timeout a payment has; long enough for hundreds of calls to a server nearby.
   */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final AtomicLong restEnds = new AtomicLong(System.nanoTime());

  private OkioWatchdog() {}

  /**
   * Lets it sleep for a moment, while others begin their timeouts: one that means nothing is the
   * first to come due. Those behind it end what they watch when they always did; one that comes due
   * sooner still wakes it.
   */
  static void letSleep() {
    long now = System.nanoTime();
    long end = restEnds.get();
    if (end - now <= 0 && restEnds.compareAndSet(end, now + REST_NANOS)) {
      AsyncTimeout first = new AsyncTimeout();
      first.timeout(REST_NANOS, TimeUnit.NANOSECONDS);
      first.enter();
    }
  }
}
