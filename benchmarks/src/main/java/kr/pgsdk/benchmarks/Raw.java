package kr.pgsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was measured, as it was measured: files of {@code target/raw}, one for each name. */
public final class Raw {
  private static final Path FOLDER = Path.of("target/raw");

  private Raw() {}

  /** Returns where to put a file. */
  public static Path file(String name) throws IOException {
    return Files.createDirectories(FOLDER).resolve(name);
  }

  /** Adds lines to a file. */
  public static void append(String name, String lines) throws IOException {
    Files.writeString(file(name), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
