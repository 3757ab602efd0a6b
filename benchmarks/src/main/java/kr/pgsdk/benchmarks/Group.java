package kr.pgsdk.benchmarks;

import java.util.List;

/** Rows that are measured together. */
public interface Group {
  /** What they are about, for the progress line. */
  String name();

  /**
   * Measures the rows that the plan wants.
   *
   * @throws Exception if one can't be measured: a table with a silent gap would mislead
   */
  List<Row> measure(Plan plan) throws Exception;
}
