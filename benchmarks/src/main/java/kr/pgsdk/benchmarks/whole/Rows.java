package kr.pgsdk.benchmarks.whole;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What several groups say, and read. */
final class Rows {
  static final String NO_VIRTUAL_THREADS = "no JDK 21 or newer beside this one";

  private Rows() {}

  /** Returns what a child process said under this name. */
  static List<Double> of(Map<String, List<Double>> said, String name) {
    return Objects.requireNonNull(said.get(name), name);
  }
}
