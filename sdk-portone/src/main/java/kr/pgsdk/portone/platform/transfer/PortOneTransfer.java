package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.contract.PortOneContract;
import kr.pgsdk.portone.platform.partner.PortOnePartner;

/**
 * What a partner is to get of a sale, gives back of its cancel, or gets besides. {@link #type}
 * tells which of the fields there are.
 */
public final class PortOneTransfer extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransfer(JsonObject json) {
    super(json);
  }

  /** What it is made of. */
  public Optional<PortOneTransferType> type() {
    return word("type", PortOneTransferType::of);
  }

  /** The transfer's id. */
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

  /** How far it is. */
  public Optional<PortOneTransferStatus> status() {
    return word("status", PortOneTransferStatus::of);
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** The day it is settled, in Korea. */
  public Optional<LocalDate> settlementDate() {
    return date("settlementDate");
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> settlementCurrency() {
    return text("settlementCurrency");
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

  /** What the settlement of a sale or a cancel is calculated from. */
  public Optional<PortOneTransferAmounts> amounts() {
    return object("amount", PortOneTransferAmounts::new);
  }

  /** The contract it follows. */
  public Optional<PortOneContract> contract() {
    return object("contract", PortOneContract::new);
  }

  /** The payment of the sale. */
  public Optional<PortOneTransferPayment> payment() {
    return object("payment", PortOneTransferPayment::new);
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

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }

  /** What the platform stores with it, by its own keys. Unmodifiable. */
  public Map<String, String> userDefinedProperties() {
    return PlatformFields.properties(objects("userDefinedProperties", pair -> pair));
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
