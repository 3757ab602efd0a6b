package kr.pgsdk.benchmarks.whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.server.ServerControl;

/**
 * A Java to run one measurement in, in a process of its own: a main class with the class path of
 * this one, which prints figures as lines of a name and a value.
 *
 * @param version its feature version
 */
record Jvm(Path home, int version) {
  private static final long MOST_MINUTES = 10;

  /** The one that runs this. */
  static Jvm same() {
    return new Jvm(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * One with virtual threads: what {@code JAVA_25_HOME} names, if it has them, else the one that
   * runs this, else the newest of those installed beside it; empty if there is none.
   */
  static Optional<Jvm> withVirtualThreads() throws IOException {
    String named = System.getenv("JAVA_25_HOME");
    if (named != null && !named.isBlank() && of(Path.of(named)).version >= 21) {
      return Optional.of(of(Path.of(named)));
    }
    if (same().version >= 21) {
      return Optional.of(same());
    }
    try (Stream<Path> beside = Files.list(same().home.resolveSibling("."))) {
      return beside
          .map(Jvm::of)
          .filter(jvm -> jvm.version >= 21)
          .max(Comparator.comparing(Jvm::version));
    }
  }

  /** Its whole version, and whose it is. */
  String text() {
    Properties release = release(home);
    String version = release.getProperty("JAVA_RUNTIME_VERSION", Integer.toString(version()));
    return (release.getProperty("IMPLEMENTOR", "") + " " + version).replace("\"", "").strip();
  }

  /** What its makers wrote about it; nothing if it is no Java. */
  private static Properties release(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      release.clear();
    }
    return release;
  }

  /** Version 0 if it is no Java that runs. */
  private static Jvm of(Path home) {
    String version = release(home).getProperty("JAVA_VERSION", "0").replace("\"", "");
    boolean runs = Files.isExecutable(home.resolve("bin/java"));
    return new Jvm(home, runs ? feature(version) : 0);
  }

  /** Version 0 too if it is written as before Java 9, "1.8.0_392". */
  private static int feature(String version) {
    try {
      return Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  /**
   * Runs {@code main}, which is told of the server, and returns what it printed: a list for each
   * name, in the order of the lines.
   */
  Map<String, List<Double>> run(ServerControl server, Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-Xmx2g");
    command.add("-D" + ServerControl.PORT + "=" + server.port());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES)
        .execute(process::destroyForcibly);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed; it said: " + said);
    }
    Map<String, List<Double>> figures = new LinkedHashMap<>();
    said.lines()
        .map(line -> line.split(" ", 2))
        .forEach(
            line ->
                figures
                    .computeIfAbsent(line[0], name -> new ArrayList<>())
                    .add(Double.valueOf(line[1])));
    return figures;
  }
}
