package kr.pgsdk.sandbox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM to run a main class of the tests in. */
public final class Jvm {
  private final Path home;

  private Jvm(Path home) {
    this.home = home;
  }

  /** The one that runs this. */
  public static Jvm same() {
    return new Jvm(Path.of(System.getProperty("java.home")));
  }

  /**
   * One with virtual threads: what {@code JAVA_25_HOME} names, if it has them, the one that runs
   * this, or the newest of those installed beside it. Skips the test, aloud, if there is none.
   */
  static Jvm withVirtualThreads() throws IOException {
    String named = System.getenv("JAVA_25_HOME");
    Path own = Path.of(System.getProperty("java.home"));
    if (named != null && !named.isBlank() && version(Path.of(named)) >= 21) {
      return new Jvm(Path.of(named));
    }
    if (Runtime.version().feature() >= 21) {
      return new Jvm(own);
    }
    Optional<Path> newest;
    try (Stream<Path> beside = Files.list(own.getParent())) {
      newest = beside.filter(home -> version(home) >= 21).max(Comparator.comparing(Jvm::version));
    }
    if (newest.isEmpty()) {
      String why =
          "SKIPPED: no test on virtual threads, for there is no JDK 21 or newer beside "
              + own
              + ". Install one there, or name it in JAVA_25_HOME.";
      System.err.println(why);
      abort(why);
    }
    return new Jvm(newest.orElseThrow());
  }

  /** Its feature version by its {@code release} file; 0 if it is no JDK. */
  private static int version(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      return 0;
    }
    boolean runs = Files.isExecutable(home.resolve("bin/java"));
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return runs ? feature(version) : 0;
  }

  /** 0 too if it is written as before Java 9, "1.8.0_392". */
  private static int feature(String version) {
    try {
      return Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  Process start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), main, arguments);
  }

  /** Starts it with options such as {@code -Xmx64m}. */
  public Process start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Returns what it printed; fails unless it ended by itself in time, with exit code 0. */
  static String outputOf(Process process, Duration atMost) throws Exception {
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(process.getInputStream().readAllBytes());
              } catch (IOException e) {
                return e.toString();
              }
            });
    boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String printed = output.get(100, TimeUnit.SECONDS);
    assertThat(ended).as("ended by itself within %s:%n%s", atMost, printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
