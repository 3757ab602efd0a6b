package kr.pgsdk.portone.platform.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.partner.PortOnePartner;
import kr.pgsdk.portone.platform.transfer.PortOneSettlementRecord;

/**
 * What a partner gets for a day, of one kind of transfer. {@link #type} tells which of the fields
 * there are.
 */
public final class PortOnePartnerSettlement extends PortOneSettlementRecord {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePartnerSettlement(JsonObject json) {
    super(json);
  }

  /** Who gets it. */
  public Optional<PortOnePartner> partner() {
    return object("partner", PortOnePartner::new);
  }

  /** How far it is. */
  public Optional<PortOneSettlementStatus> status() {
    return word("status", PortOneSettlementStatus::of);
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }

  /** What the partner gets of a {@code MANUAL} one, in minor units; below zero, what it owes. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** From which day to which the settlement of what is in it began. */
  public Optional<Days> settlementStartDates() {
    return object("settlementStartDateRange", Days::new);
  }

  /** Some days, in Korea. */
  public static final class Days extends PortOneObject {
    Days(JsonObject json) {
      super(json);
    }

    /** The first. */
    public Optional<LocalDate> from() {
      return date("from");
    }

    /** The last. */
    public Optional<LocalDate> until() {
      return date("until");
    }
  }
}
