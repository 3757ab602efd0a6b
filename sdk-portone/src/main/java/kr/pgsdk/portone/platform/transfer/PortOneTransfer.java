package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.partner.PortOnePartner;

/**
 * What a partner is to get of a sale, gives back of its cancel, or gets besides. {@link #type}
 * tells which of the fields there are.
 */
public final class PortOneTransfer extends PortOneTransferRecord {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransfer(JsonObject json) {
    super(json);
  }

  /** Who gets it. */
  public Optional<PortOnePartner> partner() {
    return object("partner", PortOnePartner::new);
  }

  /** What was sold, product by product. Unmodifiable. */
  public List<PortOneTransferLine> orderLines() {
    return objects("orderLines", PortOneTransferLine::new);
  }

  /** The fees on all of it besides the platform's own. Unmodifiable. */
  public List<PortOneTransferFee> additionalFees() {
    return objects("additionalFees", PortOneTransferFee::new);
  }

  /** The discounts on all of it. Unmodifiable. */
  public List<PortOneTransferDiscount> discounts() {
    return objects("discounts", PortOneTransferDiscount::new);
  }

  /** The cancel that it is made of. */
  public Optional<Cancellation> cancellation() {
    return object("cancellation", Cancellation::new);
  }

  /** No longer used by PortOne. */
  public Optional<String> payoutId() {
    return text("payoutId");
  }

  /** No longer used by PortOne. */
  public Optional<String> payoutGraphqlId() {
    return text("payoutGraphqlId");
  }

  /** What formulas of the platform's are calculated with, by their keys. Unmodifiable. */
  public Map<String, BigDecimal> parameters() {
    return object("parameters", PlatformFields::parameters).orElseGet(Map::of);
  }

  /** The cancel of a sale. */
  public static final class Cancellation extends PortOneObject {
    Cancellation(JsonObject json) {
      super(json);
    }

    /** PortOne's id for the cancel, or the platform's for one that PortOne doesn't know. */
    public Optional<String> id() {
      return text("id");
    }

    /** When it was cancelled. */
    public Optional<Instant> cancelledAt() {
      return time("cancelledAt");
    }
  }
}
