package kr.pgsdk.examples.shop.orders;

/**
 * How a buyer wants to pay.
 *
 * @param account the gateway, by the name of the shop's account there
 * @param method in the gateway's window
 */
public record PayBy(String account, Method method) {
  /** Methods that the shop offers. */
  public enum Method {
    /** By card, or by a wallet that the window offers beside it. */
    CARD,
    /** By a transfer to an account of the buyer's own. */
    VIRTUAL_ACCOUNT
  }
}
