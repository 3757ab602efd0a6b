package kr.pgsdk.benchmarks.rows;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Jvm;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.server.ServerControl;
import kr.pgsdk.benchmarks.server.ServerProcess;

/** The heap that a call holds while the gateway is slow: its objects, and its stack if virtual. */
public final class WaitingCallRows {
  private WaitingCallRows() {}

  /** Measures them. */
  public static List<Row> measure(Effort effort) throws Exception {
    Jvm java = Jvm.newest();
    List<Row> rows = new ArrayList<>();
    for (Gateway gateway : effort.gateways()) {
      List<Double> sdk = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int round = 0; round < effort.pick(1, 2, 8); round++) {
        sdk.add(bytes(effort, java, Client.Kind.SDK, gateway));
        bare.add(bytes(effort, java, Client.Kind.BARE, gateway));
      }
      String what = "heap of a waiting find (" + Threads.text(java) + "), against ";
      rows.add(Row.ratio(what + Client.Kind.BARE, gateway, "B", sdk, bare, Aim.NONE));
    }
    return rows;
  }

  private static double bytes(Effort effort, Jvm java, Client.Kind kind, Gateway gateway)
      throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      List<String> lines =
          java.run(
              "waiting-call.txt",
              List.of("-Xmx2g", "-XX:+UseSerialGC"),
              WaitingCallRows.class,
              kind.name(),
              gateway.name(),
              server.url(),
              effort.pick(1, 10_000, 10_000),
              effort.pick(20, 2_000, 2_000));
      return Double.parseDouble(lines.get(0));
    }
  }

  /** The callers' process; prints the bytes of a call, and ends with all of them waiting. */
  public static void main(String[] args) throws Exception {
    Gateway gateway = Gateway.valueOf(args[1]);
    ServerControl server = new ServerControl(args[2]);
    Client client = Client.Kind.valueOf(args[0]).open(gateway, server.url());
    for (int call = 0; call < Integer.parseInt(args[3]); call++) {
      client.find();
    }
    int callers = Integer.parseInt(args[4]);
    String find = "GET " + gateway.path() + gateway.paymentId();
    long before = heap();
    long requests = server.requests(find);
    server.delay(Duration.ofMinutes(10));
    ExecutorService threads = Threads.executor();
    List<Future<Object>> calls = new ArrayList<>(callers);
    for (int i = 0; i < callers; i++) {
      calls.add(threads.submit(client::find));
    }
    while (server.requests(find) < requests + callers) {
      for (Future<Object> call : calls) {
        if (call.isDone()) {
          throw new IllegalStateException("it ended, and nothing was answered: " + call.get());
        }
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    System.out.println((heap() - before) / (double) callers);
    Runtime.getRuntime().halt(0);
  }

  /**
   * Bytes in use after collections: what one frees by a reference queue, only the next collects.
   */
  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
