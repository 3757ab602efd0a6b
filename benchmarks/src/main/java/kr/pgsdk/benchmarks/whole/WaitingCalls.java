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

  private static final int WARM_UP = 3_000;

  private WaitingCalls() {}

  /**
   * Takes {@code SDK} or {@code FLOOR}, the gateway, how many callers there are, and how many waves
   * of calls come and go before them, with a new client each.
   */
  public static void main(String[] args) throws Exception {
    boolean sdk = args[0].equals("SDK");
    Gateway gateway = Gateway.valueOf(args[1]);
    int callers = Integer.parseInt(args[2]);
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      wave(sdk, gateway, WARM_UP);
    }
    System.out.println("bytes " + wave(sdk, gateway, callers) / (double) callers);
  }

  private static long wave(boolean sdk, Gateway gateway, int callers) throws Exception {
    ServerControl server = ServerControl.ofThisProcess();
    ExecutorService threads = VirtualThreads.executor();
    List<Future<Object>> answers = new ArrayList<>(callers);
    try (ShopCalls calls =
        sdk ? new SdkCalls(gateway, server.url()) : Floor.of(gateway, server.url(), callers)) {
      threads.submit(calls::find).get();
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
      return during - before;
    } finally {
      threads.shutdown();
    }
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
