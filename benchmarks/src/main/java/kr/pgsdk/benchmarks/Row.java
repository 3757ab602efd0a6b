package kr.pgsdk.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One line of the table, as texts.
 *
 * @param ratio the SDK's figure in times of the other's; empty where there is no other
 */
public record Row(
    String what,
    String gateway,
    String sdk,
    String other,
    String ratio,
    String aim,
    String verdict) {

  /**
   * Compares rounds of one run, in which both took turns. The aim is for the middle of the rounds'
   * ratios; beside it stands the middle half of them.
   */
  public static Row ratio(
      String what, Object gateway, String unit, List<Double> sdk, List<Double> other, Aim aim) {
    double[] ratios =
        IntStream.range(0, Math.min(sdk.size(), other.size()))
            .mapToDouble(round -> sdk.get(round) / other.get(round))
            .toArray();
    double middle = quantile(ratios, 0.5);
    String half = text(quantile(ratios, 0.25)) + ".." + text(quantile(ratios, 0.75));
    return new Row(
        what,
        gateway.toString(),
        number(median(sdk)) + " " + unit,
        number(median(other)) + " " + unit,
        text(middle) + (ratios.length > 1 ? " (" + half + ")" : ""),
        aim.toString(),
        aim.verdict(middle));
  }

  /** Shows one figure, without another to compare it with. */
  public static Row figure(String what, Object gateway, double sdk, String unit, Aim aim) {
    return new Row(
        what,
        gateway.toString(),
        number(sdk) + " " + unit,
        "",
        "",
        aim.toString(),
        aim.verdict(sdk));
  }

  /** Shows another's figure beside it, for which it has no aim. */
  public Row against(String other) {
    return new Row(what, gateway, sdk, other, ratio, aim, verdict);
  }

  /** Says why there is no figure. */
  public static Row missing(String what, String why) {
    return new Row(what, "", "not measured: " + why, "", "", "", "");
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

  private static String text(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", value);
  }
}
