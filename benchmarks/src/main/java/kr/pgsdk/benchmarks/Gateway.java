package kr.pgsdk.benchmarks;

/** Whose payments. */
public enum Gateway {
  /** Toss Payments. */
  TOSS("Toss"),

  /** Iamport, that is PortOne V1. */
  IAMPORT("Iamport");

  private final String text;

  Gateway(String text) {
    this.text = text;
  }

  /** The name as the table shows it. */
  @Override
  public String toString() {
    return text;
  }
}
