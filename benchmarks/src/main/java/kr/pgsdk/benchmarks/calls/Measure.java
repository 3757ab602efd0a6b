package kr.pgsdk.benchmarks.calls;

import kr.pgsdk.benchmarks.Figure;
import kr.pgsdk.benchmarks.Jmh;
import org.openjdk.jmh.results.IterationResult;

/** Which figure of an iteration. */
enum Measure {
  P50,
  P99,
  BYTES,
  CALLS;

  double of(IterationResult iteration) {
    return switch (this) {
      case P50 -> Jmh.percentile(50).applyAsDouble(iteration);
      case P99 -> Jmh.percentile(99).applyAsDouble(iteration);
      case BYTES -> Jmh.bytes(iteration);
      case CALLS -> Jmh.SCORE.applyAsDouble(iteration);
    };
  }

  String text(double value) {
    return Figure.number(value)
        + switch (this) {
          case P50, P99 -> " us";
          case BYTES -> " B";
          case CALLS -> "/s";
        };
  }
}
