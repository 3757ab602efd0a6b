package kr.pgsdk.benchmarks.calls;

/** Which of the five verbs. */
public enum Verb {
  /** Finds a payment by its id. */
  FIND("find"),

  /** Confirms: at Toss a POST, at Iamport a GET; verified on both. */
  CONFIRM("confirm"),

  /** Cancels, with the balance known. */
  CANCEL("cancel");

  private final String text;

  Verb(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
