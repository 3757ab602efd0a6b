package kr.pgsdk.sandbox.matrix;

/** One thing to be played: a verb, what goes wrong, and when. */
record Cell(Gate gate, Verb verb, Mishap mishap, Strike strike) {
  @Override
  public String toString() {
    String execution = mishap.execution().words;
    return "%s %s, %s: %s%s"
        .formatted(
            gate.words,
            verb.words,
            strike,
            mishap.words(),
            execution.isEmpty() ? "" : " (" + execution + ")");
  }
}
