package kr.pgsdk.benchmarks.rows;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Jvm;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.server.ServerProcess;
import kr.pgsdk.durable.database.Database;

/** What it costs that payments outlive the process, on databases that wait for their disk. */
public final class DurableRows {
  private static final double FIND_DUE_MILLIS = 10;
  private static final double MOST_TRANSACTIONS = 4;
  private static final double MOST_STATEMENTS = 12;

  private DurableRows() {}

  /** Measures them; a glance is at H2 alone, which needs no server. */
  public static List<Row> measure(Effort effort) throws Exception {
    List<Row> rows = new ArrayList<>();
    List<Database> databases =
        effort == Effort.GLANCE ? List.of(Database.H2) : List.of(Database.H2, Database.POSTGRESQL);
    for (Database database : databases) {
      try (ServerProcess server = ServerProcess.start()) {
        rows.addAll(rows(database, figures(database, server, effort)));
      }
    }
    return rows;
  }

  /** What the shop's process printed, by name. */
  private interface Figures {
    List<Double> get(String name);
  }

  private static Figures figures(Database database, ServerProcess server, Effort effort)
      throws Exception {
    List<String> lines =
        Jvm.current()
            .run(
                "durable.txt",
                List.of("-Xms1g", "-Xmx1g", "-Dpgsdk.databases.fsync=true"),
                DurableShop.class,
                database,
                server.url(),
                effort.pick(1, 8, 20), // rounds
                effort.pick(8, 400, 400), // orders a round
                effort.pick(100, 1_000_000, 1_000_000), // closed orders
                effort.pick(10, 1_000, 1_000)); // due orders
    return name ->
        lines.stream()
            .map(line -> line.split(" ", 2))
            .filter(words -> words[0].equals(name))
            .map(words -> Double.valueOf(words[1]))
            .toList();
  }

  private static List<Row> rows(Database database, Figures figures) {
    String among =
        String.format("%,.0f", figures.get(DurableShop.CLOSED).get(0)) + " closed orders";
    String due = String.format("%,.0f", figures.get(DurableShop.DUE).get(0));
    double durable = Row.median(figures.get(DurableShop.DURABLE));
    return List.of(
        Row.ratio(
            "confirm of an order, durable on " + database + ", against confirm alone",
            Gateway.TOSS,
            "µs",
            figures.get(DurableShop.DURABLE),
            figures.get(DurableShop.PLAIN),
            Aim.NONE),
        Row.figure(
            "orders confirmed a second, durable on " + database,
            Gateway.TOSS,
            Math.rint(1e6 / durable),
            "a second",
            Aim.NONE),
        Row.figure(
            "transactions of a durable confirm, " + database,
            Gateway.TOSS,
            figures.get(DurableShop.TRANSACTIONS).get(0),
            "transactions",
            Aim.atMost(MOST_TRANSACTIONS)),
        Row.figure(
            "statements of a durable confirm, " + database,
            Gateway.TOSS,
            figures.get(DurableShop.STATEMENTS).get(0),
            "statements",
            Aim.atMost(MOST_STATEMENTS)),
        Row.figure(
            "resume finds 50 of " + due + " due among " + among + ", " + database,
            Gateway.TOSS,
            Row.median(figures.get(DurableShop.FIND)),
            "ms",
            Aim.atMost(FIND_DUE_MILLIS)),
        Row.figure(
            "resume of " + due + " due among " + among + ", " + database,
            Gateway.TOSS,
            figures.get(DurableShop.RESUME).get(0),
            "ms",
            Aim.NONE));
  }
}
