package kr.pgsdk.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java for processes of their own: each is a main class with the class path of this one.
 *
 * @param version its feature version
 */
public record Jvm(Path home, int version) {
  /** The one that runs this. */
  public static Jvm current() {
    return new Jvm(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * One with virtual threads, if there is one: what {@code JAVA_25_HOME} names, or the newest of
   * those beside this one; else the one that runs this.
   */
  public static Jvm newest() throws IOException {
    String named = System.getenv("JAVA_25_HOME");
    try (Stream<Path> beside = Files.list(current().home.resolveSibling("."))) {
      return (named == null ? beside : Stream.of(Path.of(named)))
          .map(Jvm::of)
          .filter(jvm -> jvm.version > current().version)
          .max(Comparator.comparing(Jvm::version))
          .orElse(current());
    }
  }

  /** Version 0 if it is no Java that runs. */
  private static Jvm of(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      boolean runs = Files.isExecutable(home.resolve("bin/java"));
      return new Jvm(home, runs ? Runtime.Version.parse(version).feature() : 0);
    } catch (IOException | IllegalArgumentException e) {
      return new Jvm(home, 0);
    }
  }

  /** Whether it has virtual threads. */
  public boolean hasVirtualThreads() {
    return version >= 21;
  }

  /** Returns the command line of a main class. */
  public List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  /**
   * Runs a main class to its end, and returns the lines it printed; they are kept as raw output.
   */
  public List<String> run(String raw, List<String> options, Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = command(options, main, arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed; it said: " + said);
    }
    Raw.append(raw, said);
    return said.lines().toList();
  }
}
