package kr.pgsdk.benchmarks.clients;

/** Which of the verbs. */
public enum Verb {
  /** {@link Client#find}. */
  FIND("find"),

  /**
   * {@link Client#confirm}: a POST at Toss, a GET at Iamport; both programs compare the payment.
   */
  CONFIRM("confirm"),

  /** {@link Client#cancel}: both programs look at the balance first. */
  CANCEL("cancel");

  private final String text;

  Verb(String text) {
    this.text = text;
  }

  /** Makes one call. */
  public Object call(Client client) throws Exception {
    return switch (this) {
      case FIND -> client.find();
      case CONFIRM -> client.confirm();
      case CANCEL -> client.cancel();
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
