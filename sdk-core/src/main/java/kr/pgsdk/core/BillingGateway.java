package kr.pgsdk.core;

/**
 * Billing keys, and charges by them, at any gateway: for subscriptions, and for buyers who pay by a
 * card they have registered. {@code billing()} of each gateway gives one. What {@link
 * PaymentGateway} says of blocking, deadlines, threads, interrupts and errors holds here too;
 * closing the gateway closes this.
 */
public interface BillingGateway {
  /**
   * Issues a billing key. Moves no money, but for a test charge that some payment companies make
   * and cancel at once.
   *
   * @return the key, to be stored, and what may be shown of the card
   * @throws IllegalArgumentException if the gateway doesn't issue keys in this way
   * @throws kr.pgsdk.core.error.GatewayException if card or authentication are refused
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if a key may have been issued: an {@code
   *     authKey} that may be used up needs a new authentication; a card can be handed in again
   */
  BillingKeyDetails issue(BillingKeyRequest request);

  /**
   * Charges a billing key. <strong>Moves money.</strong> A declined card is {@link
   * Confirmation.NotConfirmed} with {@code REFUSED} and the gateway's code and message.
   *
   * <p>A charge looks the order up first. An order that has been paid is not charged again: the
   * result is {@code Confirmed} with {@code ALREADY_CAPTURED}, or says what differs. One that was
   * declined stays so: try again under a new order id. So the same request may be handed in again,
   * and charges once. At Toss and PortOne that holds for all servers: they send the same key.
   * Iamport recognises no repetition, and its lookups can be behind: there, one server at a time
   * must charge an order, and after an {@code OutcomeUnknownException} only the gateway object that
   * threw it may be handed the request again, until a lookup shows what came of it.
   *
   * @throws IllegalArgumentException if the gateway would refuse the order id, the name or the key
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the charge may have been executed, and a
   *     lookup of the order proved nothing; hand in the same request again later: through this
   *     gateway object it is only looked up at Iamport, and repeated under its key at Toss. After a
   *     restart, find the order by {@code lookup()} first
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
