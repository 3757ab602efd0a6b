package kr.pgsdk.portone.promotion;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.portone.internal.PortOneCalls;
import org.jspecify.annotations.Nullable;

/**
 * Discounts of the shop's and of card companies. No money moves.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOnePromotions {
  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePromotions(PortOneCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /promotions/{promotionId}}: a promotion of the shop's. */
  public PortOnePromotion get(String promotionId) {
    return calls.object(
        HttpRequest.safe("promotion", "GET", "promotions", promotionId), PortOnePromotion::new);
  }

  /**
   * {@code GET /payment-gateways/card-promotion}: the instant discounts of card companies for an
   * amount. Unmodifiable.
   *
   * @param cardCompany one company, in PortOne's words; null for all
   */
  public List<PortOneCardPromotion> ofCards(
      String channelKey, Money amount, @Nullable String cardCompany) {
    return calls.object(
        HttpRequest.safe("card promotions", "GET", "payment-gateways", "card-promotion")
            .query("channelKey", channelKey)
            .query("amount", amount.minorUnits())
            .query("cardCompany", cardCompany),
        json -> json.objects("promotions", PortOneCardPromotion::new));
  }
}
