package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link BillingVerbs}. */
public interface BillingSteps {
  BillingKeyDetails issue(BillingKeyRequest request, Deadline deadline);

  /** Asks about a key. */
  BillingKeyLookup find(BillingKey key, Deadline deadline);

  /** Deletes a key, if it is there. */
  void delete(BillingKey key, Deadline deadline);

  /**
   * Returns the card that a key is to be issued for.
   *
   * @param elsewhere where else the gateway issues keys, for a message
   * @throws IllegalArgumentException if the request has none
   */
  static CardData card(BillingKeyRequest request, String gateway, String elsewhere) {
    return request
        .card()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    gateway + " issues a billing key for a card's data, or in " + elsewhere));
  }

  /**
   * Returns the channel that a key is to be issued through.
   *
   * @throws IllegalArgumentException if the gateway object was built without one
   */
  static String channel(@Nullable String channelKey, String gateway) {
    if (channelKey == null) {
      throw new IllegalArgumentException(
          gateway
              + " issues a billing key through a channel: build the gateway with channelKey(...)");
    }
    return channelKey;
  }
}
