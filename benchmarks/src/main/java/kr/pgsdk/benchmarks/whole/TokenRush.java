package kr.pgsdk.benchmarks.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.server.Kind;
import kr.pgsdk.benchmarks.server.ServerControl;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;

/** Lets many virtual threads ask a new gateway for its token at once. */
final class TokenRush {
  private TokenRush() {}

  /** Takes how many callers there are, and how often it is done. */
  public static void main(String[] args) throws Exception {
    int callers = Integer.parseInt(args[0]);
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      rush(ServerControl.ofThisProcess(), callers);
    }
  }

  private static void rush(ServerControl server, int callers) throws Exception {
    long before = server.counts().of(Kind.IAMPORT_TOKEN);
    CountDownLatch ready = new CountDownLatch(callers);
    CountDownLatch go = new CountDownLatch(1);
    HttpOptions http = HttpOptions.builder().baseUrl(server.url()).build();
    ExecutorService threads = VirtualThreads.executor();
    try (IamportGateway gateway =
        IamportGateway.builder(IamportCredentials.of("key", "secret")).http(http).build()) {
      List<Future<Long>> ends = new ArrayList<>(callers);
      for (int i = 0; i < callers; i++) {
        ends.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  gateway.getToken();
                  return System.nanoTime();
                }));
      }
      ready.await();
      long start = System.nanoTime();
      go.countDown();
      long last = start;
      for (Future<Long> end : ends) {
        last = Math.max(last, end.get());
      }
      System.out.println("millis " + TimeUnit.NANOSECONDS.toMicros(last - start) / 1e3);
    } finally {
      threads.shutdown();
    }
    System.out.println("requests " + (server.counts().of(Kind.IAMPORT_TOKEN) - before));
  }
}
