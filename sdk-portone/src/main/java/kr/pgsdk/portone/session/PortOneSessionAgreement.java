package kr.pgsdk.portone.session;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Terms that the buyer agrees to on the hosted checkout. */
public final class PortOneSessionAgreement extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneSessionAgreement(JsonObject json) {
    super(json);
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** Where it is shown. */
  public Optional<String> url() {
    return text("url");
  }
}
