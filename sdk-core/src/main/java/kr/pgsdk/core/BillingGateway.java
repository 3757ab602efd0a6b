package kr.pgsdk.core;

/**
 * Issues, charges and deletes billing keys at any gateway: for subscriptions, and for buyers who
 * pay by a registered card. {@code billing()} of each gateway returns one. The rules of {@link
 * PaymentGateway} about blocking, deadlines, threads, interrupts and errors apply here too; closing
 * the gateway closes this.
 */
public interface BillingGateway {
  /**
   * Issues a billing key. Moves no money, except for a test charge that some payment companies make
   * and cancel at once.
   *
   * @return the key, to be stored, and what may be shown of the card
   * @throws IllegalArgumentException if the gateway doesn't issue keys in this way
   * @throws kr.pgsdk.core.error.GatewayException if card or authentication are refused
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if a key may have been issued. An {@code
   *     authKey} may be used up: let the buyer authenticate again. With a card, you may call again
   */
  BillingKeyDetails issue(BillingKeyRequest request);

  /**
   * Charges a billing key. <strong>Moves money.</strong> A declined card is {@link
   * Confirmation.NotConfirmed} with {@code REFUSED} and the gateway's code and message.
   *
   * <p>A charge looks the order up first. An order that has been paid is not charged again: the
   * result is {@code Confirmed} with {@code ALREADY_CAPTURED}, or says what differs. A declined
   * order stays declined: try again under a new order id. So you may call again with the same
   * request, and the card is charged once. At Toss and PortOne this holds for all servers, because
   * they send the same key. Iamport can't recognise a repetition, and its lookups can be late:
   * there, only one server at a time may charge an order, and after an {@code
   * OutcomeUnknownException} call again only through the gateway object that threw it, until a
   * lookup shows the result.
   *
   * @throws IllegalArgumentException if the gateway would refuse the order id, the name or the key
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the charge may have been executed, and a
   *     lookup of the order proved nothing. Call again later with the same request: at Iamport this
   *     gateway object then only looks the order up, at Toss and PortOne it repeats the request
   *     under its key. After a restart, find the order by {@code lookup()} first
   * @throws kr.pgsdk.core.error.TransportException if nothing was sent
   */
  Confirmation charge(ChargeRequest request);

  /** Asks the gateway about a billing key. Moves no money. */
  BillingKeyLookup find(BillingKey key);

  /**
   * Deletes a billing key: it can't be charged any more. Moves no money. A key that is gone already
   * is no error.
   */
  void delete(BillingKey key);
}
