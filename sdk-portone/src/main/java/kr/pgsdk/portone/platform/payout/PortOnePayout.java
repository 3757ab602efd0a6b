package kr.pgsdk.portone.platform.payout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.partner.PortOnePartner;

/** What a partner is paid at once: one or more settlements. Personal data, but for its ids. */
public final class PortOnePayout extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePayout(JsonObject json) {
    super(json);
    // One without a currency shows no amount of money.
    this.currency = Objects.requireNonNullElse(json.text("currency"), "");
  }

  /** The payout's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** The bulk payout it belongs to. */
  public Optional<String> bulkPayoutId() {
    return text("bulkPayoutId");
  }

  /** That one's id in PortOne's GraphQL API. */
  public Optional<String> bulkPayoutGraphqlId() {
    return text("bulkPayoutGraphqlId");
  }

  /** {@code DIRECT} by the platform, or {@code AGENCY} by PortOne. */
  public Optional<String> method() {
    return text("method");
  }

  /** How far it is. */
  public Optional<PortOnePayoutStatus> status() {
    return word("status", PortOnePayoutStatus::of);
  }

  /** When its status changed last. */
  public Optional<Instant> statusUpdatedAt() {
    return time("statusUpdatedAt");
  }

  /** Why it failed. */
  public Optional<String> failReason() {
    return text("failReason");
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** Who is paid. */
  public Optional<PortOnePartner> partner() {
    return object("partner", PortOnePartner::new);
  }

  /** The account that is paid to. */
  public Optional<Account> account() {
    return object("account", Account::new);
  }

  /** The tax invoice. */
  public Optional<String> taxInvoiceId() {
    return text("taxInvoiceId");
  }

  /** How far that is, in PortOne's words, such as {@code ISSUED}. */
  public Optional<String> taxInvoiceStatus() {
    return text("taxInvoiceStatus");
  }

  /** The currency's code, such as {@code KRW}. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** What is paid. */
  public Optional<Money> amount() {
    return minorMoney("amount", currency);
  }

  /** Without VAT and tax-free part, in minor units of the currency; it may be below zero. */
  public Optional<BigDecimal> supplyAmount() {
    return number("supplyAmount");
  }

  /** The tax-free part, in the same unit. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** The VAT, in the same unit. */
  public Optional<BigDecimal> vatAmount() {
    return number("vatAmount");
  }

  /** What its settlements come to, in the same unit. */
  public Optional<BigDecimal> settlementAmount() {
    return number("settlementAmount");
  }

  /** The tax-free part of that, in the same unit. */
  public Optional<BigDecimal> settlementTaxFreeAmount() {
    return number("settlementTaxFreeAmount");
  }

  /** The income tax that is withheld, in the same unit. */
  public Optional<BigDecimal> incomeTaxAmount() {
    return number("incomeTaxAmount");
  }

  /** The local income tax that is withheld, in the same unit. */
  public Optional<BigDecimal> localIncomeTaxAmount() {
    return number("localIncomeTaxAmount");
  }

  /** Whether withheld taxes are taken off what is paid. */
  public Optional<Boolean> deductWht() {
    return flag("deductWht");
  }

  /** Whether settlements count with their VAT: {@code GROSS}, or {@code NET}. */
  public Optional<String> settlementAmountType() {
    return text("settlementAmountType");
  }

  /** What the platform's account shows. */
  public Optional<String> withdrawalMemo() {
    return text("withdrawalMemo");
  }

  /** What the partner's account shows. */
  public Optional<String> depositMemo() {
    return text("depositMemo");
  }

  /** When it was made. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it is to be paid. */
  public Optional<Instant> scheduledAt() {
    return time("scheduledAt");
  }

  /** What the partner was told of it. */
  public Optional<Statement> settlementStatement() {
    return object("settlementStatement", Statement::new);
  }

  /** The account that is paid to. */
  public static final class Account extends PortOneObject {
    Account(JsonObject json) {
      super(json);
    }

    /** The bank, in PortOne's words. */
    public Optional<String> bank() {
      return text("bank");
    }

    /** The account's number. */
    public Optional<String> number() {
      return text("number");
    }

    /** Who holds it. */
    public Optional<String> holder() {
      return text("holder");
    }
  }

  /** A statement of settlement that is sent to a partner. */
  public static final class Statement extends PortOneObject {
    Statement(JsonObject json) {
      super(json);
    }

    /** {@code UNSENT}, {@code SEND_PREPARED}, {@code SENT} or {@code SEND_FAILED}. */
    public Optional<String> status() {
      return text("status");
    }

    /** Its id. */
    public Optional<String> id() {
      return text("id");
    }

    /** When it was sent. */
    public Optional<Instant> issuedAt() {
      return time("issuedAt");
    }
  }
}
