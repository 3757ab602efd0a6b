package kr.pgsdk.benchmarks.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.clients.Verb;
import kr.pgsdk.benchmarks.rows.CallBenchmark.Subject;
import kr.pgsdk.benchmarks.server.ServerProcess;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** What one call takes and allocates, with all code compiled. */
public final class CallRows {
  private CallRows() {}

  /** Measures them. */
  public static List<Row> measure(Effort effort) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : effort.gateways()) {
        rows.addAll(rows(gateway, run(effort, gateway, server.url())));
      }
    }
    return rows;
  }

  private static List<IterationResult> run(Effort effort, Gateway gateway, String url)
      throws Exception {
    int all = CallBenchmark.SUBJECTS.size();
    ChainedOptionsBuilder options =
        Jmh.of(CallBenchmark.class, "call", effort)
            .param("gateway", gateway.name())
            .param("url", url)
            .mode(Mode.SampleTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .addProfiler(GCProfiler.class);
    // The warm-up has whole cycles of rounds, so that the measurement begins with turn 0.
    Jmh.iterations(
        options,
        effort.pick(0, 1, 1) * all * all,
        effort.pick(1, 15, 60) * all,
        effort.pick(5, 300, 400));
    return Jmh.run(options, "calls-" + gateway.name().toLowerCase(Locale.ROOT));
  }

  private static List<Row> rows(Gateway gateway, List<IterationResult> results) {
    Comparison bare = new Comparison(gateway, results, Client.Kind.BARE);
    List<Row> rows = new ArrayList<>();
    rows.add(bare.row(Verb.FIND, "p50", "µs", CallRows::p50, Aim.atMost(1.10)));
    rows.add(bare.row(Verb.FIND, "p99", "µs", CallRows::p99, Aim.atMost(1.15)));
    rows.add(bare.row(Verb.FIND, "bytes allocated", "B", CallRows::bytes, Aim.atMost(1.25)));
    for (Client.Kind kind : List.of(Client.Kind.RETROFIT, Client.Kind.JDK, Client.Kind.SPRING)) {
      Comparison other = new Comparison(gateway, results, kind);
      rows.add(other.row(Verb.FIND, "p50", "µs", CallRows::p50, Aim.below(1)));
    }
    rows.add(bare.row(Verb.CONFIRM, "p50", "µs", CallRows::p50, Aim.NONE));
    rows.add(bare.row(Verb.CANCEL, "p50", "µs", CallRows::p50, Aim.NONE));
    return rows;
  }

  private record Comparison(Gateway gateway, List<IterationResult> results, Client.Kind other) {
    Row row(
        Verb verb, String what, String unit, ToDoubleFunction<IterationResult> figure, Aim aim) {
      return Row.ratio(
          verb + ", " + what + ", against " + other,
          gateway,
          unit,
          rounds(new Subject(verb, Client.Kind.SDK), figure),
          rounds(new Subject(verb, other), figure),
          aim);
    }

    private List<Double> rounds(Subject subject, ToDoubleFunction<IterationResult> figure) {
      int turn = CallBenchmark.SUBJECTS.indexOf(subject);
      return IntStream.range(0, results.size())
          .filter(iteration -> CallBenchmark.turn(iteration) == turn)
          .mapToObj(iteration -> figure.applyAsDouble(results.get(iteration)))
          .toList();
    }
  }

  private static double p50(IterationResult iteration) {
    return iteration.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static double p99(IterationResult iteration) {
    return iteration.getPrimaryResult().getStatistics().getPercentile(99);
  }

  private static double bytes(IterationResult iteration) {
    return Objects.requireNonNull(iteration.getSecondaryResults().get("gc.alloc.rate.norm"))
        .getScore();
  }
}
