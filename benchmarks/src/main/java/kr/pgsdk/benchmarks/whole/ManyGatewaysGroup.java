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

/** What a thousand gateways that were built and closed leave behind. */
public final class ManyGatewaysGroup implements Group {
  private static final String WHAT = "left by gateways built and closed: ";

  /** What a class loaded late or a grown table may hold, but no thousand gateways. */
  private static final int MOST_KIBIBYTES = 64;

  @Override
  public String name() {
    return "building and closing a thousand gateways";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    int gateways = plan.mode().pick(5, 1_000, 1_000);
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : Gateway.values()) {
        if (plan.wants(WHAT + "threads heap handles", gateway.toString(), "1")) {
          rows.addAll(
              rows(
                  gateway,
                  Jvm.same()
                      .run(
                          server.control(),
                          ManyGateways.class,
                          gateway.name(),
                          gateways / 10,
                          gateways)));
        }
      }
    }
    return rows;
  }

  private static List<Row> rows(Gateway gateway, Map<String, List<Double>> said) {
    return List.of(
        row(gateway, said, "threads", 1, "threads", Aim.atMost(0)),
        row(gateway, said, "handles", 1, "handles", Aim.atMost(0)),
        row(gateway, said, "heap", 1024, "KiB", Aim.atMost(MOST_KIBIBYTES)));
  }

  private static Row row(
      Gateway gateway,
      Map<String, List<Double>> said,
      String name,
      int unitSize,
      String unit,
      Aim aim) {
    double before = Rows.of(said, name).get(0) / unitSize;
    double after = Rows.of(said, name).get(1) / unitSize;
    return new Row(
        WHAT + name,
        gateway.toString(),
        "1",
        Figure.number(after) + " " + unit + " after 1,100",
        Figure.number(before) + " " + unit + " after 100",
        Figure.of(after - before, unit),
        aim);
  }
}
