package kr.pgsdk.sandbox.history;

/**
 * Something the SDK said or did that isn't so.
 *
 * @param kind what it is, without anything of this one history
 */
record Violation(String kind, String detail) {
  @Override
  public String toString() {
    return kind + "\n  at " + detail;
  }
}
