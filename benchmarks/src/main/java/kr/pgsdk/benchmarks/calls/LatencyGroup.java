package kr.pgsdk.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Jmh;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.server.ServerProcess;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;

/** How long one find takes, and what it allocates, against the floor and three other clients. */
public final class LatencyGroup implements Group {
  private static final String ONE = "1";

  private static final List<Subject> SUBJECTS =
      Stream.of(Client.SDK, Client.FLOOR, Client.RETROFIT, Client.JDK, Client.MOSHI)
          .map(client -> new Subject(Verb.FIND, client))
          .toList();

  /** A row to be: which figure of SDK and rival it holds against which aim. */
  private record Comparison(String what, Measure measure, Client rival, Aim aim) {}

  @Override
  public String name() {
    return "find by one thread";
  }

  private static List<Comparison> comparisons() {
    List<Comparison> all = new ArrayList<>();
    all.add(new Comparison("find p50", Measure.P50, Client.FLOOR, Aim.atMost(1.05)));
    all.add(new Comparison("find p99", Measure.P99, Client.FLOOR, Aim.atMost(1.05)));
    all.add(new Comparison("find bytes allocated", Measure.BYTES, Client.FLOOR, Aim.atMost(1.1)));
    for (Client rival : List.of(Client.RETROFIT, Client.JDK, Client.MOSHI)) {
      all.add(new Comparison("find p50 against " + rival, Measure.P50, rival, Aim.below(1)));
      all.add(new Comparison("find p99 against " + rival, Measure.P99, rival, Aim.below(1)));
      all.add(new Comparison("find bytes against " + rival, Measure.BYTES, rival, Aim.below(1)));
    }
    return all;
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : Gateway.values()) {
        List<Comparison> wanted =
            comparisons().stream()
                .filter(row -> plan.wants(row.what(), gateway.toString(), ONE))
                .toList();
        if (!wanted.isEmpty()) {
          List<IterationResult> results = run(plan, server, gateway);
          wanted.forEach(comparison -> rows.add(row(gateway, comparison, results)));
        }
      }
    }
    return rows;
  }

  private static List<IterationResult> run(Plan plan, ServerProcess server, Gateway gateway)
      throws Exception {
    int warmupRounds = plan.mode().pick(0, 6, 8);
    int rounds = plan.mode().pick(1, 14, 60);
    return Jmh.calling(server.control(), plan, CallBenchmark.class, "call")
        .with("gateway", gateway)
        .with("subjects", Subject.toText(SUBJECTS))
        .mode(Mode.SampleTime, TimeUnit.MICROSECONDS)
        .countingBytes()
        .iterations(
            warmupRounds * SUBJECTS.size(), rounds * SUBJECTS.size(), plan.mode().pick(5, 300, 400))
        .run();
  }

  private static Row row(Gateway gateway, Comparison comparison, List<IterationResult> results) {
    List<Double> ours = rounds(Client.SDK, comparison, results);
    List<Double> theirs = rounds(comparison.rival(), comparison, results);
    return new Row(
        comparison.what(),
        gateway.toString(),
        ONE,
        comparison.measure().text(Figure.median(ours)),
        comparison.measure().text(Figure.median(theirs)) + " " + comparison.rival(),
        Figure.ratio(ours, theirs),
        comparison.aim());
  }

  private static List<Double> rounds(
      Client client, Comparison comparison, List<IterationResult> results) {
    return new Subject(Verb.FIND, client).turns(SUBJECTS, results, comparison.measure()::of);
  }
}
