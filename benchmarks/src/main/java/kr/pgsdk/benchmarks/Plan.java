package kr.pgsdk.benchmarks;

import java.util.Locale;

/**
 * What is to be measured.
 *
 * @param only measures the rows alone whose name contains it; empty for all
 */
public record Plan(Mode mode, String only) {
  /** Everything of this mode. */
  public static Plan of(Mode mode) {
    return new Plan(mode, "");
  }

  /** Whether a row is wanted; ask before measuring it. */
  public boolean wants(String what, String gateway, String callers) {
    return Row.name(what, gateway, callers)
        .toLowerCase(Locale.ROOT)
        .contains(only.toLowerCase(Locale.ROOT));
  }

  /** Whether a row that was measured is wanted. */
  public boolean wants(Row row) {
    return wants(row.what(), row.gateway(), row.callers());
  }
}
