package kr.pgsdk.benchmarks.rows;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.pgsdk.benchmarks.Jvm;

/** A thread for each of many callers: virtual where Java has them. */
final class Threads {
  private Threads() {}

  static ExecutorService executor() throws ReflectiveOperationException {
    return Jvm.current().hasVirtualThreads()
        ? (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
        : Executors.newCachedThreadPool();
  }

  static String text(Jvm java) {
    return (java.hasVirtualThreads() ? "virtual threads, Java " : "threads, Java ")
        + java.version();
  }
}
