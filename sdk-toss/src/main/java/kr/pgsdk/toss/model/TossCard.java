package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a card paid. Amounts are in the payment's currency. */
public final class TossCard extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossCard(JsonObject json) {
    super(json);
  }

  /** What the card paid, with an instant discount still in it. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** Who issued the card: two characters, such as {@code 61}. */
  public Optional<String> issuerCode() {
    return text("issuerCode");
  }

  /** Who settles it: two characters. */
  public Optional<String> acquirerCode() {
    return text("acquirerCode");
  }

  /** The issuer as older API versions named it, in place of the codes. */
  public Optional<String> company() {
    return text("company");
  }

  /** The number, masked by Toss. Keep it out of logs all the same. */
  public Optional<String> number() {
    return text("number");
  }

  /** In how many months it is paid off; 0 for at once. */
  public OptionalInt installmentPlanMonths() {
    return integer("installmentPlanMonths");
  }

  /** The issuer's approval number. */
  public Optional<String> approveNo() {
    return text("approveNo");
  }

  /** Whether card points were spent. */
  public Optional<Boolean> useCardPoint() {
    return flag("useCardPoint");
  }

  /** The kind of card in Toss's words: 신용, 체크, 기프트, 미확인. */
  public Optional<String> cardType() {
    return text("cardType");
  }

  /** Whose card it is in Toss's words: 개인, 법인, 미확인. */
  public Optional<String> ownerType() {
    return text("ownerType");
  }

  /** Whether it was handed in for settlement, such as {@code READY}. */
  public Optional<String> acquireStatus() {
    return text("acquireStatus");
  }

  /** Whether the instalments are free of interest. */
  public Optional<Boolean> isInterestFree() {
    return flag("isInterestFree");
  }

  /** Who pays the interest, such as {@code MERCHANT}. */
  public Optional<String> interestPayer() {
    return text("interestPayer");
  }

  /** Shows issuerCode alone. */
  @Override
  public String toString() {
    return "TossCard[issuerCode=" + shown("issuerCode") + "]";
  }
}
