package kr.pgsdk.portone.platform.payout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * Money into or out of an account of the platform's. {@link #type} tells which of the fields there
 * are. Personal data, but for its ids.
 */
public final class PortOneAccountTransfer extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneAccountTransfer(JsonObject json) {
    super(json);
    // One without a currency shows no amount of money.
    this.currency = Objects.requireNonNullElse(json.text("currency"), "");
  }

  /** {@code DEPOSIT} or {@code WITHDRAWAL}. */
  public Optional<String> type() {
    return text("type");
  }

  /** The transfer's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** How far it is, in PortOne's words, such as {@code SUCCEEDED}. */
  public Optional<String> status() {
    return text("status");
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }

  /** Why it failed. */
  public Optional<String> failReason() {
    return text("failReason");
  }

  /** The id of the platform's account. */
  public Optional<String> bankAccountId() {
    return text("bankAccountId");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> bankAccountGraphqlId() {
    return text("bankAccountGraphqlId");
  }

  /** The platform's account. */
  public Optional<BankAccount> bankAccount() {
    return object("bankAccount", BankAccount::new);
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** How much. */
  public Optional<Money> amount() {
    return minorMoney("amount", currency);
  }

  /** What is left in the account, in minor units of the currency; it may be below zero. */
  public Optional<BigDecimal> balance() {
    return number("balance");
  }

  /** The bank's number for it. */
  public OptionalInt sequenceNumber() {
    return integer("sequenceNumber");
  }

  /** {@code PARTNER_PAYOUT} or {@code REMIT}. */
  public Optional<String> withdrawalType() {
    return text("withdrawalType");
  }

  /** Who paid in. */
  public Optional<String> depositorName() {
    return text("depositorName");
  }

  /** The bank it goes to, in PortOne's words. */
  public Optional<String> depositBank() {
    return text("depositBank");
  }

  /** The number of the account it goes to. */
  public Optional<String> depositAccountNumber() {
    return text("depositAccountNumber");
  }

  /** Who holds that account. */
  public Optional<String> depositAccountHolder() {
    return text("depositAccountHolder");
  }

  /** What the account it goes to shows. */
  public Optional<String> depositMemo() {
    return text("depositMemo");
  }

  /** What the account it comes from shows. */
  public Optional<String> withdrawalMemo() {
    return text("withdrawalMemo");
  }

  /** The partner that is paid. */
  public Optional<String> partnerId() {
    return text("partnerId");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> partnerGraphqlId() {
    return text("partnerGraphqlId");
  }

  /** The payout that it makes. */
  public Optional<String> payoutId() {
    return text("payoutId");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> payoutGraphqlId() {
    return text("payoutGraphqlId");
  }

  /** The bulk payout that it belongs to. */
  public Optional<String> bulkPayoutId() {
    return text("bulkPayoutId");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> bulkPayoutGraphqlId() {
    return text("bulkPayoutGraphqlId");
  }

  /** The bulk transfer that it belongs to. */
  public Optional<String> bulkAccountTransferId() {
    return text("bulkAccountTransferId");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> bulkAccountTransferGraphqlId() {
    return text("bulkAccountTransferGraphqlId");
  }

  /** The document that was signed for it. */
  public Optional<String> documentId() {
    return text("documentId");
  }

  /** When it is to be made. */
  public Optional<Instant> scheduledAt() {
    return time("scheduledAt");
  }

  /** When the bank made it. */
  public Optional<Instant> tradedAt() {
    return time("tradedAt");
  }

  /** When it was asked for. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it changed last. */
  public Optional<Instant> updatedAt() {
    return time("updatedAt");
  }

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }

  /** An account of the platform's. */
  public static final class BankAccount extends PortOneObject {
    BankAccount(JsonObject json) {
      super(json);
    }

    /** The account's number. */
    public Optional<String> accountNumber() {
      return text("accountNumber");
    }

    /** The bank, in PortOne's words. */
    public Optional<String> bank() {
      return text("bank");
    }

    /** Through whom PortOne reaches it, in PortOne's words. */
    public Optional<String> provider() {
      return text("provider");
    }

    /** Who holds it. */
    public Optional<String> holder() {
      return text("holder");
    }
  }
}
