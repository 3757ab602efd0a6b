package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a gift certificate paid. */
public final class TossGiftCertificate {
  private final JsonObject json;

  TossGiftCertificate(JsonObject json) {
    this.json = json;
  }

  /** The issuer's approval number. */
  public Optional<String> approveNo() {
    return Optional.ofNullable(json.text("approveNo"));
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return Optional.ofNullable(json.text("settlementStatus"));
  }

  /** Shows settlementStatus alone. */
  @Override
  public String toString() {
    return "TossGiftCertificate[settlementStatus=" + json.word("settlementStatus") + "]";
  }
}
