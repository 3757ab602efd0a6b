package kr.pgsdk.portone.company;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A bank that PortOne knows. */
public final class PortOneBank extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBank(JsonObject json) {
    super(json);
  }

  /** The bank, in PortOne's words, such as {@code SHINHAN}. */
  public Optional<String> bank() {
    return text("bank");
  }

  /** The name. */
  public Optional<PortOneBankName> name() {
    return object("name", PortOneBankName::new);
  }
}
