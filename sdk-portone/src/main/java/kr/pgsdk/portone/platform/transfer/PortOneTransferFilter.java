package kr.pgsdk.portone.platform.transfer;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/**
 * Which transfers to list. What isn't set doesn't matter. Of the two ranges of days, PortOne takes
 * one.
 */
public final class PortOneTransferFilter extends RequestObject {
  private PortOneTransferFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneTransferFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** Words, of which a partner has at least one. */
    public Builder partnerTags(List<String> partnerTags) {
      fields.texts("partnerTags", partnerTags);
      return this;
    }

    /** The contracts they follow. */
    public Builder contractIds(List<String> contractIds) {
      fields.texts("contractIds", contractIds);
      return this;
    }

    /** Discount share policies, of which one is used at least. */
    public Builder discountSharePolicyIds(List<String> discountSharePolicyIds) {
      fields.texts("discountSharePolicyIds", discountSharePolicyIds);
      return this;
    }

    /** Additional fee policies, of which one is used at least. */
    public Builder additionalFeePolicyIds(List<String> additionalFeePolicyIds) {
      fields.texts("additionalFeePolicyIds", additionalFeePolicyIds);
      return this;
    }

    /** How it was paid, in PortOne's words, such as {@code CARD}. */
    public Builder paymentMethodTypes(List<String> paymentMethodTypes) {
      fields.texts("paymentMethodTypes", paymentMethodTypes);
      return this;
    }

    /** The channels of the payments. */
    public Builder channelKeys(List<String> channelKeys) {
      fields.texts("channelKeys", channelKeys);
      return this;
    }

    /** What they are made of. */
    public Builder types(List<PortOneTransferType> types) {
      PortOneFields.words(fields, "types", types);
      return this;
    }

    /** How far they are. */
    public Builder statuses(List<PortOneTransferStatus> statuses) {
      PortOneFields.words(fields, "statuses", statuses);
      return this;
    }

    /** From which day to which their settlement begins, in Korea. */
    public Builder settlementStartDates(LocalDate from, LocalDate until) {
      PortOneFields.between(fields, "settlementStartDateRange", from, until);
      return this;
    }

    /** From which day to which they are settled, in Korea. */
    public Builder settlementDates(LocalDate from, LocalDate until) {
      PortOneFields.between(fields, "settlementDateRange", from, until);
      return this;
    }

    /** Something that the platform stores with them: all of it, not a part. */
    public Builder userDefinedProperty(String key, String value) {
      fields.object(
          "userDefinedProperty", new RequestFields().text("key", key).personal("value", value));
      return this;
    }

    /**
     * A text to look for.
     *
     * @param field where: {@code all}, {@code paymentId}, {@code transferId}, {@code transferMemo},
     *     {@code productId}, {@code productName}, {@code partnerId}, {@code partnerName}, {@code
     *     partnerMemo}, {@code partnerSettlementId} or {@code payoutId}
     */
    public Builder keyword(String field, String text) {
      fields.object("keyword", new RequestFields().personal(field, text));
      return this;
    }

    /** Returns it. */
    public PortOneTransferFilter build() {
      return new PortOneTransferFilter(fields.copy());
    }
  }
}
