package kr.pgsdk.sandbox;

/** Plays the buyer's browser in the checkout window of each gateway. Thread-safe. */
public final class Buyer {
  private final IamportBuyer iamport;
  private final TossBuyer toss;
  private final PortOneBuyer portOne;

  Buyer(IamportBuyer iamport, TossBuyer toss, PortOneBuyer portOne) {
    this.iamport = iamport;
    this.toss = toss;
    this.portOne = portOne;
  }

  /** At Iamport, where paying captures the money at once. */
  public IamportBuyer onIamport() {
    return iamport;
  }

  /** At Toss, where the buyer only authenticates, and the shop's confirm captures. */
  public TossBuyer onToss() {
    return toss;
  }

  /** At PortOne V2, where the channel says who captures: paying, or the shop's confirm. */
  public PortOneBuyer onPortOne() {
    return portOne;
  }
}
