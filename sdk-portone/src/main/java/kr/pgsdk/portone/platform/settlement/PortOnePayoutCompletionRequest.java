package kr.pgsdk.portone.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * Settlements that the platform has paid out by itself, outside of PortOne. Immutable; the same
 * object sent again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOnePayoutCompletionRequest extends KeyedRequest {
  private final String bulkPayoutId;

  private PortOnePayoutCompletionRequest(
      String bulkPayoutId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.bulkPayoutId = bulkPayoutId;
  }

  /**
   * Starts one.
   *
   * @param bulkPayoutId a new id for the bulk payout that stands for them, by which PortOne refuses
   *     a second one for good
   * @param partnerSettlementIds the settlements' ids
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String bulkPayoutId, List<String> partnerSettlementIds) {
    return new Builder(bulkPayoutId, partnerSettlementIds);
  }

  /** The id of the bulk payout that stands for them. */
  public String bulkPayoutId() {
    return bulkPayoutId;
  }

  /** Builds {@link PortOnePayoutCompletionRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final String bulkPayoutId;

    private Builder(String bulkPayoutId, List<String> partnerSettlementIds) {
      this.bulkPayoutId = bulkPayoutId;
      fields.text("bulkPayoutId", bulkPayoutId);
      if (partnerSettlementIds.isEmpty()) {
        throw new IllegalArgumentException("partnerSettlementIds must not be empty");
      }
      fields.texts("partnerSettlementIds", partnerSettlementIds);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** A name for the bulk payout. */
    public Builder name(String name) {
      fields.note("name", name);
      return this;
    }

    /** The day they were paid, in Korea. */
    public Builder completedAt(LocalDate completedAt) {
      PortOneFields.date(fields, "completedAt", completedAt);
      return this;
    }

    /** Returns it. */
    public PortOnePayoutCompletionRequest build() {
      return new PortOnePayoutCompletionRequest(bulkPayoutId, fields.copy(), key());
    }
  }
}
