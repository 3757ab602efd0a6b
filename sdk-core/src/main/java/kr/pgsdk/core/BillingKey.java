package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The key by which a card is charged again and again. Everyone who has this key and the shop's API
 * key can charge the card: protect it like a password. No message and no {@code toString} shows it.
 * Immutable.
 *
 * <p>Iamport: {@code customer_uid}, which the shop chooses, is the whole key. PortOne V2: the
 * {@code billingKey} that it made. Toss: the {@code billingKey} that Toss made, and the shop's
 * {@code customerKey} it was issued for; a charge needs both.
 */
public final class BillingKey {
  private final String value;
  private final @Nullable String customerKey;

  private BillingKey(String value, @Nullable String customerKey) {
    this.value = Texts.id(value, "billing key");
    this.customerKey = customerKey == null ? null : Texts.line(customerKey, "customer key");
  }

  /**
   * Returns Iamport's or PortOne's key.
   *
   * @param customerUid {@code customer_uid} at Iamport, {@code billingKey} at PortOne V2
   * @throws IllegalArgumentException if it is blank or has control characters
   */
  public static BillingKey of(String customerUid) {
    return new BillingKey(customerUid, null);
  }

  /**
   * Returns Toss's key.
   *
   * @param billingKey {@code billingKey}
   * @param customerKey {@code customerKey}
   * @throws IllegalArgumentException if one is blank or has control characters
   */
  public static BillingKey of(String billingKey, String customerKey) {
    return new BillingKey(billingKey, Objects.requireNonNull(customerKey, "customerKey"));
  }

  /** {@code customer_uid}, {@code billingKey}: a secret. */
  public String value() {
    return value;
  }

  /** {@code customerKey}, at Toss: a secret. */
  public Optional<String> customerKey() {
    return Optional.ofNullable(customerKey);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BillingKey that
        && value.equals(that.value)
        && Objects.equals(customerKey, that.customerKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, customerKey);
  }

  @Override
  public String toString() {
    return "BillingKey";
  }
}
