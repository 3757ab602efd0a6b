package kr.pgsdk.benchmarks.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.server.ServerProcess;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** What a token costs that is there and fresh. */
public final class WarmTokenRows {
  private WarmTokenRows() {}

  /** Measures them. */
  public static List<Row> measure(Effort effort) throws Exception {
    List<Double> token = new ArrayList<>();
    List<Double> read = new ArrayList<>();
    List<Double> readAndClock = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (int round = 0; round < effort.pick(1, 3, 7); round++) {
        token.add(nanos(effort, server.url(), "getToken", round));
        read.add(nanos(effort, server.url(), "volatileRead", round));
        readAndClock.add(nanos(effort, server.url(), "volatileReadAndClock", round));
      }
    }
    return List.of(
        row("getToken() with a warm token, over a volatile read", token, read),
        row("the same, over a volatile read and a look at the clock", token, readAndClock));
  }

  private static Row row(String what, List<Double> token, List<Double> least) {
    List<Double> over =
        IntStream.range(0, token.size())
            .mapToObj(round -> token.get(round) - least.get(round))
            .toList();
    return Row.figure(what, Gateway.IAMPORT, Row.median(over), "ns", Aim.NONE)
        .against(String.format(Locale.ROOT, "%.1f ns", Row.median(least)));
  }

  private static double nanos(Effort effort, String url, String method, int round)
      throws Exception {
    ChainedOptionsBuilder options = Jmh.of(TokenBenchmark.class, method, effort).param("url", url);
    Jmh.iterations(options, effort.pick(0, 4, 6), effort.pick(1, 4, 8), effort.pick(5, 300, 500));
    return Row.median(
        Jmh.run(options, "token-" + method + "-" + round).stream()
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList());
  }
}
