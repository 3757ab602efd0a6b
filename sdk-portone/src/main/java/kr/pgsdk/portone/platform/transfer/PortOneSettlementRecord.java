package kr.pgsdk.portone.platform.transfer;

import java.time.LocalDate;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.contract.PortOneContract;

/** What PortOne tells alike of a transfer, and of what a partner gets for a day. */
public abstract class PortOneSettlementRecord extends PortOneObject {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected PortOneSettlementRecord(JsonObject json) {
    super(json);
  }

  /** What it is made of. */
  public Optional<PortOneTransferType> type() {
    return word("type", PortOneTransferType::of);
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** The day it is settled, in Korea. */
  public Optional<LocalDate> settlementDate() {
    return date("settlementDate");
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> settlementCurrency() {
    return text("settlementCurrency");
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** What the settlement of sales and cancels is calculated from. */
  public Optional<PortOneTransferAmounts> amounts() {
    return object("amount", PortOneTransferAmounts::new);
  }

  /** The contract it follows. */
  public Optional<PortOneContract> contract() {
    return object("contract", PortOneContract::new);
  }

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }
}
