package kr.pgsdk.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.benchmarks.calls.LatencyGroup;
import kr.pgsdk.benchmarks.calls.ThroughputGroup;
import kr.pgsdk.benchmarks.parts.PartsGroup;
import kr.pgsdk.benchmarks.reading.ReadingGroup;
import kr.pgsdk.benchmarks.whole.FirstFindGroup;
import kr.pgsdk.benchmarks.whole.ManyFindsGroup;
import kr.pgsdk.benchmarks.whole.ManyGatewaysGroup;
import kr.pgsdk.benchmarks.whole.TokenRushGroup;
import kr.pgsdk.benchmarks.whole.WaitingCallsGroup;

/** The command: measures, shows the table, and keeps it. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Every group of rows, in the order of the table. */
  public static List<Group> groups() {
    return List.of(
        new LatencyGroup(),
        new ThroughputGroup(),
        new ReadingGroup(),
        new PartsGroup(),
        new FirstFindGroup(),
        new TokenRushGroup(),
        new ManyGatewaysGroup(),
        new WaitingCallsGroup(),
        new ManyFindsGroup());
  }

  /** Runs what the arguments ask for; see {@link Arguments#USAGE}. */
  public static void main(String[] args) throws Exception {
    Arguments arguments;
    try {
      arguments = Arguments.of(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Arguments.USAGE);
      System.exit(2);
      return;
    }
    Clock clock = Clock.systemUTC();
    Instant start = clock.instant();
    List<String> failed = new ArrayList<>();
    List<Row> rows = measure(arguments.plan(), clock, failed);
    if (rows.isEmpty()) {
      System.err.println("no row's name contains " + arguments.plan().only());
      System.exit(2);
    }
    System.out.print("\n" + Table.of(rows));
    System.out.println("\ntook " + Duration.between(start, clock.instant()).toSeconds() + " s");
    Path file = arguments.results();
    if (file != null) {
      Results.of(file).with(start, arguments.plan().mode(), Machine.describe(), rows).write(file);
      System.out.println("kept in " + file.toAbsolutePath());
    }
    if (!failed.isEmpty()) {
      System.err.println("failed: " + String.join("; ", failed));
      System.exit(1);
    }
  }

  /** A group that fails leaves a row that says so, and the others their turn. */
  private static List<Row> measure(Plan plan, Clock clock, List<String> failed) {
    List<Row> rows = new ArrayList<>();
    Instant start = clock.instant();
    for (Group group : groups()) {
      long seconds = Duration.between(start, clock.instant()).toSeconds();
      System.err.println(seconds + " s: " + group.name());
      try {
        rows.addAll(group.measure(plan));
      } catch (Exception e) {
        e.printStackTrace();
        failed.add(group.name());
        rows.add(Row.notMeasured(group.name(), "-", "-", "failed, " + e.getClass().getName()));
      }
    }
    return rows;
  }
}
