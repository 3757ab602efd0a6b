package kr.pgsdk.sandbox.matrix;

import java.util.List;

/** One call of the matrix: a verb, what goes wrong, and when. */
record Cell(GatewayUnderTest gateway, Verb verb, FaultCase faultCase, Timing timing) {
  /** What it has in common with cells of other faults. */
  Object situation() {
    return List.of(gateway, verb, timing);
  }

  @Override
  public String toString() {
    String execution = faultCase.execution().words;
    return "%s %s, %s: %s%s"
        .formatted(
            gateway.words,
            verb.words,
            timing,
            faultCase.words(),
            execution.isEmpty() ? "" : " (" + execution + ")");
  }
}
