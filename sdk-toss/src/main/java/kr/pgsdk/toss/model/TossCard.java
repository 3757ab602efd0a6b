package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a card paid. Amounts are in the payment's currency. */
public final class TossCard {
  private final JsonObject json;

  TossCard(JsonObject json) {
    this.json = json;
  }

  /** What the card paid, with an instant discount still in it. */
  public Optional<BigDecimal> amount() {
    return Optional.ofNullable(json.number("amount"));
  }

  /** Who issued the card: two characters, such as {@code 61}. */
  public Optional<String> issuerCode() {
    return Optional.ofNullable(json.text("issuerCode"));
  }

  /** Who settles it: two characters. */
  public Optional<String> acquirerCode() {
    return Optional.ofNullable(json.text("acquirerCode"));
  }

  /** The issuer as older API versions named it, in place of the codes. */
  public Optional<String> company() {
    return Optional.ofNullable(json.text("company"));
  }

  /** The number, masked by Toss. Keep it out of logs all the same. */
  public Optional<String> number() {
    return Optional.ofNullable(json.text("number"));
  }

  /** In how many months it is paid off; 0 for at once. */
  public Optional<Integer> installmentPlanMonths() {
    return Optional.ofNullable(json.integer("installmentPlanMonths"));
  }

  /** The issuer's approval number. */
  public Optional<String> approveNo() {
    return Optional.ofNullable(json.text("approveNo"));
  }

  /** Whether card points were spent. */
  public Optional<Boolean> useCardPoint() {
    return Optional.ofNullable(json.bool("useCardPoint"));
  }

  /** The kind of card in Toss's words: 신용, 체크, 기프트, 미확인. */
  public Optional<String> cardType() {
    return Optional.ofNullable(json.text("cardType"));
  }

  /** Whose card it is in Toss's words: 개인, 법인, 미확인. */
  public Optional<String> ownerType() {
    return Optional.ofNullable(json.text("ownerType"));
  }

  /** Whether it was handed in for settlement, such as {@code READY}. */
  public Optional<String> acquireStatus() {
    return Optional.ofNullable(json.text("acquireStatus"));
  }

  /** Whether the instalments are free of interest. */
  public Optional<Boolean> isInterestFree() {
    return Optional.ofNullable(json.bool("isInterestFree"));
  }

  /** Who pays the interest, such as {@code MERCHANT}. */
  public Optional<String> interestPayer() {
    return Optional.ofNullable(json.text("interestPayer"));
  }

  /** Shows issuerCode alone. */
  @Override
  public String toString() {
    return "TossCard[issuerCode=" + json.word("issuerCode") + "]";
  }
}
