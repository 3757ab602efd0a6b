package kr.pgsdk.sandbox.portone;

import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.wire.StateLock;

/** What buyers agree to, and how they show who they are, without a payment. Thread-safe. */
public final class PortOneAgreements {
  private final PortOneBillingKeys keys;
  private final PortOneIdentities identities;
  private final PortOneCheckout checkout;
  private final PortOneStore store;
  private final StateLock lock;

  PortOneAgreements(
      PortOneBillingKeys keys,
      PortOneIdentities identities,
      PortOneCheckout checkout,
      PortOneStore store,
      StateLock lock) {
    this.keys = keys;
    this.identities = identities;
    this.checkout = checkout;
    this.store = store;
    this.lock = lock;
  }

  /**
   * A buyer agrees to be charged by this card: the billing key.
   *
   * @throws IllegalArgumentException if no key is issued for it
   */
  public String issueBillingKey(TestCard card) {
    return issueBillingKey(card, store.automatic.key());
  }

  /** The same at the channel of this key. */
  public String issueBillingKey(TestCard card, String channelKey) {
    try {
      return lock.call(
          () -> {
            PortOneChannel channel = store.channel(channelKey);
            if (channel == null) {
              throw new IllegalArgumentException("no channel has the key " + channelKey);
            }
            return keys.agree(card, channel);
          });
    } catch (PortOneRefusal refused) {
      throw new IllegalArgumentException("no billing key is issued for " + card, refused);
    } finally {
      checkout.announce(PaymentId.of("billing-key"));
    }
  }

  /** The same at a channel with manual confirm: the token that the shop's server confirms. */
  public String agreeToBillingKey(TestCard card) {
    return lock.call(() -> keys.agreeToConfirm(card, store.manual, null));
  }

  /** The same, for a payment that the confirm makes too. */
  public String agreeToBillingKey(PaymentId id, TestCard card) {
    String[] token = new String[1];
    checkout.on(
        id,
        attempt -> {
          attempt.chosen = true;
          token[0] = keys.agreeToConfirm(card, attempt.channel, attempt);
        });
    return token[0];
  }

  /** A buyer shows who he or she is. */
  public void verifyIdentity(String identityVerificationId, String name) {
    lock.run(() -> identities.verify(identityVerificationId, name));
  }
}
