package kr.pgsdk.toss.promotion;

import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.toss.internal.TossCalls;

/**
 * The promotions that are on now. No money moves.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossPromotions {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossPromotions(TossCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /v1/promotions}: those of all payment methods. */
  public TossPromotionList all() {
    return calls.object(
        HttpRequest.safe("promotions", "GET", "v1", "promotions"), TossPromotionList::new);
  }

  /** {@code GET /v1/promotions/card}: those of the card companies. */
  public TossCardPromotions cards() {
    return calls.object(
        HttpRequest.safe("card promotions", "GET", "v1", "promotions", "card"),
        TossCardPromotions::new);
  }
}
