package kr.pgsdk.benchmarks.whole;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of a Java newer than the one this is compiled for. */
public final class VirtualThreads {
  private VirtualThreads() {}

  /** The Java they are measured in; empty if there is none here. */
  public static Optional<String> java() throws IOException {
    return Jvm.withVirtualThreads().map(Jvm::text);
  }

  static ExecutorService executor() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
