package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;

/** What PortOne tells of a transfer by itself and in a list alike. */
public abstract class PortOneTransferRecord extends PortOneSettlementRecord {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected PortOneTransferRecord(JsonObject json) {
    super(json);
  }

  /** How far it is. */
  public Optional<PortOneTransferStatus> status() {
    return word("status", PortOneTransferStatus::of);
  }

  /** The day its settlement begins, of a sale or a cancel. */
  public Optional<LocalDate> settlementStartDate() {
    return date("settlementStartDate");
  }

  /** What the partner gets of a {@code MANUAL} one, in minor units; below zero, what it owes. */
  public Optional<BigDecimal> settlementAmount() {
    return number("settlementAmount");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> settlementTaxFreeAmount() {
    return number("settlementTaxFreeAmount");
  }

  /** The payment of the sale. */
  public Optional<PortOneTransferPayment> payment() {
    return object("payment", PortOneTransferPayment::new);
  }

  /** What the platform stores with it, by its own keys. Unmodifiable. */
  public Map<String, String> userDefinedProperties() {
    return PlatformFields.properties(objects("userDefinedProperties", pair -> pair));
  }
}
