package kr.pgsdk.core.async;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads for calls: virtual ones where the JVM has them, a bounded pool elsewhere. */
final class CallThreads {
  static final int QUEUED_PER_THREAD = 100;
  private static final long IDLE_SECONDS = 30;

  private CallThreads() {}

  static ExecutorService create(int maxThreads) {
    if (maxThreads < 1) {
      throw new IllegalArgumentException("maxThreads must be at least 1: " + maxThreads);
    }
    ExecutorService virtual = virtual();
    return virtual != null ? virtual : pool(maxThreads);
  }

  /** Returns null if this JVM has no virtual threads, or only as a preview (Java 19 and 20). */
  private static @Nullable ExecutorService virtual() {
    try {
      // By its name: the SDK is compiled for Java 17.
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }

  static ThreadPoolExecutor pool(int maxThreads) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            maxThreads,
            maxThreads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(Math.multiplyExact(maxThreads, QUEUED_PER_THREAD)),
            task -> {
              Thread thread = new Thread(task, "pgsdk-call-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
