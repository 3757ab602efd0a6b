package kr.pgsdk.core;

/** Who asked for a cancel. */
public enum CancelRequester {
  /** The buyer. */
  CUSTOMER,
  /** The shop. */
  MERCHANT
}
