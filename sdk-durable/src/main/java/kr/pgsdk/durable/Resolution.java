package kr.pgsdk.durable;

/** What a person found out about a refund in doubt, or did about one that wasn't executed. */
public enum Resolution {
  /** The money went back: the gateway's console shows it. */
  DONE,
  /** It didn't, and never will by this refund: it is off the list. */
  NOT_DONE
}
