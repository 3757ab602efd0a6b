package kr.pgsdk.benchmarks.parts;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Jmh;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.server.ServerProcess;
import org.openjdk.jmh.results.IterationResult;

/** The cached token against a volatile read, and the verifier. */
public final class PartsGroup implements Group {
  private static final String CACHE = "cached token, more than a volatile read";
  private static final Aim NOTHING = Aim.exactly(0);
  private static final String BYTES = ", bytes allocated";
  private static final String GATEWAY = "getToken() with the token cached, likewise";
  private static final String CLOCK = "the clock alone, likewise";

  @Override
  public String name() {
    return "the cached token and the verifier";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int threads : List.of(1, 8)) {
      tokens(plan, threads, rows);
    }
    verifier(plan, "verify, matching", "matching", NOTHING, rows);
    verifier(plan, "verify, another amount", "mismatching", Aim.none(), rows);
    return rows.stream().filter(plan::wants).toList();
  }

  private static boolean wants(Plan plan, String what, String gateway, String callers) {
    return plan.wants(what, gateway, callers) || plan.wants(what + BYTES, gateway, callers);
  }

  /** Rounds of a benchmark, each in a process of its own; of the bytes every iteration. */
  private record Rounds(List<Double> nanos, List<Double> bytes) {
    Rounds() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** Adds one; a thread's wait for a core that others have is not the call's time. */
    void add(List<IterationResult> iterations, int threads) {
      double running = Math.min(threads, Runtime.getRuntime().availableProcessors());
      double nano = Figure.median(iterations.stream().map(Jmh.SCORE::applyAsDouble).toList());
      nanos.add(nano * running / threads);
      iterations.forEach(iteration -> bytes.add(Jmh.bytes(iteration)));
    }

    String text() {
      return Figure.number(Figure.median(nanos)) + " ns";
    }
  }

  private static void tokens(Plan plan, int threads, List<Row> rows) throws Exception {
    String callers = Integer.toString(threads);
    boolean wanted =
        List.of(CACHE, GATEWAY, CLOCK).stream()
            .anyMatch(what -> wants(plan, what, "Iamport", callers));
    if (!wanted) {
      return;
    }
    Rounds read = new Rounds();
    Rounds clock = new Rounds();
    Rounds cache = new Rounds();
    Rounds gateway = new Rounds();
    try (ServerProcess server = ServerProcess.start()) {
      for (int round = 0; round < rounds(plan); round++) {
        add(plan, read, threads, Jmh.of(plan, TokenBenchmark.class, "volatileRead"));
        add(plan, cache, threads, Jmh.of(plan, TokenBenchmark.class, "cachedToken"));
        add(plan, clock, threads, Jmh.of(plan, TokenBenchmark.class, "clock"));
        Class<?> through = GatewayTokenBenchmark.class;
        add(plan, gateway, threads, Jmh.calling(server.control(), plan, through, "getToken"));
      }
    }
    token(CACHE, callers, cache, read, Aim.atMost(3), rows);
    token(GATEWAY, callers, gateway, read, Aim.none(), rows);
    token(CLOCK, callers, clock, read, Aim.none(), rows);
  }

  private static void token(
      String what, String callers, Rounds ours, Rounds read, Aim aim, List<Row> rows) {
    rows.add(
        new Row(
            what,
            "Iamport",
            callers,
            ours.text(),
            read.text() + " volatile read",
            Figure.difference(ours.nanos(), read.nanos(), "ns"),
            aim));
    if (!what.equals(CLOCK)) {
      rows.add(
          new Row(
              what + BYTES,
              "Iamport",
              callers,
              Figure.number(Figure.median(ours.bytes())) + " B",
              "",
              Figure.worst(ours.bytes(), NOTHING, "B"),
              NOTHING));
    }
  }

  private static void verifier(Plan plan, String what, String method, Aim bytes, List<Row> rows)
      throws Exception {
    if (!wants(plan, what, "both", "1")) {
      return;
    }
    Rounds rounds = new Rounds();
    for (int round = 0; round < rounds(plan); round++) {
      add(plan, rounds, 1, Jmh.of(plan, VerifierBenchmark.class, method));
    }
    rows.add(
        new Row(
            what, "both", "1", rounds.text(), "", Figure.middle(rounds.nanos(), "ns"), Aim.none()));
    rows.add(
        new Row(
            what + BYTES,
            "both",
            "1",
            Figure.number(Figure.median(rounds.bytes())) + " B",
            "",
            bytes.equals(Aim.none())
                ? Figure.middle(rounds.bytes(), "B")
                : Figure.worst(rounds.bytes(), bytes, "B"),
            bytes));
  }

  private static int rounds(Plan plan) {
    return plan.mode().pick(1, 2, 4);
  }

  private static void add(Plan plan, Rounds rounds, int threads, Jmh benchmark) throws Exception {
    rounds.add(
        benchmark
            .threads(threads)
            .countingBytes()
            .iterations(
                plan.mode().pick(0, 3, 6), plan.mode().pick(1, 3, 6), plan.mode().pick(5, 200, 700))
            .run(),
        threads);
  }
}
