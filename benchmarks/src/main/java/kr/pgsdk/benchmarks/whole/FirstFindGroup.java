package kr.pgsdk.benchmarks.whole;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kotlin.Unit;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.Group;
import kr.pgsdk.benchmarks.Mode;
import kr.pgsdk.benchmarks.Plan;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.Turns;
import kr.pgsdk.benchmarks.calls.Orders;
import kr.pgsdk.benchmarks.server.ServerProcess;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** How long a process takes that finds one payment and ends: with the SDK, by pg, and bare. */
public final class FirstFindGroup implements Group {
  private static final String FIRST = "first find in a fresh JVM, start to exit";
  private static final String PG = "pg find, start to exit";
  private static final List<Class<?>> BARE =
      List.of(OkHttpClient.class, Buffer.class, Unit.class, JsonReader.class);

  @Override
  public String name() {
    return "the first find of a process";
  }

  @Override
  public List<Row> measure(Plan plan) throws Exception {
    List<Row> rows = new ArrayList<>();
    Path folder = Files.createTempDirectory("pgsdk-first-find");
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : Gateway.values()) {
        boolean first = plan.wants(FIRST, gateway.toString(), "1");
        boolean pg = plan.wants(PG, gateway.toString(), "1");
        if (first || pg) {
          rows.addAll(measure(plan, gateway, server.control().url(), folder, first, pg));
        }
      }
    } finally {
      delete(folder);
    }
    return rows;
  }

  private static List<Row> measure(
      Plan plan, Gateway gateway, String url, Path folder, boolean first, boolean pg)
      throws Exception {
    List<String> arguments = List.of(gateway.name(), url, Orders.paymentId(gateway).value());
    Program bare = Program.java(folder, BareFind.class, BARE, arguments);
    List<Program> programs = new ArrayList<>(List.of(bare));
    List<Row> rows = new ArrayList<>();
    if (first) {
      List<Class<?>> libraries = new ArrayList<>(BARE);
      libraries.addAll(
          List.of(PaymentGateway.class, TossGateway.class, IamportGateway.class, Logger.class));
      Program sdk = Program.java(folder, SdkFind.class, libraries, arguments);
      requireSame(bare.run(), sdk.run());
      programs.add(sdk);
    }
    if (pg) {
      Program find = pg(plan, gateway, url);
      if (find == null) {
        rows.add(Row.notMeasured(PG, gateway.toString(), "1", "pg can't be built here and now"));
      } else {
        programs.add(find);
      }
    }
    List<List<Double>> times = alternate(programs, plan.mode().pick(1, 10, 40));
    for (int i = 1; i < programs.size(); i++) {
      rows.add(
          new Row(
              first && i == 1 ? FIRST : PG,
              gateway.toString(),
              "1",
              millis(times.get(i)),
              millis(times.get(0)) + " bare OkHttp",
              Figure.ratio(times.get(i), times.get(0)),
              Aim.atMost(1.25)));
    }
    return rows;
  }

  private static void requireSame(Program.Run bare, Program.Run sdk) {
    if (bare.exitCode() != 0 || sdk.exitCode() != 0 || !bare.out().equals(sdk.out())) {
      throw new IllegalStateException("they differ: " + bare + ", " + sdk);
    }
  }

  /** Returns pg's find, after a run that builds it; null where it can't be built. */
  private static @Nullable Program pg(Plan plan, Gateway gateway, String url)
      throws IOException, InterruptedException {
    Path launcher = Path.of("").toAbsolutePath();
    while (launcher != null && !Files.isExecutable(launcher.resolve("examples/pg"))) {
      launcher = launcher.getParent();
    }
    if (launcher == null || plan.mode() == Mode.MOMENT) { // within Maven's build it can't be built
      return null;
    }
    Program find =
        new Program(
            List.of(
                launcher.resolve("examples/pg").toString(),
                gateway == Gateway.TOSS ? "toss" : "iamport",
                "find",
                "--payment-id",
                Orders.paymentId(gateway).value()),
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "TOSS_BASE_URL",
                url,
                "TOSS_SECRET_KEY",
                "test_sk_benchmarks",
                "IAMPORT_BASE_URL",
                url,
                "IAMPORT_API_KEY",
                "key",
                "IAMPORT_API_SECRET",
                "secret"));
    Program.Run run = find.run();
    if (run.exitCode() != 0) {
      System.err.println("not measured: " + run + " of " + String.join(" ", find.command()));
      return null;
    }
    return find;
  }

  private static List<List<Double>> alternate(List<Program> programs, int rounds)
      throws IOException, InterruptedException {
    List<List<Double>> times =
        Stream.<List<Double>>generate(ArrayList::new).limit(programs.size()).toList();
    for (int i = 0; i < rounds * programs.size(); i++) {
      int turn = Turns.whose(i, programs.size());
      Program.Run run = programs.get(turn).run();
      if (run.exitCode() != 0) {
        throw new IllegalStateException("ended with " + run + ": " + programs.get(turn));
      }
      times.get(turn).add(run.millis());
    }
    return times;
  }

  private static String millis(List<Double> times) {
    return Figure.number(Figure.median(times)) + " ms";
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
