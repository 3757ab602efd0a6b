package kr.pgsdk.benchmarks.whole;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of a Java newer than the one this is compiled for. */
final class VirtualThreads {
  private VirtualThreads() {}

  static ExecutorService executor() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
