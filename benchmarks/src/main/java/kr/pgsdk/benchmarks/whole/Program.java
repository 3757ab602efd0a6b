package kr.pgsdk.benchmarks.whole;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A program that is started again and again.
 *
 * @param environment set besides what this process has
 */
record Program(List<String> command, Map<String, String> environment) {
  /** How one run went. */
  record Run(double millis, int exitCode, String out) {}

  /**
   * A main class by plain {@code java -cp}: with the jars of {@code libraries} alone on its path,
   * as a shop has them, and no option.
   *
   * @param folder where its class file is put, for the jar it is in names all others in its
   *     manifest
   */
  static Program java(Path folder, Class<?> main, List<Class<?>> libraries, List<String> arguments)
      throws IOException, URISyntaxException {
    List<String> path = new ArrayList<>(List.of(folder.toString()));
    for (Class<?> library : libraries) {
      path.add(
          Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    Path file = folder.resolve(main.getName().replace('.', '/') + ".class");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (var in =
        Objects.requireNonNull(main.getResourceAsStream(main.getSimpleName() + ".class"))) {
      Files.write(file, in.readAllBytes());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), path)));
    command.add(main.getName());
    command.addAll(arguments);
    return new Program(command, Map.of());
  }

  /** Runs it from start to exit. */
  Run run() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    return new Run(millis, exitCode, out);
  }
}
