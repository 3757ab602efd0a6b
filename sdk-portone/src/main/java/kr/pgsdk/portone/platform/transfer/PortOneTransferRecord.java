package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.contract.PortOneContract;

/** What PortOne tells of a transfer by itself and in a list alike. */
public abstract class PortOneTransferRecord extends PortOneObject {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected PortOneTransferRecord(JsonObject json) {
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

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }

  /** What the platform stores with it, by its own keys. Unmodifiable. */
  public Map<String, String> userDefinedProperties() {
    return PlatformFields.properties(objects("userDefinedProperties", pair -> pair));
  }
}
