package kr.pgsdk.portone.platform.payout;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.platform.partner.PortOnePartnerType;
import kr.pgsdk.portone.platform.partner.PortOneTaxationType;

/**
 * Which payouts to list. One of the times or of the single ids is required, and the last one set
 * counts. What else isn't set doesn't matter.
 */
public final class PortOnePayoutFilter extends RequestObject {
  private PortOnePayoutFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; a time or an id is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOnePayoutFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** How far they are. */
    public Builder statuses(List<PortOnePayoutStatus> statuses) {
      PortOneFields.words(fields, "statuses", statuses);
      return this;
    }

    /** Who is paid. */
    public Builder partnerIds(List<String> partnerIds) {
      fields.texts("partnerIds", partnerIds);
      return this;
    }

    /** The payouts' ids. */
    public Builder payoutIds(List<String> payoutIds) {
      fields.texts("payoutIds", payoutIds);
      return this;
    }

    /** The banks they go to, in PortOne's words. */
    public Builder payoutAccountBanks(List<String> payoutAccountBanks) {
      fields.texts("payoutAccountBanks", payoutAccountBanks);
      return this;
    }

    /** The currencies' codes. */
    public Builder payoutCurrencies(List<String> payoutCurrencies) {
      fields.texts("payoutCurrencies", payoutCurrencies);
      return this;
    }

    /** Words, of which a partner has at least one. */
    public Builder partnerTags(List<String> partnerTags) {
      fields.texts("partnerTags", partnerTags);
      return this;
    }

    /** What kind of taxpayers are paid. */
    public Builder partnerTypes(List<PortOnePartnerType> partnerTypes) {
      PortOneFields.words(fields, "partnerTypes", partnerTypes);
      return this;
    }

    /** How the businesses that are paid are taxed. */
    public Builder partnerTaxationTypes(List<PortOneTaxationType> partnerTaxationTypes) {
      PortOneFields.words(fields, "partnerTaxationTypes", partnerTaxationTypes);
      return this;
    }

    /** How far their tax invoices are, in PortOne's words. */
    public Builder taxInvoiceStatuses(List<String> taxInvoiceStatuses) {
      fields.texts("taxInvoiceStatuses", taxInvoiceStatuses);
      return this;
    }

    /** How far their statements are, in PortOne's words. */
    public Builder settlementStatementStatuses(List<String> settlementStatementStatuses) {
      fields.texts("settlementStatementStatuses", settlementStatementStatuses);
      return this;
    }

    /** When they were made. */
    public Builder created(Instant from, Instant until) {
      RequestFields range = new RequestFields();
      PortOneFields.between(range, "timestampRange", from, until);
      return criteria(range);
    }

    /** When their status changed last. */
    public Builder statusUpdated(Instant from, Instant until) {
      RequestFields range = new RequestFields();
      PortOneFields.between(range, "statusUpdatedTimestampRange", from, until);
      return criteria(range);
    }

    /** When they are to be paid. */
    public Builder scheduled(Instant from, Instant until) {
      RequestFields range = new RequestFields();
      PortOneFields.between(range, "scheduledTimestampRange", from, until);
      return criteria(range);
    }

    /** When their statements were sent. */
    public Builder statementIssued(Instant from, Instant until) {
      RequestFields range = new RequestFields();
      PortOneFields.between(range, "settlementStatementIssuedTimestampRange", from, until);
      return criteria(range);
    }

    /** A payout's id. */
    public Builder payoutId(String payoutId) {
      return criteria(new RequestFields().text("payoutId", payoutId, RequestFields.ANY_LENGTH));
    }

    /** The bulk payout they belong to. */
    public Builder bulkPayoutId(String bulkPayoutId) {
      return criteria(
          new RequestFields().text("bulkPayoutId", bulkPayoutId, RequestFields.ANY_LENGTH));
    }

    /** Their tax invoice. */
    public Builder taxInvoiceId(String taxInvoiceId) {
      return criteria(
          new RequestFields().text("taxInvoiceId", taxInvoiceId, RequestFields.ANY_LENGTH));
    }

    /** Their statement. */
    public Builder settlementStatementId(String settlementStatementId) {
      return criteria(
          new RequestFields()
              .text("settlementStatementId", settlementStatementId, RequestFields.ANY_LENGTH));
    }

    private Builder criteria(RequestFields one) {
      fields.object("criteria", one);
      return this;
    }

    /**
     * Returns it.
     *
     * @throws IllegalArgumentException if neither a time nor a single id is set
     */
    public PortOnePayoutFilter build() {
      if (!fields.has("criteria")) {
        throw new IllegalArgumentException("a filter of payouts must have a time or an id");
      }
      return new PortOnePayoutFilter(fields.copy());
    }
  }
}
