package kr.pgsdk.portone.identity;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Whose identity was verified. Personal data: keep it out of logs. */
public final class PortOneVerifiedPerson extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneVerifiedPerson(JsonObject json) {
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

  /** The mobile carrier. */
  public Optional<String> operator() {
    return text("operator");
  }

  /** The phone's number. */
  public Optional<String> phoneNumber() {
    return text("phoneNumber");
  }

  /** The date of birth. */
  public Optional<String> birthDate() {
    return text("birthDate");
  }

  /** The person's gender. */
  public Optional<String> gender() {
    return text("gender");
  }

  /** Whether the person is a foreigner. */
  public Optional<Boolean> isForeigner() {
    return flag("isForeigner");
  }

  /** The number that is this person's at every shop (CI). Personal data. */
  public Optional<String> ci() {
    return text("ci");
  }

  /** The number that is this person's at this shop (DI). Personal data. */
  public Optional<String> di() {
    return text("di");
  }
}
