package kr.pgsdk.sandbox;

/** Plays the buyer's browser in the checkout window of either gateway. Thread-safe. */
public final class Buyer {
  private final IamportBuyer iamport;
  private final TossBuyer toss;

  Buyer(IamportBuyer iamport, TossBuyer toss) {
    this.iamport = iamport;
    this.toss = toss;
  }

  /** At Iamport, where paying captures the money at once. */
  public IamportBuyer onIamport() {
    return iamport;
  }

  /** At Toss, where the buyer only authenticates, and the shop's confirm captures. */
  public TossBuyer onToss() {
    return toss;
  }
}
