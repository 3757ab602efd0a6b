package kr.pgsdk.benchmarks.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.calls.Floor;
import kr.pgsdk.benchmarks.calls.SdkCalls;
import kr.pgsdk.benchmarks.calls.ShopCalls;
import kr.pgsdk.benchmarks.server.ServerControl;

/** Lets many virtual threads wait for answers that don't come, and looks what that takes. */
final class WaitingCalls {
  /** Started together: more at a time would overrun what the kernel lets wait to be accepted. */
  private static final int BATCH = 500;

  private static final int WARM_UP = 2_000;

  private WaitingCalls() {}

  /** Takes {@code SDK} or {@code FLOOR}, the gateway, and how many callers there are. */
  public static void main(String[] args) throws Exception {
    Gateway gateway = Gateway.valueOf(args[1]);
    int callers = Integer.parseInt(args[2]);
    ServerControl server = ServerControl.ofThisProcess();
    try (ShopCalls calls =
        args[0].equals("SDK")
            ? new SdkCalls(gateway, server.url())
            : Floor.of(gateway, server.url(), callers)) {
      ExecutorService threads = VirtualThreads.executor();
      for (int i = 0; i < WARM_UP; i++) {
        threads.submit(calls::find).get(); // not by this thread: on a virtual one it is other code
      }
      System.out.println("bytes " + waiting(server, threads, calls, callers) / (double) callers);
    }
  }

  private static long waiting(
      ServerControl server, ExecutorService threads, ShopCalls calls, int callers)
      throws Exception {
    List<Future<Object>> answers = new ArrayList<>(callers);
    long before = Live.now().heap();
    server.hold();
    for (int i = 1; i <= callers; i++) {
      answers.add(threads.submit(calls::find));
      if (i % BATCH == 0 || i == callers) {
        awaitWaiting(server, i, answers);
      }
    }
    long during = Live.now().heap();
    server.release();
    for (Future<Object> answer : answers) {
      answer.get();
    }
    threads.shutdown();
    return during - before;
  }

  private static void awaitWaiting(ServerControl server, int all, List<Future<Object>> answers)
      throws Exception {
    while (server.counts().waiting() < all) {
      for (Future<Object> answer : answers) {
        if (answer.isDone()) {
          throw new IllegalStateException("nothing was answered, but ended: " + answer.get());
        }
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
