package kr.pgsdk.benchmarks.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Mode;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.server.Kind;
import kr.pgsdk.benchmarks.server.ServerProcess;

/** What a million finds leave on the heap, and what they sent. */
public final class ManyFindsGroup implements Group {
  private static final String HEAP = "live heap of a million finds, last less first count";
  private static final String REQUESTS = "requests for a million finds, tokens with them";
  private static final int MOST_KIBIBYTES = 64;

  @Override
  public String name() {
    return "a million finds";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    if (plan.mode() == Mode.SHORT) {
      return rows;
    }
    int finds = plan.mode().pick(1_000, 0, 1_000_000);
    int counts = plan.mode().pick(2, 0, 10);
    for (Gateway gateway : Gateway.values()) {
      if (plan.wants(HEAP, gateway.toString(), "8")
          || plan.wants(REQUESTS, gateway.toString(), "8")) {
        rows.addAll(measure(gateway, finds, counts));
      }
    }
    rows.removeIf(row -> !plan.wants(row));
    return rows;
  }

  private static List<Row> measure(Gateway gateway, int finds, int counts) throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      Map<String, List<Double>> said =
          Jvm.same().run(server.control(), ManyFinds.class, gateway.name(), finds / counts, counts);
      List<Double> heap = Rows.of(said, "heap").stream().map(bytes -> bytes / 1024).toList();
      double first = heap.get(0);
      Figure grown = Figure.middle(heap.stream().map(kib -> kib - first).toList(), "KiB");
      double last = heap.get(heap.size() - 1);
      // A token of the sample lives for half an hour, and this takes minutes.
      double due = gateway == Gateway.IAMPORT ? 1 : 0;
      double sent = (double) server.control().counts().all();
      double tokens = (double) server.control().counts().of(Kind.IAMPORT_TOKEN);
      return List.of(
          new Row(
              HEAP,
              gateway.toString(),
              "8",
              Figure.number(last) + " KiB after the last",
              Figure.number(first) + " KiB after the first",
              new Figure(last - first, grown.low(), grown.high(), "KiB"),
              Aim.atMost(MOST_KIBIBYTES)),
          new Row(
              REQUESTS,
              gateway.toString(),
              "8",
              Figure.number(sent) + " requests",
              Figure.number(tokens) + " of them for a token",
              Figure.of(sent, "requests"),
              Aim.exactly(finds + due)));
    }
  }
}
