package kr.pgsdk.toss.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.time.KoreanTime;

/** The account a buyer pays into. */
public final class TossVirtualAccount extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossVirtualAccount(JsonObject json) {
    super(json);
  }

  /** The kind of account in Toss's words: 일반, 고정. */
  public Optional<String> accountType() {
    return text("accountType");
  }

  /** The account's number. Keep it out of logs. */
  public Optional<String> accountNumber() {
    return text("accountNumber");
  }

  /** The bank: two characters, such as {@code 88}. */
  public Optional<String> bankCode() {
    return text("bankCode");
  }

  /** The bank as older API versions named it, in place of the code. */
  public Optional<String> bank() {
    return text("bank");
  }

  /** In whose name the account was issued. */
  public Optional<String> customerName() {
    return text("customerName");
  }

  /** Who paid into it. */
  public Optional<String> depositorName() {
    return text("depositorName");
  }

  /**
   * Until when a deposit is taken: Korean time if written without an offset, and the end of the day
   * if only a day is written.
   */
  public Optional<Instant> dueDate() {
    return text("dueDate").map(KoreanTime::parseEnd);
  }

  /** How far a refund has come, such as {@code NONE} or {@code PENDING}. */
  public Optional<String> refundStatus() {
    return text("refundStatus");
  }

  /** Whether the time is over. */
  public Optional<Boolean> expired() {
    return flag("expired");
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return text("settlementStatus");
  }

  /** Where a refund goes; readable for 30 minutes after the checkout was opened. */
  public Optional<TossRefundReceiveAccount> refundReceiveAccount() {
    return object("refundReceiveAccount", TossRefundReceiveAccount::new);
  }

  /** Shows bankCode, refundStatus alone. */
  @Override
  public String toString() {
    return "TossVirtualAccount[bankCode="
        + shown("bankCode")
        + ", refundStatus="
        + shown("refundStatus")
        + "]";
  }
}
