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
  public static final class Builder extends PayoutFilterBuilder<Builder> {
    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

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

    /** When they are to be paid. */
    public Builder scheduled(Instant from, Instant until) {
      return within("scheduledTimestampRange", from, until);
    }

    /** When their statements were sent. */
    public Builder statementIssued(Instant from, Instant until) {
      return within("settlementStatementIssuedTimestampRange", from, until);
    }

    /** A payout's id. */
    public Builder payoutId(String payoutId) {
      return named("payoutId", payoutId);
    }

    /** The bulk payout they belong to. */
    public Builder bulkPayoutId(String bulkPayoutId) {
      return named("bulkPayoutId", bulkPayoutId);
    }

    /** Their tax invoice. */
    public Builder taxInvoiceId(String taxInvoiceId) {
      return named("taxInvoiceId", taxInvoiceId);
    }

    /** Their statement. */
    public Builder settlementStatementId(String settlementStatementId) {
      return named("settlementStatementId", settlementStatementId);
    }

    /**
     * Returns it.
     *
     * @throws IllegalArgumentException if neither a time nor a single id is set
     */
    public PortOnePayoutFilter build() {
      if (!fields.has(CRITERIA)) {
        throw new IllegalArgumentException("a filter of payouts must have a time or an id");
      }
      return new PortOnePayoutFilter(fields.copy());
    }
  }
}
