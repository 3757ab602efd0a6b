package kr.pgsdk.durable;

/** What a person found out about a refund in doubt, or did about one that wasn't executed. */
public enum Resolution {
  /** The money went back: the gateway's console shows it. */
  DONE,
  /** The money didn't go back, and never will by this refund: the refund leaves the list. */
  NOT_DONE
}
