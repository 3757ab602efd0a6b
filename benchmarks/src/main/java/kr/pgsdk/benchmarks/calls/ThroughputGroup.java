package kr.pgsdk.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Jmh;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.Turns;
import kr.pgsdk.benchmarks.server.ServerProcess;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;

/** How many calls there are in a second, by ever more platform threads; and what the server can. */
public final class ThroughputGroup implements Group {
  private static final String CEILING = "server's ceiling against the fastest find";
  private static final List<Integer> CALLERS = List.of(1, 8, 64, 512);
  private static final Turn GLANCE = new Turn(0, 1, 5);

  /** How often and how long; many threads take a while to start and to stop. */
  private record Turn(int warmupRounds, int rounds, int millis) {
    static Turn of(int callers) {
      return callers > 64
          ? new Turn(4, 6, 300)
          : callers > 8 ? new Turn(4, 8, 200) : new Turn(6, 10, 150);
    }
  }

  @Override
  public String name() {
    return "find, confirm and cancel by many threads";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    List<Row> ceilings = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : Gateway.values()) {
        for (Verb verb : Verb.values()) {
          for (int callers : plan.mode().pick(List.of(1, 8), CALLERS, CALLERS)) {
            measure(plan, server, new Setting(verb, gateway, callers), rows, ceilings);
          }
        }
      }
    }
    rows.addAll(ceilings);
    return rows;
  }

  /** What is called, and by how many threads. */
  private record Setting(Verb verb, Gateway gateway, int callers) {
    boolean isWanted(Plan plan, String what) {
      return plan.wants(what, gateway.toString(), Integer.toString(callers));
    }

    String what() {
      return verb + " calls";
    }

    Row row(String what, String ours, String other, Figure figure, Aim aim) {
      return new Row(what, gateway.toString(), Integer.toString(callers), ours, other, figure, aim);
    }
  }

  private static void measure(
      Plan plan, ServerProcess server, Setting setting, List<Row> rows, List<Row> ceilings)
      throws Exception {
    boolean ceiling = setting.verb() == Verb.FIND && setting.isWanted(plan, CEILING);
    if (!ceiling && !setting.isWanted(plan, setting.what())) {
      return;
    }
    List<Client> clients =
        ceiling ? List.of(Client.SDK, Client.FLOOR, Client.RAW) : List.of(Client.SDK, Client.FLOOR);
    List<IterationResult> results = run(plan, server, setting, clients);
    List<Double> sdk = rounds(clients, Client.SDK, results);
    List<Double> floor = rounds(clients, Client.FLOOR, results);
    if (setting.isWanted(plan, setting.what())) {
      rows.add(
          setting.row(
              setting.what(),
              text(sdk),
              text(floor) + " " + Client.FLOOR,
              Figure.ratio(sdk, floor),
              Aim.atLeast(0.97)));
    }
    if (ceiling) {
      List<Double> raw = rounds(clients, Client.RAW, results);
      List<Double> fastest = Figure.median(sdk) > Figure.median(floor) ? sdk : floor;
      ceilings.add(
          setting.row(
              CEILING,
              text(raw),
              text(fastest) + " " + (fastest == sdk ? Client.SDK : Client.FLOOR),
              Figure.ratio(raw, fastest),
              Aim.above(1)));
    }
  }

  private static List<IterationResult> run(
      Plan plan, ServerProcess server, Setting setting, List<Client> clients) throws Exception {
    Turn turn = plan.mode().pick(GLANCE, Turn.of(setting.callers()), Turn.of(setting.callers()));
    int rounds = turn.rounds() * plan.mode().pick(1, 1, 4);
    return Jmh.calling(server.control(), plan, CallBenchmark.class, "call")
        .with("verb", setting.verb())
        .with("gateway", setting.gateway())
        .with("clients", clients.stream().map(Client::name).collect(Collectors.joining(",")))
        .mode(Mode.Throughput, TimeUnit.SECONDS)
        .threads(setting.callers())
        .iterations(turn.warmupRounds() * clients.size(), rounds * clients.size(), turn.millis())
        .run();
  }

  private static List<Double> rounds(
      List<Client> clients, Client client, List<IterationResult> results) {
    return Turns.of(clients.indexOf(client), clients.size(), results, Measure.CALLS::of);
  }

  private static String text(List<Double> rounds) {
    return Measure.CALLS.text(Figure.median(rounds));
  }
}
