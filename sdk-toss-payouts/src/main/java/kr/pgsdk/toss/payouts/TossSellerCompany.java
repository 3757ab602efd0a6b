package kr.pgsdk.toss.payouts;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/** The business of a seller. What it tells may be personal: keep it out of logs. */
public final class TossSellerCompany extends TossObject {
  TossSellerCompany(JsonObject json) {
    super(json);
  }

  /** {@code name}: the trade name. */
  public Optional<String> name() {
    return text("name");
  }

  /** {@code representativeName}: who represents it. */
  public Optional<String> representativeName() {
    return text("representativeName");
  }

  /** {@code businessRegistrationNumber}: its number at the tax office. */
  public Optional<String> businessRegistrationNumber() {
    return text("businessRegistrationNumber");
  }

  /** {@code email}: its mail address. */
  public Optional<String> email() {
    return text("email");
  }

  /** {@code phone}: its phone number. */
  public Optional<String> phone() {
    return text("phone");
  }
}
