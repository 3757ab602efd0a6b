package kr.pgsdk.examples.shop.booking;

/** A seat at a gathering, as a buyer sees it. */
public record Seat(String name, State state) {
  /** Whose it is. */
  public enum State {
    /** Nobody's. */
    FREE,
    /** Another buyer is paying for it; it may become free again. */
    HELD,
    /** Another buyer's. */
    TAKEN,
    /** This buyer is paying for it. */
    YOURS,
    /** This buyer has paid for it. */
    BOOKED
  }
}
