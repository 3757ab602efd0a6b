package kr.pgsdk.benchmarks.calls;

import java.util.ArrayList;
import java.util.Comparator;
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

/** How many calls there are in a second, by ever more platform threads; and what the server can. */
public final class ThroughputGroup implements Group {
  private static final String CEILING = "server's ceiling against the fastest call";
  private static final List<Integer> CALLERS = List.of(1, 8, 64, 512);

  /** The verbs are in one process too: the half that they share is warm then for all of them. */
  private static final List<Subject> SUBJECTS =
      Stream.concat(
              Stream.of(Verb.values())
                  .flatMap(
                      verb ->
                          Stream.of(
                              new Subject(verb, Client.SDK), new Subject(verb, Client.FLOOR))),
              Stream.of(new Subject(Verb.FIND, Client.RAW)))
          .toList();

  /** How often and how long; many threads take a while to start and to stop. */
  private record Turn(int warmupRounds, int rounds, int millis) {
    static final Turn GLANCE = new Turn(0, 1, 5);

    static Turn of(int callers) {
      return callers > 64
          ? new Turn(5, 6, 300)
          : callers > 8 ? new Turn(3, 8, 200) : new Turn(2, 10, 150);
    }
  }

  /** What was measured of one gateway with so many callers. */
  private record Measured(Gateway gateway, int callers, List<IterationResult> results) {
    List<Double> turns(Verb verb, Client client) {
      return turns(new Subject(verb, client));
    }

    private List<Double> turns(Subject subject) {
      return subject.turns(SUBJECTS, results, Measure.CALLS::of);
    }

    Row calls(Verb verb) {
      List<Double> sdk = turns(verb, Client.SDK);
      List<Double> floor = turns(verb, Client.FLOOR);
      return row(what(verb), sdk, floor, Client.FLOOR.toString(), Aim.atLeast(0.97));
    }

    Row ceiling() {
      List<Double> raw = turns(Verb.FIND, Client.RAW);
      Subject fastest =
          SUBJECTS.stream()
              .filter(subject -> subject.client() != Client.RAW)
              .max(Comparator.comparingDouble(subject -> Figure.median(turns(subject))))
              .orElseThrow();
      String who = fastest.client() + " " + fastest.verb();
      return row(CEILING, raw, turns(fastest), who, Aim.above(1));
    }

    private Row row(String what, List<Double> ours, List<Double> others, String other, Aim aim) {
      return new Row(
          what,
          gateway.toString(),
          Integer.toString(callers),
          Measure.CALLS.text(Figure.median(ours)),
          Measure.CALLS.text(Figure.median(others)) + " " + other,
          Figure.ratio(ours, others),
          aim);
    }
  }

  private static String what(Verb verb) {
    return verb + " calls";
  }

  @Override
  public String name() {
    return "find, confirm and cancel by many threads";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Measured> all = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : Gateway.values()) {
        for (int callers : plan.mode().pick(List.of(1, 8), CALLERS, CALLERS)) {
          if (isWanted(plan, gateway, callers)) {
            all.add(new Measured(gateway, callers, run(plan, server, gateway, callers)));
          }
        }
      }
    }
    Stream<Row> calls =
        Stream.of(Verb.values())
            .flatMap(verb -> all.stream().map(measured -> measured.calls(verb)));
    return Stream.concat(calls, all.stream().map(Measured::ceiling)).filter(plan::wants).toList();
  }

  private static boolean isWanted(Plan plan, Gateway gateway, int callers) {
    return Stream.concat(Stream.of(Verb.values()).map(ThroughputGroup::what), Stream.of(CEILING))
        .anyMatch(what -> plan.wants(what, gateway.toString(), Integer.toString(callers)));
  }

  private static List<IterationResult> run(
      Plan plan, ServerProcess server, Gateway gateway, int callers) throws Exception {
    Turn turn = plan.mode().pick(Turn.GLANCE, Turn.of(callers), Turn.of(callers));
    int rounds = turn.rounds() * plan.mode().pick(1, 1, 4);
    return Jmh.calling(server.control(), plan, CallBenchmark.class, "call")
        .with("gateway", gateway)
        .with("subjects", Subject.toText(SUBJECTS))
        .mode(Mode.Throughput, TimeUnit.SECONDS)
        .with("warmUpMillis", plan.mode().pick(0, 7_000, 7_000))
        .threads(callers)
        .iterations(turn.warmupRounds() * SUBJECTS.size(), rounds * SUBJECTS.size(), turn.millis())
        .run();
  }
}
