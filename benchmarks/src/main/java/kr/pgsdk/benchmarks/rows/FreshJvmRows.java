package kr.pgsdk.benchmarks.rows;

import com.squareup.moshi.JsonReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import kr.pgsdk.benchmarks.Aim;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Jvm;
import kr.pgsdk.benchmarks.Raw;
import kr.pgsdk.benchmarks.Row;
import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.clients.Verb;
import kr.pgsdk.benchmarks.server.ServerProcess;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.slf4j.Logger;

/**
 * A process that builds one gateway object, finds one payment and ends, from start to exit. Plain
 * {@code java -cp} with the jars a shop needs, and no option. The SDK has SLF4J without a logging
 * library.
 */
public final class FreshJvmRows {
  private static final List<Class<?>> BARE =
      List.of(OneCall.class, OkHttpClient.class, Buffer.class, Unit.class, JsonReader.class);
  private static final List<Class<?>> SDK =
      List.of(PaymentGateway.class, TossGateway.class, IamportGateway.class, Logger.class);

  private FreshJvmRows() {}

  /** What the shell's {@code time} says of a process. */
  private record Times(double wall, double processor) {}

  /** Measures them. */
  public static List<Row> measure(Effort effort) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (Gateway gateway : effort.gateways()) {
        List<Times> sdk = new ArrayList<>();
        List<Times> bare = new ArrayList<>();
        for (int round = 0; round < effort.pick(1, 16, 60); round++) {
          sdk.add(run(Client.Kind.SDK, gateway, server.url()));
          bare.add(run(Client.Kind.BARE, gateway, server.url()));
        }
        rows.add(row(gateway, "wall time", walls(sdk), walls(bare)));
        rows.add(row(gateway, "processor time", processors(sdk), processors(bare)));
      }
    }
    return rows;
  }

  private static List<Double> walls(List<Times> times) {
    return times.stream().map(Times::wall).toList();
  }

  private static List<Double> processors(List<Times> times) {
    return times.stream().map(Times::processor).toList();
  }

  private static Row row(Gateway gateway, String what, List<Double> sdk, List<Double> bare) {
    String whole = "fresh JVM that finds one payment, " + what + ", against " + Client.Kind.BARE;
    return Row.ratio(whole, gateway, "ms", sdk, bare, Aim.atMost(1.05));
  }

  private static Times run(Client.Kind kind, Gateway gateway, String url)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "time"));
    command.add(Jvm.current().home().resolve("bin/java").toString());
    command.addAll(List.of("-cp", classPath(kind), OneCall.class.getName()));
    command.addAll(List.of(kind.name(), Verb.FIND.name(), gateway.name(), url));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + said);
    }
    List<String> lines = said.lines().toList();
    String times = lines.get(lines.size() - 1);
    Raw.append("fresh-jvm.txt", gateway + " " + kind.name() + " " + times + "\n");
    double[] seconds = Stream.of(times.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new Times(seconds[0] * 1_000, (seconds[1] + seconds[2]) * 1_000);
  }

  private static String classPath(Client.Kind kind) {
    return Stream.concat(BARE.stream(), kind == Client.Kind.SDK ? SDK.stream() : Stream.of())
        .map(FreshJvmRows::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
