package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a wallet paid. The whole amount of a payment is what its card paid, what the wallet paid and
 * what the wallet took off, together.
 */
public final class TossEasyPay {
  private static final String NAME = "easyPay";

  private final JsonObject holder;
  private final @Nullable String provider;
  private final @Nullable BigDecimal amount;
  private final @Nullable BigDecimal discountAmount;

  private TossEasyPay(
      JsonObject holder,
      @Nullable String provider,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal discount) {
    this.holder = holder;
    this.provider = provider;
    this.amount = amount;
    this.discountAmount = discount;
  }

  /**
   * Reads it as an object, or as API version 1.4 has it: the provider's name alone.
   *
   * @hidden
   */
  public static @Nullable TossEasyPay in(JsonObject holder) {
    JsonObject json = holder.object(NAME);
    if (json != null) {
      return new TossEasyPay(
          holder, json.text("provider"), json.number("amount"), json.number("discountAmount"));
    }
    String provider = holder.text(NAME);
    return provider == null
        ? null
        : new TossEasyPay(
            holder,
            provider,
            holder.number("easyPayAmount"),
            holder.number("easyPayDiscountAmount"));
  }

  /** The wallet in Toss's words, such as 토스페이. */
  public Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /** What was paid from the wallet's balance or account. */
  public Optional<BigDecimal> amount() {
    return Optional.ofNullable(amount);
  }

  /** What the wallet's points and coupons took off. */
  public Optional<BigDecimal> discountAmount() {
    return Optional.ofNullable(discountAmount);
  }

  /** What Toss sent, as JSON: an object, or in API version 1.4 the provider's name. */
  public String toJson() {
    return Objects.requireNonNull(holder.json(NAME), NAME);
  }

  @Override
  public String toString() {
    boolean shown = provider == null || JsonObject.isWord(provider);
    return "TossEasyPay[provider=" + (shown ? provider : "?") + "]";
  }
}
