package kr.pgsdk.benchmarks;

import java.math.BigDecimal;

/**
 * What a figure should be.
 *
 * @param relation how it is compared; empty if there is no aim
 */
public record Aim(String relation, double bound) {
  /** At most this much. */
  public static Aim atMost(double bound) {
    return new Aim("at most", bound);
  }

  /** At least this much. */
  public static Aim atLeast(double bound) {
    return new Aim("at least", bound);
  }

  /** Less than this. */
  public static Aim below(double bound) {
    return new Aim("below", bound);
  }

  /** More than this. */
  public static Aim above(double bound) {
    return new Aim("above", bound);
  }

  /** This, and nothing else. */
  public static Aim exactly(double bound) {
    return new Aim("exactly", bound);
  }

  /** None: the figure is shown for itself. */
  public static Aim none() {
    return new Aim("", 0);
  }

  boolean isReached(double value) {
    return switch (relation) {
      case "at most" -> value <= bound;
      case "at least" -> value >= bound;
      case "below" -> value < bound;
      case "above" -> value > bound;
      case "exactly" -> value == bound;
      default -> true;
    };
  }

  String text(Figure figure) {
    if (relation.isEmpty()) {
      return "";
    }
    String shortest = BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    return (relation + " " + shortest + " " + figure.unit()).strip();
  }

  /** Says "reached", or by how much it falls short; nothing without an aim. */
  String verdict(Figure figure) {
    if (relation.isEmpty() || !figure.isMeasured()) {
      return "";
    }
    return isReached(figure.value())
        ? "reached"
        : "short by " + figure.text(Math.abs(figure.value() - bound));
  }
}
