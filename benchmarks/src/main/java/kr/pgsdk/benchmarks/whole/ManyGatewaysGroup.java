package kr.pgsdk.benchmarks.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.server.ServerProcess;

/** What a thousand gateways that were built, used and closed leave behind. */
public final class ManyGatewaysGroup implements Group {
  /**
   * What is counted.
   *
   * @param most what is no growth yet: OkHttp's own pool has one thread or two, and the JVM keeps
   *     some texts for code it compiles late
   */
  private record Held(String name, String unit, int unitSize, int most) {
    String what() {
      return name + " left by 1,000 gateways, built and closed";
    }

    double in(Map<String, List<Double>> said, int count) {
      return Rows.of(said, name).get(count) / unitSize;
    }
  }

  private static final List<Held> HELD =
      List.of(
          new Held("threads", "threads", 1, 1),
          new Held("handles", "handles", 1, 0),
          new Held("heap", "KiB", 1024, 64));

  @Override
  public String name() {
    return "building and closing a thousand gateways";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    int before = plan.mode().pick(2, 500, 500);
    int more = plan.mode().pick(2, 1_000, 1_000);
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : Gateway.values()) {
        List<Held> wanted =
            HELD.stream().filter(held -> plan.wants(held.what(), gateway.toString(), "1")).toList();
        if (!wanted.isEmpty()) {
          Map<String, List<Double>> said =
              Jvm.same().run(server.control(), ManyGateways.class, gateway.name(), before, more);
          wanted.forEach(held -> rows.add(row(held, gateway, said)));
        }
      }
    }
    return rows;
  }

  private static Row row(Held held, Gateway gateway, Map<String, List<Double>> said) {
    double before = held.in(said, 0);
    double after = held.in(said, 1);
    return new Row(
        held.what(),
        gateway.toString(),
        "1",
        Figure.number(after) + " " + held.unit() + " after",
        Figure.number(before) + " " + held.unit() + " before",
        Figure.of(after - before, held.unit()),
        Aim.atMost(held.most()));
  }
}
