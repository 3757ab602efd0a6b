package kr.pgsdk.benchmarks.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Jmh;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.Turns;
import org.openjdk.jmh.results.IterationResult;

/** Reading a payment, against the fastest of three libraries; a process for each, in turns. */
public final class ReadingGroup implements Group {
  @Override
  public String name() {
    return "reading a payment";
  }

  /** Without a look at it and with one: turn 0 and turn 1 of {@link ReadingBenchmark}. */
  private static final List<String> TURNS =
      List.of("read a payment", "read a payment and look at all of it");

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Gateway gateway : Gateway.values()) {
      if (TURNS.stream().anyMatch(what -> plan.wants(what, gateway.toString(), "1"))) {
        rows.addAll(measure(plan, gateway));
      }
    }
    return rows.stream().filter(plan::wants).toList();
  }

  private static List<Row> measure(Plan plan, Gateway gateway) throws Exception {
    List<Map<Library, List<Double>>> turns = List.of(rounds(), rounds());
    for (int round = 0; round < plan.mode().pick(1, 2, 4); round++) {
      for (Library library : Library.values()) {
        List<IterationResult> results = run(plan, gateway, library);
        for (int turn = 0; turn < TURNS.size(); turn++) {
          of(turns.get(turn), library)
              .add(Figure.median(Turns.of(turn, TURNS.size(), results, Jmh.SCORE)));
        }
      }
    }
    return List.of(
        row(TURNS.get(0), gateway, turns.get(0)), row(TURNS.get(1), gateway, turns.get(1)));
  }

  private static Map<Library, List<Double>> rounds() {
    Map<Library, List<Double>> rounds = new EnumMap<>(Library.class);
    for (Library library : Library.values()) {
      rounds.put(library, new ArrayList<>());
    }
    return rounds;
  }

  private static List<Double> of(Map<Library, List<Double>> rounds, Library library) {
    return Objects.requireNonNull(rounds.get(library));
  }

  private static Row row(String what, Gateway gateway, Map<Library, List<Double>> rounds) {
    List<Library> others =
        Stream.of(Library.MOSHI, Library.GSON, Library.JACKSON)
            .sorted(Comparator.comparingDouble(library -> Figure.median(of(rounds, library))))
            .toList();
    List<Double> ours = of(rounds, Library.SDK);
    return new Row(
        what,
        gateway.toString(),
        "1",
        nanos(ours),
        others.stream()
            .map(library -> nanos(of(rounds, library)) + " " + library)
            .collect(Collectors.joining(", ")),
        Figure.ratio(ours, of(rounds, others.get(0))),
        Aim.atMost(0.7));
  }

  private static String nanos(List<Double> rounds) {
    return Figure.number(Figure.median(rounds)) + " ns";
  }

  private static List<IterationResult> run(Plan plan, Gateway gateway, Library library)
      throws Exception {
    return Jmh.of(plan, ReadingBenchmark.class, "read")
        .with("library", library)
        .with("gateway", gateway)
        .iterations(
            plan.mode().pick(0, 9, 16), plan.mode().pick(2, 6, 16), plan.mode().pick(5, 200, 500))
        .run();
  }
}
