package kr.pgsdk.portone.promotion;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A promotion of the shop: a discount that PortOne takes off. */
public final class PortOnePromotion extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePromotion(JsonObject json) {
    super(json);
    // One without a currency shows no amounts.
    this.currency = Objects.requireNonNullElse(json.text("currency"), "");
  }

  /** Its kind, in PortOne's words. */
  public Optional<String> type() {
    return text("type");
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** The store's id. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** What is taken off. */
  public Optional<PortOneDiscountPolicy> discountPolicy() {
    return object("discountPolicy", PortOneDiscountPolicy::new);
  }

  /** How much it may take off in all. */
  public Optional<Money> totalBudget() {
    return minorMoney("totalBudget", currency);
  }

  /** The most that one payment is reduced by. */
  public Optional<Money> maxDiscountAmount() {
    return minorMoney("maxDiscountAmount", currency);
  }

  /** How much of the budget is spent. */
  public Optional<Money> spentAmount() {
    return minorMoney("spentAmount", currency);
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** When it begins. */
  public Optional<Instant> startAt() {
    return time("startAt");
  }

  /** When it ends. */
  public Optional<Instant> endAt() {
    return time("endAt");
  }

  /** When it was ended early. */
  public Optional<Instant> terminatedAt() {
    return time("terminatedAt");
  }

  /** The card company, in PortOne's words. */
  public Optional<String> cardCompany() {
    return text("cardCompany");
  }

  /** Its status, in PortOne's words. */
  public Optional<String> status() {
    return text("status");
  }

  /** When it was made. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** What a cancel gives back to the budget. */
  public Optional<PortOneRecoverOption> recoverOption() {
    return object("recoverOption", PortOneRecoverOption::new);
  }
}
