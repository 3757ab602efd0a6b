package kr.pgsdk.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param results where the results are kept; null if they are only shown
 */
record Arguments(Plan plan, @Nullable Path results) {
  static final String USAGE =
      """
      usage: java -jar benchmarks/target/benchmarks.jar [--full] [--only WORD] [--results FILE]

        --full           more rounds, and the million finds; without it at most ten minutes
        --only WORD      only the rows whose name (what, gateway, callers) contains WORD;
                         shown, and kept only if --results says where
        --results FILE   where the last three runs are kept; benchmarks/RESULTS.md otherwise
      """;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Arguments of(List<String> words) {
    Deque<String> left = new ArrayDeque<>(words);
    Mode mode = Mode.SHORT;
    String only = "";
    Path results = null;
    while (!left.isEmpty()) {
      String word = left.pop();
      switch (word) {
        case "--full" -> mode = Mode.FULL;
        case "--only" -> only = value(word, left);
        case "--results" -> results = Path.of(value(word, left));
        default -> throw new IllegalArgumentException("there is no argument " + word);
      }
    }
    if (results != null) {
      requireWritable(results);
    } else if (only.isEmpty()) {
      results = Path.of(Files.isDirectory(Path.of("benchmarks")) ? "benchmarks" : "", "RESULTS.md");
    }
    return new Arguments(new Plan(mode, only), results);
  }

  private static String value(String name, Deque<String> left) {
    if (left.isEmpty() || left.peek().isBlank() || left.peek().startsWith("--")) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return left.pop();
  }

  /** Before ten minutes have been spent. */
  private static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "--results must be a file in a folder that exists: " + file);
    }
  }
}
