package kr.pgsdk.durable;

import java.math.BigDecimal;
import kr.pgsdk.core.Money;

/**
 * The money of an order over all its payments, since the beginning. Book the difference of two
 * totals.
 *
 * @param captured what buyers have paid
 * @param returned what went back to them
 */
public record Totals(Money captured, Money returned) {
  static Totals zero(String currency) {
    return new Totals(Money.zero(currency), Money.zero(currency));
  }

  /** What the gateway holds. */
  public Money held() {
    return Money.of(captured.amount().subtract(returned.amount()), captured.currency());
  }

  Totals plus(BigDecimal moreCaptured, BigDecimal moreReturned) {
    return new Totals(
        Money.of(captured.amount().add(moreCaptured), captured.currency()),
        Money.of(returned.amount().add(moreReturned), returned.currency()));
  }
}
