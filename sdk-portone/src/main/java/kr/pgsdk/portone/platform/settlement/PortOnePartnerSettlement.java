package kr.pgsdk.portone.platform.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.contract.PortOneContract;
import kr.pgsdk.portone.platform.partner.PortOnePartner;
import kr.pgsdk.portone.platform.transfer.PortOneTransferAmounts;
import kr.pgsdk.portone.platform.transfer.PortOneTransferType;

/**
 * What a partner gets for a day, of one kind of transfer. {@link #type} tells which of the fields
 * there are.
 */
public final class PortOnePartnerSettlement extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePartnerSettlement(JsonObject json) {
    super(json);
  }

  /** What it is made of. */
  public Optional<PortOneTransferType> type() {
    return word("type", PortOneTransferType::of);
  }

  /** The settlement's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** Who gets it. */
  public Optional<PortOnePartner> partner() {
    return object("partner", PortOnePartner::new);
  }

  /** The day it is settled, in Korea. */
  public Optional<LocalDate> settlementDate() {
    return date("settlementDate");
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> settlementCurrency() {
    return text("settlementCurrency");
  }

  /** How far it is. */
  public Optional<PortOneSettlementStatus> status() {
    return word("status", PortOneSettlementStatus::of);
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** What the partner gets of a {@code MANUAL} one, in minor units; below zero, what it owes. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** What that of sales or cancels is calculated from. */
  public Optional<PortOneTransferAmounts> amounts() {
    return object("amount", PortOneTransferAmounts::new);
  }

  /** The contract it follows. */
  public Optional<PortOneContract> contract() {
    return object("contract", PortOneContract::new);
  }

  /** From which day to which the settlement of what is in it began. */
  public Optional<Days> settlementStartDates() {
    return object("settlementStartDateRange", Days::new);
  }

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
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
