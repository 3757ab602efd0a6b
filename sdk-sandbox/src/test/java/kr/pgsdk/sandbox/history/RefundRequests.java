package kr.pgsdk.sandbox.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.RefundAccount;

/** The requests that a plan's refunds are made with. */
final class RefundRequests {
  private RefundRequests() {}

  static CancelRequest of(
      Gateway gateway, Plan.RefundPlan planned, HistoryRun.Paid paid, String key) {
    CancelRequest.Builder request =
        planned.part() == 10
            ? CancelRequest.full(paid.id(), "all of it")
            : CancelRequest.partial(paid.id(), part(planned, paid), "a part");
    // Where the answer names the cancel, it is worth more under a key that nobody else has.
    if (gateway != Gateway.PORTONE || key.hashCode() % 2 == 0) {
      request.idempotencyKey(key);
    }
    if (planned.namesOrder()) {
      request.orderId(paid.order());
    }
    switch (planned.balance()) {
      case NONE -> {}
      case PRICE -> request.expectedBalance(inCurrency(planned, paid.price()));
      case ZERO -> {
        if (planned.part() == 10) {
          request.expectedBalance(Money.zero(paid.price().currency()));
        }
      }
      case LESS -> {
        Money less = paid.price().minus(tenths(paid.price(), 1));
        if (!planned.foreign() && planned.part() < 9) {
          request.expectedBalance(less);
        }
      }
    }
    if (paid.checkout() == Checkout.ACCOUNT) {
      request.refundAccount(account(gateway));
    }
    return request.build();
  }

  /** Where a deposit goes back to. */
  static RefundAccount account(Gateway gateway) {
    return RefundAccount.of(gateway == Gateway.PORTONE ? "WOORI" : "20", "1234567890", "김토스");
  }

  private static Money part(Plan.RefundPlan planned, HistoryRun.Paid paid) {
    return inCurrency(planned, tenths(paid.price(), planned.part()));
  }

  /** The same number in another currency, for a shop that has mixed them up. */
  private static Money inCurrency(Plan.RefundPlan planned, Money money) {
    if (!planned.foreign()) {
      return money;
    }
    BigDecimal whole = money.amount().setScale(0, RoundingMode.DOWN).max(BigDecimal.ONE);
    return Money.of(whole, money.currency().equals("KRW") ? "USD" : "KRW");
  }

  /** Returns so many tenths of a price, rounded down. */
  static Money tenths(Money price, int count) {
    int scale = price.currency().equals("KRW") ? 0 : 2;
    return Money.of(
        price
            .amount()
            .multiply(BigDecimal.valueOf(count))
            .movePointLeft(1)
            .setScale(scale, RoundingMode.DOWN),
        price.currency());
  }
}
