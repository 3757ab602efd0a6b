package kr.pgsdk.portone.platform;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Who holds a bank account. Personal data. */
public final class PortOneAccountHolder extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneAccountHolder(JsonObject json) {
    super(json);
  }

  /** The holder's name. */
  public Optional<String> holderName() {
    return text("holderName");
  }

  /** What a partner's account names, to count as verified. */
  public Optional<String> accountVerificationId() {
    return text("accountVerificationId");
  }
}
