package kr.pgsdk.benchmarks.whole;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.benchmarks.Figure;

/** What several groups say, and read. */
final class Rows {
  static final String NO_VIRTUAL_THREADS = "no JDK 21 or newer beside this one";

  private Rows() {}

  /** Says how many virtual threads call, and in which Java. */
  static String callers(int callers, Optional<Jvm> jvm) {
    return Figure.number(callers)
        + " virtual"
        + jvm.map(java -> ", Java " + java.version()).orElse("");
  }

  /** Returns what a child process said under this name. */
  static List<Double> of(Map<String, List<Double>> said, String name) {
    return Objects.requireNonNull(said.get(name), name);
  }
}
