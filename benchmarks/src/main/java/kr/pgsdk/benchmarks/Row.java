package kr.pgsdk.benchmarks;

/**
 * One line of the table.
 *
 * @param what what was done, and which figure of it was taken
 * @param gateway whose; "both" or "-" where it doesn't matter
 * @param callers how many at the same time
 * @param ours the SDK's figure with its unit
 * @param other the other's figure with its unit, and who that is
 * @param figure what is held against the aim
 */
public record Row(
    String what,
    String gateway,
    String callers,
    String ours,
    String other,
    Figure figure,
    Aim aim) {

  /** A row that couldn't be measured here; {@code ours} says why. */
  public static Row notMeasured(String what, String gateway, String callers, String why) {
    return new Row(what, gateway, callers, "not measured: " + why, "", Figure.NONE, Aim.none());
  }

  /** What {@code --only} looks into. */
  static String name(String what, String gateway, String callers) {
    return what + ", " + gateway + ", " + callers;
  }
}
