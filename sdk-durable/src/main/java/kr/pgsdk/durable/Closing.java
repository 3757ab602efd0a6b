package kr.pgsdk.durable;

/** What became of closing an order. */
public enum Closing {
  /** No payment is captured for it any more. */
  CLOSED,
  /** A payment is being captured, or the handler is at work: not closed. Close it again later. */
  UNDER_WAY,
  /** It is paid: not closed. Refund it. */
  PAID,
  /** Its virtual account is being closed; the order is closed when that is done. */
  CLOSING_ACCOUNT,
  /**
   * The gateway refused to close its virtual account: not closed, and it can still be paid into.
   * Close it again later; when the account ends by itself, the order is closed.
   */
  ACCOUNT_STAYS_OPEN
}
