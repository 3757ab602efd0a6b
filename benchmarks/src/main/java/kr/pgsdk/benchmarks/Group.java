package kr.pgsdk.benchmarks;

import java.util.List;

/** Rows that are measured together. */
public interface Group {
  /** What they are about, for the progress line. */
  String name();

  /**
   * Measures the rows that the plan wants.
   *
   * @throws Exception if one fails: the table then says that the group did, and shows no part
   */
  List<Row> measure(Plan plan) throws Exception;
}
