package kr.pgsdk.portone.company;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** What a bank is called. */
public final class PortOneBankName extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBankName(JsonObject json) {
    super(json);
  }

  /** Its Korean name. */
  public Optional<String> ko() {
    return text("ko");
  }
}
