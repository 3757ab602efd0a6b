package kr.pgsdk.benchmarks;

import java.math.BigDecimal;

/**
 * What a figure should be.
 *
 * @param relation {@code "at most"}, {@code "below"}, or empty if the figure is only shown
 */
public record Aim(String relation, double bound) {
  /** The figure is only shown. */
  public static final Aim NONE = new Aim("", 0);

  /** At most this much. */
  public static Aim atMost(double bound) {
    return new Aim("at most", bound);
  }

  /** Less than this. */
  public static Aim below(double bound) {
    return new Aim("below", bound);
  }

  /** Returns {@code "reached"} or {@code "short"}; empty without an aim. */
  String verdict(double figure) {
    if (relation.isEmpty()) {
      return "";
    }
    boolean reached = relation.equals("below") ? figure < bound : figure <= bound;
    return reached ? "reached" : "**short**";
  }

  @Override
  public String toString() {
    return relation.isEmpty()
        ? ""
        : relation + " " + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }
}
