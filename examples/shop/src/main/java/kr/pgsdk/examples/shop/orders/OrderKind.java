package kr.pgsdk.examples.shop.orders;

/** What an order is for. */
public enum OrderKind {
  /** Goods from the shelf. */
  GOODS,
  /** A balance to spend later. */
  POINTS,
  /** A seat at a gathering. */
  BOOKING
}
