package kr.pgsdk.benchmarks;

/** What a reader of the results has to know first. */
final class Explanation {
  static final String TEXT =
      """
      # What the SDK adds to a bare HTTP call

      Written by `java -jar benchmarks/target/benchmarks.jar` (see CONTRIBUTING.md), which keeps the last three runs here.
      """;

  private Explanation() {}
}
