package kr.pgsdk.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A ratio within one run, or another value an aim is set for.
 *
 * @param value the middle one of the run's rounds
 * @param low a quarter of the run's rounds is below it
 * @param high a quarter of the run's rounds is above it
 * @param unit empty for a ratio
 */
public record Figure(double value, double low, double high, String unit) {
  static final Figure NONE = new Figure(Double.NaN, Double.NaN, Double.NaN, "");

  /** One value, measured once. */
  public static Figure of(double value, String unit) {
    return new Figure(value, value, value, unit);
  }

  /** The middle of a value's rounds. */
  public static Figure middle(List<Double> rounds, String unit) {
    return over(rounds, rounds, (ours, same) -> ours, unit);
  }

  /** Ours to the other's, round by round. */
  public static Figure ratio(List<Double> ours, List<Double> others) {
    return over(ours, others, (mine, other) -> mine / other, "");
  }

  /** Ours less the other's, round by round. */
  public static Figure difference(List<Double> ours, List<Double> others, String unit) {
    return over(ours, others, (mine, other) -> mine - other, unit);
  }

  /** The round that is farthest from what all should exactly be: one that misses is enough. */
  public static Figure worst(List<Double> rounds, Aim exactly, String unit) {
    Figure middle = middle(rounds, unit);
    double worst =
        rounds.stream()
            .max(Comparator.comparingDouble(round -> Math.abs(round - exactly.bound())))
            .orElseThrow();
    return new Figure(worst, middle.low, middle.high, unit);
  }

  private static Figure over(
      List<Double> ours, List<Double> others, DoubleBinaryOperator operator, String unit) {
    double[] rounds =
        IntStream.range(0, Math.min(ours.size(), others.size()))
            .mapToDouble(i -> operator.applyAsDouble(ours.get(i), others.get(i)))
            .toArray();
    return new Figure(quantile(rounds, 0.5), quantile(rounds, 0.25), quantile(rounds, 0.75), unit);
  }

  /** The middle value; of two middle ones, what lies between. */
  public static double median(List<Double> values) {
    return quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
  }

  /** The value that this part of them is below; between two of them, in proportion. */
  private static double quantile(double[] values, double part) {
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Whether there is one. */
  public boolean isMeasured() {
    return !Double.isNaN(value);
  }

  String text() {
    return isMeasured() ? text(value) : "";
  }

  String spread() {
    return isMeasured() && low != high ? plain(low) + ".." + plain(high) : "";
  }

  String text(double any) {
    return unit.isEmpty() ? plain(any) : plain(any) + " " + unit;
  }

  /** Ratios all have three decimals, to stand below each other. */
  private String plain(double any) {
    return unit.isEmpty() ? String.format(Locale.ROOT, "%.3f", any) : number(any);
  }

  /**
   * A number as short as its size allows: three decimals below ten, none from a thousand on, nor if
   * it is whole.
   */
  public static String number(double value) {
    double size = Math.abs(value);
    if (size < 0.0005) {
      return "0";
    }
    boolean whole = value == Math.rint(value);
    String format = whole ? "%,.0f" : size < 10 ? "%.3f" : size < 1_000 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
