package kr.pgsdk.portone.identity;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Whose identity is to be verified. Personal data: keep it out of logs. */
public final class PortOneRequestedPerson extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneRequestedPerson(JsonObject json) {
    super(json);
  }

  /** The shop's id for the person. */
  public Optional<String> id() {
    return text("id");
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** The phone's number. */
  public Optional<String> phoneNumber() {
    return text("phoneNumber");
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
}
