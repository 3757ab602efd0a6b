package kr.pgsdk.sandbox.toss;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** What a request says that makes a payment, or a receipt, without a window: all in won. */
record TossOrder(String id, String name, Money amount, BigDecimal taxFree) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_=-]{6,64}");
  private static final int LONGEST_NAME = 100;

  /** Reads and checks it. */
  static TossOrder of(Params params) {
    String id = params.text("orderId");
    String name = params.text("orderName");
    BigDecimal amount = amount(params, "amount");
    BigDecimal taxFree = amount(params, "taxFreeAmount");
    if (id == null
        || !ID.matcher(id).matches()
        || name == null
        || name.isBlank()
        || name.length() > LONGEST_NAME
        || amount == null
        || amount.signum() == 0
        || (taxFree != null && taxFree.compareTo(amount) > 0)) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    return new TossOrder(
        id, name, Money.of(amount, "KRW"), taxFree == null ? BigDecimal.ZERO : taxFree);
  }

  /** An amount in won, or null if there is none; anything that is no such amount is refused. */
  static @Nullable BigDecimal amount(Params params, String name) {
    if (!params.has(name)) {
      return null;
    }
    BigDecimal amount = params.isNumber(name) ? params.decimal(name) : null;
    if (amount == null || amount.signum() < 0) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    try {
      return Money.of(amount, "KRW").amount();
    } catch (IllegalArgumentException e) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
  }

  /** Refuses less than Toss takes by this method. */
  void requireAtLeast(int won) {
    if (amount.amount().compareTo(BigDecimal.valueOf(won)) < 0) {
      throw TossRefusal.of("BELOW_MINIMUM_AMOUNT");
    }
  }
}
