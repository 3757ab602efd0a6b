package kr.pgsdk.benchmarks.rows;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Jvm;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.server.ServerControl;
import kr.pgsdk.benchmarks.server.ServerProcess;

/**
 * What a call costs the processor, all Java threads of the process together, in a shop that calls
 * ten times a second. The code is compiled, but caches are cold and every thread sleeps in between.
 */
public final class PaceRows {
  private static final List<Client.Kind> KINDS = List.of(Client.Kind.SDK, Client.Kind.BARE);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration GATEWAY_TAKES = Duration.ofMillis(50);

  private PaceRows() {}

  /** Measures them. */
  public static List<Row> measure(Effort effort) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Gateway gateway : effort.gateways()) {
      try (ServerProcess server = ServerProcess.start()) {
        List<String> lines =
            Jvm.current()
                .run(
                    "pace.txt",
                    List.of("-Xms1g", "-Xmx1g"),
                    PaceRows.class,
                    gateway.name(),
                    server.url(),
                    effort.pick(0, 15_000, 15_000),
                    effort.pick(1, 6, 20),
                    effort.pick(2, 40, 60));
        rows.add(
            Row.ratio(
                "find, processor time at 10 calls a second, against " + Client.Kind.BARE,
                gateway,
                "µs",
                figures(lines, Client.Kind.SDK),
                figures(lines, Client.Kind.BARE),
                Aim.NONE));
      }
    }
    return rows;
  }

  private static List<Double> figures(List<String> lines, Client.Kind kind) {
    return lines.stream()
        .map(line -> line.split(" ", 2))
        .filter(words -> words[0].equals(kind.name()))
        .map(words -> Double.valueOf(words[1]))
        .toList();
  }

  /** The shop's process; prints a kind and the microseconds of a call for each turn. */
  public static void main(String[] args) throws Exception {
    Gateway gateway = Gateway.valueOf(args[0]);
    ServerControl server = new ServerControl(args[1]);
    List<Client> clients = KINDS.stream().map(kind -> kind.open(gateway, server.url())).toList();
    for (int call = 0; call < Integer.parseInt(args[2]); call++) {
      for (Client client : clients) {
        client.find();
      }
    }
    server.delay(GATEWAY_TAKES);
    for (int round = 0; round < Integer.parseInt(args[3]); round++) {
      for (int turn = 0; turn < KINDS.size(); turn++) {
        int who = (round + turn) % KINDS.size();
        double micros = micros(clients.get(who), Integer.parseInt(args[4]));
        System.out.println(KINDS.get(who).name() + " " + micros);
      }
    }
    clients.forEach(Client::close);
  }

  private static double micros(Client client, int calls) throws Exception {
    long before = processorNanos();
    long next = System.nanoTime();
    for (int call = 0; call < calls; call++) {
      client.find();
      next += PAUSE;
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    }
    return (processorNanos() - before) / 1e3 / calls;
  }

  /** Of each thread, for the process's own count goes by hundredths of a second. */
  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return LongStream.of(threads.getAllThreadIds()).map(threads::getThreadCpuTime).sum();
  }
}
