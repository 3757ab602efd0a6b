package kr.pgsdk.benchmarks.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.calls.SdkCalls;
import kr.pgsdk.benchmarks.server.ServerControl;

/** Finds a payment again and again through one gateway. */
final class ManyFinds {
  private static final int THREADS = 8;

  private ManyFinds() {}

  /** Takes the gateway, how many finds there are before each count, and how many counts. */
  public static void main(String[] args) throws Exception {
    int finds = Integer.parseInt(args[1]);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (SdkCalls calls =
        new SdkCalls(Gateway.valueOf(args[0]), ServerControl.ofThisProcess().url())) {
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        List<Future<?>> parts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          parts.add(threads.submit(() -> find(calls, finds / THREADS)));
        }
        for (Future<?> part : parts) {
          part.get();
        }
        System.out.println("heap " + Live.now().heap());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void find(SdkCalls calls, int times) {
    for (int i = 0; i < times; i++) {
      calls.find();
    }
  }
}
