package kr.pgsdk.portone.platform.partner;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** What partners can be listed by. */
public final class PortOnePartnerOptions extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePartnerOptions(JsonObject json) {
    super(json);
  }

  /** The tags in use. Unmodifiable. */
  public List<String> tags() {
    return texts("tags");
  }

  /** The contracts in use. Unmodifiable. */
  public List<Contract> contracts() {
    return objects("contractSummary", Contract::new);
  }

  /** A contract, by its name. */
  public static final class Contract extends PortOneObject {
    Contract(JsonObject json) {
      super(json);
    }

    /** The contract's id. */
    public Optional<String> id() {
      return text("id");
    }

    /** Its name. */
    public Optional<String> name() {
      return text("name");
    }
  }
}
