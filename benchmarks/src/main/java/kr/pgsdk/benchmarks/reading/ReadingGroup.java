package kr.pgsdk.benchmarks.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Jmh;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;

/** Reading a payment, against the fastest of three libraries; a process for each, in turns. */
public final class ReadingGroup implements Group {
  @Override
  public String name() {
    return "reading a payment";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Gateway gateway : Gateway.values()) {
      row(plan, rows, "read a payment", "read", gateway);
      row(plan, rows, "read a payment and look at all of it", "readAndLook", gateway);
    }
    return rows;
  }

  private static void row(Plan plan, List<Row> rows, String what, String method, Gateway gateway)
      throws Exception {
    if (!plan.wants(what, gateway.toString(), "1")) {
      return;
    }
    List<Double> ours = new ArrayList<>();
    Map<Library, List<Double>> others = new EnumMap<>(Library.class);
    for (int round = 0; round < plan.mode().pick(1, 2, 4); round++) {
      for (Library library : Library.values()) {
        double time = Figure.median(run(plan, method, gateway, library));
        (library == Library.SDK ? ours : others.computeIfAbsent(library, l -> new ArrayList<>()))
            .add(time);
      }
    }
    List<Library> byTime =
        others.keySet().stream()
            .sorted(Comparator.comparingDouble(library -> median(others, library)))
            .toList();
    rows.add(
        new Row(
            what,
            gateway.toString(),
            "1",
            Figure.number(Figure.median(ours)) + " ns",
            byTime.stream()
                .map(library -> Figure.number(median(others, library)) + " ns " + library)
                .collect(Collectors.joining(", ")),
            Figure.ratio(ours, others.getOrDefault(byTime.get(0), List.of())),
            Aim.atMost(0.7)));
  }

  private static double median(Map<Library, List<Double>> rounds, Library library) {
    return Figure.median(rounds.getOrDefault(library, List.of()));
  }

  private static List<Double> run(Plan plan, String method, Gateway gateway, Library library)
      throws Exception {
    return Jmh.of(plan, ReadingBenchmark.class, method)
        .with("library", library)
        .with("gateway", gateway)
        .iterations(
            plan.mode().pick(0, 5, 10), plan.mode().pick(1, 3, 8), plan.mode().pick(5, 300, 700))
        .run()
        .stream()
        .map(Jmh.SCORE::applyAsDouble)
        .toList();
  }
}
