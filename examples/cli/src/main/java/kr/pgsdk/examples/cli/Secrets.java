package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A secret that is given as an option, or as a file so that no list of processes shows it. */
final class Secrets {
  private Secrets() {}

  /**
   * Returns the secret.
   *
   * @param option the option that holds it; the other one has {@code -file} behind
   * @throws IllegalArgumentException if both are given or the file can't be read
   */
  static Optional<String> of(String option, @Nullable String value, @Nullable Path file) {
    if (value != null && file != null) {
      throw new IllegalArgumentException(
          "give " + option + " or " + option + "-file, one of the two");
    }
    if (file != null) {
      return Optional.of(SmallFile.firstLine(file, "file of " + option));
    }
    return Optional.ofNullable(value);
  }

  /** Returns a secret that must be there. */
  static String required(String option, @Nullable String value, @Nullable Path file) {
    return of(option, value, file)
        .orElseThrow(
            () -> new IllegalArgumentException("give " + option + ", or " + option + "-file"));
  }
}
