package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** The buyer, as far as the shop or the payment company named one. */
public final class PortOneCustomer extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCustomer(JsonObject json) {
    super(json);
  }

  /** The shop's id for the buyer. */
  public Optional<String> id() {
    return text("id");
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** The year of birth. */
  public Optional<String> birthYear() {
    return text("birthYear");
  }

  /** The month of birth. */
  public Optional<String> birthMonth() {
    return text("birthMonth");
  }

  /** The day of birth. */
  public Optional<String> birthDay() {
    return text("birthDay");
  }

  /** {@code MALE}, {@code FEMALE} or {@code OTHER}. */
  public Optional<String> gender() {
    return text("gender");
  }

  /** The mail address. */
  public Optional<String> email() {
    return text("email");
  }

  /** The phone number. */
  public Optional<String> phoneNumber() {
    return text("phoneNumber");
  }

  /** The address. */
  public Optional<PortOneAddress> address() {
    return object("address", PortOneAddress::new);
  }

  /** The postal code. */
  public Optional<String> zipcode() {
    return text("zipcode");
  }
}
