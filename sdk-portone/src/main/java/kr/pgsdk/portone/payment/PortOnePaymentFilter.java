package kr.pgsdk.portone.payment;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneTimeFilterBuilder;

/** Which payments to list. What isn't set doesn't matter. */
public final class PortOnePaymentFilter extends RequestObject {
  private PortOnePaymentFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOnePaymentFilter}. What isn't set isn't sent. */
  public static final class Builder extends PortOneTimeFilterBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * By which time {@code from} and {@code until} are meant: {@code CREATED_AT} or {@code
     * STATUS_CHANGED_AT}.
     */
    public Builder timestampType(String timestampType) {
      fields.text("timestampType", timestampType);
      return this;
    }

    /**
     * Statuses, in PortOne's words; here {@code PENDING} is what a payment calls {@code
     * PAY_PENDING}.
     */
    public Builder status(List<String> status) {
      fields.texts("status", status);
      return this;
    }

    /** The means of payment. */
    public Builder methods(List<String> methods) {
      fields.texts("methods", methods);
      return this;
    }

    /** Services of payment companies, in PortOne's words. */
    public Builder pgProvider(List<String> pgProvider) {
      fields.texts("pgProvider", pgProvider);
      return this;
    }

    /** Whether it went through a test channel. */
    public Builder isTest(boolean isTest) {
      fields.flag("isTest", isTest);
      return this;
    }

    /** Whether a schedule made it. */
    public Builder isScheduled(boolean isScheduled) {
      fields.flag("isScheduled", isScheduled);
      return this;
    }

    /** By what the list is sorted: {@code REQUESTED_AT} or {@code STATUS_CHANGED_AT}. */
    public Builder sortBy(String sortBy) {
      fields.text("sortBy", sortBy);
      return this;
    }

    /** {@code DESC} or {@code ASC}. */
    public Builder sortOrder(String sortOrder) {
      fields.text("sortOrder", sortOrder);
      return this;
    }

    /** {@code V2}, or {@code V1} of what was made there. */
    public Builder version(String version) {
      fields.text("version", version);
      return this;
    }

    /** The status of its webhook. */
    public Builder webhookStatus(String webhookStatus) {
      fields.text("webhookStatus", webhookStatus);
      return this;
    }

    /** Where it was asked for: {@code SDK_PC}, {@code SDK_MOBILE} or {@code API}. */
    public Builder platformType(String platformType) {
      fields.text("platformType", platformType);
      return this;
    }

    /** The currency's code, such as {@code KRW}. */
    public Builder currency(String currency) {
      fields.text("currency", currency);
      return this;
    }

    /** Whether an escrow holds the money. */
    public Builder isEscrow(boolean isEscrow) {
      fields.flag("isEscrow", isEscrow);
      return this;
    }

    /** The escrow's status. */
    public Builder escrowStatus(String escrowStatus) {
      fields.text("escrowStatus", escrowStatus);
      return this;
    }

    /** The card's network: {@code LOCAL}, {@code VISA}, …. */
    public Builder cardBrand(String cardBrand) {
      fields.text("cardBrand", cardBrand);
      return this;
    }

    /** {@code CREDIT}, {@code DEBIT} or {@code GIFT}. */
    public Builder cardType(String cardType) {
      fields.text("cardType", cardType);
      return this;
    }

    /** {@code PERSONAL} or {@code CORPORATE}. */
    public Builder cardOwnerType(String cardOwnerType) {
      fields.text("cardOwnerType", cardOwnerType);
      return this;
    }

    /** The kind of gift certificate. */
    public Builder giftCertificateType(String giftCertificateType) {
      fields.text("giftCertificateType", giftCertificateType);
      return this;
    }

    /** {@code PERSONAL}, {@code CORPORATE} or {@code NO_RECEIPT}. */
    public Builder cashReceiptType(String cashReceiptType) {
      fields.text("cashReceiptType", cashReceiptType);
      return this;
    }

    /** {@code ISSUED} or {@code CANCELLED}. */
    public Builder cashReceiptStatus(String cashReceiptStatus) {
      fields.text("cashReceiptStatus", cashReceiptStatus);
      return this;
    }

    /**
     * A text to look for.
     *
     * @param field where, in PortOne's words: {@code PAYMENT_ID}, {@code TX_ID}, {@code ALL}, …
     * @param value what; PortOne may also take a part of the field for it. No message shows it.
     */
    public Builder textSearch(String field, String value) {
      fields.object(
          "textSearch", new RequestFields().text("field", field).personal("value", value));
      return this;
    }

    /** When their cash receipts were issued. */
    public Builder cashReceiptIssuedAt(Instant from, Instant until) {
      return range("cashReceiptIssuedAtRange", from, until);
    }

    /** When their cash receipts were cancelled. */
    public Builder cashReceiptCancelledAt(Instant from, Instant until) {
      return range("cashReceiptCancelledAtRange", from, until);
    }

    private Builder range(String name, Instant from, Instant until) {
      RequestFields range = new RequestFields();
      PortOneFields.time(range, "from", from);
      PortOneFields.time(range, "until", until);
      fields.object(name, range);
      return this;
    }

    /** Returns it. */
    public PortOnePaymentFilter build() {
      return new PortOnePaymentFilter(fields.copy());
    }
  }
}
