package kr.pgsdk.portone.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.platform.transfer.PortOneTransferType;

/** Which settlements to list. What isn't set doesn't matter. */
public final class PortOneSettlementFilter extends RequestObject {
  private PortOneSettlementFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneSettlementFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The days they are settled, in Korea. */
    public Builder settlementDates(List<LocalDate> settlementDates) {
      fields.texts("settlementDates", settlementDates.stream().map(LocalDate::toString).toList());
      return this;
    }

    /** The contracts they follow. */
    public Builder contractIds(List<String> contractIds) {
      fields.texts("contractIds", contractIds);
      return this;
    }

    /** Who gets them. */
    public Builder partnerIds(List<String> partnerIds) {
      fields.texts("partnerIds", partnerIds);
      return this;
    }

    /** Words, of which a partner has at least one. */
    public Builder partnerTags(List<String> partnerTags) {
      fields.texts("partnerTags", partnerTags);
      return this;
    }

    /** The currencies' codes. */
    public Builder settlementCurrencies(List<String> settlementCurrencies) {
      fields.texts("settlementCurrencies", settlementCurrencies);
      return this;
    }

    /** How far they are. */
    public Builder statuses(List<PortOneSettlementStatus> statuses) {
      PortOneFields.words(fields, "statuses", statuses);
      return this;
    }

    /** What they are made of. */
    public Builder settlementTypes(List<PortOneTransferType> settlementTypes) {
      PortOneFields.words(fields, "settlementTypes", settlementTypes);
      return this;
    }

    /**
     * A text to look for.
     *
     * @param field where: {@code partnerSettlementId}, {@code payoutId} or {@code bulkPayoutId}
     */
    public Builder keyword(String field, String text) {
      fields.object("keyword", new RequestFields().personal(field, text));
      return this;
    }

    /** Returns it. */
    public PortOneSettlementFilter build() {
      return new PortOneSettlementFilter(fields.copy());
    }
  }
}
