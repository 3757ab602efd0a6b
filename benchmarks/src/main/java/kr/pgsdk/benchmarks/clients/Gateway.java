package kr.pgsdk.benchmarks.clients;

/** Whose payments, and the payments that the server knows there. */
public enum Gateway {
  /** Toss Payments. The payment that is cancelled, in part, is the one that is found. */
  TOSS(
      "Toss",
      "/v1/payments/",
      "5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1",
      "a4CWyWY5m89PNh7xJwhk1",
      1_000,
      "5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1",
      1_000,
      300),

  /** Iamport, that is PortOne V1. Another payment is cancelled, and all of it. */
  IAMPORT(
      "Iamport",
      "/payments/",
      "imp_088022300265",
      "57008833-33010",
      1,
      "imp_803037736674",
      100,
      100);

  private final String text;
  private final String path;
  private final String paymentId;
  private final String orderId;
  private final long won;
  private final String cancelledId;
  private final long balance;
  private final long refund;

  Gateway(
      String text,
      String path,
      String paymentId,
      String orderId,
      long won,
      String cancelledId,
      long balance,
      long refund) {
    this.text = text;
    this.path = path;
    this.paymentId = paymentId;
    this.orderId = orderId;
    this.won = won;
    this.cancelledId = cancelledId;
    this.balance = balance;
    this.refund = refund;
  }

  /** The path of all payments, with a slash at its end. */
  public String path() {
    return path;
  }

  /** The payment that is found and confirmed. */
  public String paymentId() {
    return paymentId;
  }

  /** Its order. */
  public String orderId() {
    return orderId;
  }

  /** Its amount. */
  public long won() {
    return won;
  }

  /** The payment that is cancelled. */
  public String cancelledId() {
    return cancelledId;
  }

  /** What can be cancelled of it. */
  public long balance() {
    return balance;
  }

  /** What is cancelled of it. */
  public long refund() {
    return refund;
  }

  /** The name as the table shows it. */
  @Override
  public String toString() {
    return text;
  }
}
