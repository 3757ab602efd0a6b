package kr.pgsdk.core;

/**
 * The state of the transfer that pays a deposit back to the buyer's account. It belongs to the
 * payment, not to one cancel of it. Only Toss reports it ({@code virtualAccount.refundStatus}).
 */
public enum RefundStatus {
  /** Nothing to pay back, or the gateway doesn't report it. */
  NONE,
  /** The cancel was accepted; the money is on its way. */
  PENDING,
  /** The money is back in the buyer's account. */
  COMPLETED,
  /** The transfer failed: the buyer has nothing back. */
  FAILED,
  /** One of several transfers failed. */
  PARTIAL_FAILED,
  /** A word this SDK doesn't know. */
  UNKNOWN
}
