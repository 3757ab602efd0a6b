package kr.pgsdk.sandbox.matrix;

/** One call of the matrix: a verb, what goes wrong, and when. */
record Cell(GatewayUnderTest gateway, Verb verb, FaultCase faultCase, Timing timing) {
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
