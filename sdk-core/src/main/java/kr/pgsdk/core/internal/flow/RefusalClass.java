package kr.pgsdk.core.internal.flow;

/** What a gateway's refusal of a money request proves. */
public enum RefusalClass {
  /**
   * The gateway's considered answer to this request, kept under its key: it speaks for every
   * sending under that key.
   */
  FINAL,
  /**
   * A refusal of this sending alone: it was refused before its key was looked up, or for what the
   * request itself has done, or in a way that isn't documented for it. After a sending in doubt it
   * proves nothing.
   */
  OF_THIS_SENDING,
  /**
   * The payment company's refusal, as the gateway passes it on; whether that is the company's last
   * word isn't documented. A confirm or a charge is refused if it can be looked up, and whether
   * money is held stays open until a lookup tells; a cancel is refused if a lookup then shows
   * nothing changed. Else they are in doubt.
   */
  BY_THE_COMPANY,
  /** It leaves open whether the request was executed. */
  UNCERTAIN,
  /** As {@link #UNCERTAIN}, and a bank may have carried it out without the gateway's knowing. */
  UNCERTAIN_AT_THE_BANK;

  /** Whether it is a definite no to the sending it answers. */
  public boolean isDefinite() {
    return this == FINAL || this == OF_THIS_SENDING;
  }
}
