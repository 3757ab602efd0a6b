package kr.pgsdk.portone.platform.transfer;

import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.partner.PortOnePartnerType;
import kr.pgsdk.portone.platform.partner.PortOneTaxationType;

/** A transfer as a list has it. */
public final class PortOneTransferSummary extends PortOneTransferRecord {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransferSummary(JsonObject json) {
    super(json);
  }

  /** Who gets it. */
  public Optional<Partner> partner() {
    return object("partner", Partner::new);
  }

  /** The store it was sold at. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** Those of its partner, which the partner has too: PortOne says that this field will go. */
  public Map<String, String> partnerUserDefinedProperties() {
    return PlatformFields.properties(objects("partnerUserDefinedProperties", pair -> pair));
  }

  /** Who gets it. */
  public static final class Partner extends PortOneObject {
    Partner(JsonObject json) {
      super(json);
    }

    /** The partner's id. */
    public Optional<String> id() {
      return text("id");
    }

    /** Its id in PortOne's GraphQL API. */
    public Optional<String> graphqlId() {
      return text("graphqlId");
    }

    /** The name of the person or the company. */
    public Optional<String> name() {
      return text("name");
    }

    /** What kind of taxpayer it is. */
    public Optional<PortOnePartnerType> type() {
      return word("type", PortOnePartnerType::of);
    }

    /** How a business is taxed. */
    public Optional<PortOneTaxationType> taxationType() {
      return word("taxationType", PortOneTaxationType::of);
    }

    /** What the platform stores with it, by its own keys. Unmodifiable. */
    public Map<String, String> userDefinedProperties() {
      return PlatformFields.properties(objects("userDefinedProperties", pair -> pair));
    }
  }
}
