package kr.pgsdk.examples.shop.orders;

import org.springframework.http.HttpStatus;

/** Why the shop can't do what a buyer or an operator asked for; each has a sentence in messages. */
public enum Problem {
  /** There is no such thing here, or it is another buyer's. */
  NOT_FOUND(HttpStatus.NOT_FOUND),
  /** What was typed is missing, too long, or no number. */
  BAD_INPUT(HttpStatus.BAD_REQUEST),
  /** Fewer are left than asked for. */
  SOLD_OUT(HttpStatus.CONFLICT),
  /** Somebody else has the seat. */
  SEAT_TAKEN(HttpStatus.CONFLICT),
  /** The cart is empty. */
  EMPTY_CART(HttpStatus.CONFLICT),
  /** The balance is smaller than what was to be spent. */
  TOO_FEW_POINTS(HttpStatus.CONFLICT),
  /** The order isn't open any more. */
  NOT_OPEN(HttpStatus.CONFLICT),
  /** Nothing of the order can be refunded, or less than asked for. */
  NOT_REFUNDABLE(HttpStatus.CONFLICT),
  /** A refund of the order is under way. */
  REFUND_UNDER_WAY(HttpStatus.CONFLICT),
  /** A payment of the order is being captured right now. */
  UNDER_WAY(HttpStatus.CONFLICT),
  /** The gateway is being told another price or method of the order right now. */
  CHECKOUT_BUSY(HttpStatus.CONFLICT),
  /** A deposit goes back to an account, and none was given. */
  ACCOUNT_NEEDED(HttpStatus.BAD_REQUEST),
  /** The gateway keeps no receipt of it, or can't be asked now. */
  NO_RECEIPT(HttpStatus.NOT_FOUND),
  /** The payments refuse what an operator asked for. */
  NOT_NOW(HttpStatus.CONFLICT);

  private final HttpStatus status;

  Problem(HttpStatus status) {
    this.status = status;
  }

  /** What a browser is answered. */
  public HttpStatus status() {
    return status;
  }

  /** Its sentence in the messages. */
  public String key() {
    return "problem." + name();
  }

  /** Returns it to be thrown. */
  public ProblemException toException() {
    return new ProblemException(this);
  }
}
