package kr.pgsdk.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.benchmarks.rows.CallRows;
import kr.pgsdk.benchmarks.rows.DurableRows;
import kr.pgsdk.benchmarks.rows.FreshJvmRows;
import kr.pgsdk.benchmarks.rows.LoadedFilesRows;
import kr.pgsdk.benchmarks.rows.PaceRows;
import kr.pgsdk.benchmarks.rows.TokenRushRows;
import kr.pgsdk.benchmarks.rows.WaitingCallRows;
import kr.pgsdk.benchmarks.rows.WarmTokenRows;

/** The command: measures the rows, shows the table, and writes the page. */
final class Benchmarks {
  /** Measures some rows. */
  @FunctionalInterface
  interface Rows {
    List<Row> measure(Effort effort) throws Exception;
  }

  /** All rows, in the order of the table, by the names that the command takes. */
  static final List<Map.Entry<String, Rows>> ALL =
      List.of(
          Map.entry("calls", CallRows::measure),
          Map.entry("token-rush", TokenRushRows::measure),
          Map.entry("warm-token", WarmTokenRows::measure),
          Map.entry("pace", PaceRows::measure),
          Map.entry("fresh-jvm", FreshJvmRows::measure),
          Map.entry("waiting-call", WaitingCallRows::measure),
          Map.entry("loaded-files", LoadedFilesRows::measure),
          Map.entry("durable", DurableRows::measure));

  private Benchmarks() {}

  /** Takes {@code --full}, and names of rows if only those are to be measured and shown. */
  public static void main(String[] args) throws Exception {
    List<String> names = new ArrayList<>(List.of(args));
    Effort effort = names.remove("--full") ? Effort.FULL : Effort.QUICK;
    List<String> known = ALL.stream().map(Map.Entry::getKey).toList();
    if (!known.containsAll(names)) {
      System.err.println("usage: benchmarks/run [--full] [NAME...]\nnames: " + known);
      System.exit(2);
    }
    Instant start = Clock.systemUTC().instant();
    Page page = new Page(start, effort, Machine.describe());
    for (Map.Entry<String, Rows> rows : ALL) {
      if (names.isEmpty() || names.contains(rows.getKey())) {
        System.err.println(rows.getKey());
        page.add(measure(rows, effort));
      }
    }
    System.out.print(page.table());
    System.err.println(Duration.between(start, Clock.systemUTC().instant()).toSeconds() + " s");
    if (names.isEmpty()) {
      page.write(Path.of("RESULTS.md"));
    }
  }

  /** What fails leaves a row that says so: the others still count. */
  private static List<Row> measure(Map.Entry<String, Rows> rows, Effort effort) {
    try {
      return rows.getValue().measure(effort);
    } catch (Exception e) {
      e.printStackTrace();
      return List.of(Row.missing(rows.getKey(), e.toString()));
    }
  }
}
