package kr.pgsdk.benchmarks.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Jvm;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.server.ServerControl;
import kr.pgsdk.benchmarks.server.ServerProcess;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;

/** How many token requests there are when many callers find no token. */
public final class TokenRushRows {
  private static final Duration TOKEN_TAKES = Duration.ofMillis(100);

  private TokenRushRows() {}

  /** Measures them. */
  public static List<Row> measure(Effort effort) throws Exception {
    int callers = effort.pick(100, 10_000, 10_000);
    Jvm java = Jvm.newest();
    String what =
        "token requests for %,d callers with an empty cache (%s)"
            .formatted(callers, Threads.text(java));
    try (ServerProcess server = ServerProcess.start()) {
      List<String> requests =
          java.run(
              "token-rush.txt",
              List.of("-Xmx2g"),
              TokenRushRows.class,
              server.url(),
              callers,
              effort.pick(1, 5, 20));
      // The worst round counts: one more request is one too many.
      double worst = requests.stream().mapToDouble(Double::parseDouble).max().orElseThrow();
      return List.of(Row.figure(what, Gateway.IAMPORT, worst, "requests", Aim.atMost(1)));
    }
  }

  /** The callers' process; prints the number of requests of each round. */
  public static void main(String[] args) throws Exception {
    ServerControl server = new ServerControl(args[0]);
    server.delay(TOKEN_TAKES);
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      long before = requests(server);
      rush(server.url(), Integer.parseInt(args[1]));
      System.out.println(requests(server) - before);
    }
  }

  private static long requests(ServerControl server) throws Exception {
    return server.requests("POST /users/getToken");
  }

  private static void rush(String url, int callers) throws Exception {
    CountDownLatch ready = new CountDownLatch(callers);
    CountDownLatch go = new CountDownLatch(1);
    HttpOptions http = HttpOptions.builder().baseUrl(url).build();
    ExecutorService threads = Threads.executor();
    try (IamportGateway gateway =
        IamportGateway.builder(IamportCredentials.of("key", "secret")).http(http).build()) {
      List<Future<?>> calls = new ArrayList<>(callers);
      for (int i = 0; i < callers; i++) {
        calls.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  return gateway.getToken();
                }));
      }
      ready.await();
      go.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
