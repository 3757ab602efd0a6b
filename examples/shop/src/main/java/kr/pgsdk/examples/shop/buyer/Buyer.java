package kr.pgsdk.examples.shop.buyer;

/**
 * A buyer without an account: whoever has the cookie.
 *
 * @param id secret, 32 lower-case hex digits
 */
public record Buyer(String id) {
  /** Never shows the id: who knows it is this buyer. */
  @Override
  public String toString() {
    return "Buyer";
  }
}
