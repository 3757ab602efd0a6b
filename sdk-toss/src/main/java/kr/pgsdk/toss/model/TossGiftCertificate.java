package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a gift certificate paid. */
public final class TossGiftCertificate extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossGiftCertificate(JsonObject json) {
    super(json);
  }

  /** The issuer's approval number. */
  public Optional<String> approveNo() {
    return text("approveNo");
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return text("settlementStatus");
  }

  /** Shows settlementStatus alone. */
  @Override
  public String toString() {
    return "TossGiftCertificate[settlementStatus=" + shown("settlementStatus") + "]";
  }
}
