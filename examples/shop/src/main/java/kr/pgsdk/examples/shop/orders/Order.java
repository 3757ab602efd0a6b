package kr.pgsdk.examples.shop.orders;

import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * An order, as the shop's table has it. All amounts are won.
 *
 * @param buyer the id of whoever placed it
 * @param title what is bought, as the gateway's window shows it
 * @param total what it is worth: points and price
 * @param points what of it is paid by points
 * @param price what of it is paid at the gateway
 * @param paymentId the payment that pays it; null before, and if it costs nothing
 * @param captured what the gateway has taken in, over all payments of the order
 * @param returned what of that went back
 * @param priceReturned what of the price went back
 * @param pointsReturned what of the points went back
 * @param askingSince when a payment came whose outcome the gateway couldn't tell; null if it could
 */
public record Order(
    String id,
    String buyer,
    OrderKind kind,
    String title,
    long total,
    long points,
    long price,
    PayBy payBy,
    OrderState state,
    String receiver,
    @Nullable String address,
    @Nullable String paymentId,
    long captured,
    long returned,
    long priceReturned,
    long pointsReturned,
    @Nullable Instant askingSince,
    Instant createdAt,
    Instant expiresAt) {

  /** Its id for the payments. */
  public OrderId orderId() {
    return OrderId.of(id);
  }

  /** What it costs at the gateway. */
  public Money money() {
    return Money.krw(price);
  }

  /** What the gateway holds of it. */
  public long held() {
    return captured - returned;
  }

  /** What went back to the buyer, as money and as points. */
  public long givenBack() {
    return priceReturned + pointsReturned;
  }

  /** What of the price can still go back. */
  public long priceLeft() {
    return price - priceReturned;
  }

  /** What of its points can still go back. */
  public long pointsLeft() {
    return points - pointsReturned;
  }

  /** What can still go back. */
  public long left() {
    return priceLeft() + pointsLeft();
  }

  /** Whether a buyer may still begin a payment. */
  public boolean isPayable() {
    return state == OrderState.OPEN || state == OrderState.AWAITING;
  }
}
