package kr.pgsdk.core.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/** Ends a call when one piece of work on it takes too long. */
final class CallTimeout extends AsyncTimeout {
  /** Work that the network may hold up. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  private final Call call;

  CallTimeout(Call call, Duration limit) {
    this.call = call;
    timeout(Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS);
  }

  @Override
  protected void timedOut() {
    call.cancel();
  }

  /** Does the work, which fails if it takes longer. */
  <T> T within(Work<T> work) throws IOException {
    enter();
    T result;
    try {
      result = work.run();
    } catch (IOException e) {
      throw exit() ? new InterruptedIOException("timeout") : e;
    } catch (RuntimeException | Error e) {
      boolean unused = exit();
      throw e;
    }
    boolean unused = exit(); // too late, and done all the same
    return result;
  }
}
