package kr.pgsdk.examples.shop.orders;

/** Where an order stands in the shop's own table. Only the payments' handler moves it on. */
public enum OrderState {
  /** The buyer may pay. */
  OPEN,
  /** A virtual account was issued; the deposit is awaited. */
  AWAITING,
  /** Paid and delivered. A part may have been refunded since. */
  PAID,
  /** Money came that isn't what the order costs: nothing is delivered until a person has looked. */
  HELD,
  /** Paid, and all of it given back. */
  REFUNDED,
  /** Over without a payment. */
  ENDED
}
