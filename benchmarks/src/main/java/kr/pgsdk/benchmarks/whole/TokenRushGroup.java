package kr.pgsdk.benchmarks.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.server.ServerProcess;

/** Ten thousand callers who all want the token, and there is none. */
public final class TokenRushGroup implements Group {
  private static final String REQUESTS = "token requests for an empty cache";
  private static final String LAST = "until the last caller has the token";
  private static final String GATEWAY = Gateway.IAMPORT.toString();
  private static final int MILLIS = 100;

  @Override
  public String name() {
    return "ten thousand callers on an empty token cache";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    int callers = plan.mode().pick(100, 10_000, 10_000);
    Optional<Jvm> jvm = Jvm.withVirtualThreads();
    String text = Rows.callers(callers, jvm);
    List<Row> rows = new ArrayList<>();
    if (plan.wants(REQUESTS, GATEWAY, text) || plan.wants(LAST, GATEWAY, text)) {
      rows.addAll(measure(plan, jvm, callers, text));
      rows.removeIf(row -> !plan.wants(row));
    }
    return rows;
  }

  private static List<Row> measure(Plan plan, Optional<Jvm> jvm, int callers, String text)
      throws Exception {
    if (jvm.isEmpty()) {
      return List.of(
          Row.notMeasured(REQUESTS, GATEWAY, text, Rows.NO_VIRTUAL_THREADS),
          Row.notMeasured(LAST, GATEWAY, text, Rows.NO_VIRTUAL_THREADS));
    }
    try (ServerProcess server = ServerProcess.start()) {
      server.control().delayTokens(MILLIS);
      Map<String, List<Double>> said =
          jvm.get().run(server.control(), TokenRush.class, callers, plan.mode().pick(1, 5, 20));
      List<Double> requests = Rows.of(said, "requests");
      List<Double> millis = Rows.of(said, "millis");
      Aim once = Aim.exactly(1);
      return List.of(
          new Row(
              REQUESTS,
              GATEWAY,
              text,
              Figure.number(Figure.median(requests)),
              "",
              Figure.worst(requests, once, "requests"),
              once),
          new Row(
              LAST,
              GATEWAY,
              text,
              Figure.number(Figure.median(millis)) + " ms",
              MILLIS + " ms the token takes to come",
              Figure.middle(millis, "ms"),
              Aim.none()));
    }
  }
}
