package kr.pgsdk.portone.platform.payout;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/**
 * Which bulk transfers to list. Of the times and the id, the last one set counts. What isn't set
 * doesn't matter.
 */
public final class PortOneBulkAccountTransferFilter extends RequestObject {
  private PortOneBulkAccountTransferFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneBulkAccountTransferFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** How far they are, in PortOne's words, such as {@code ONGOING}. */
    public Builder statuses(List<String> statuses) {
      fields.texts("statuses", statuses);
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

    /** A bulk transfer's id. */
    public Builder bulkAccountTransferId(String bulkAccountTransferId) {
      return criteria(
          new RequestFields()
              .text("bulkAccountTransferId", bulkAccountTransferId, RequestFields.ANY_LENGTH));
    }

    private Builder criteria(RequestFields one) {
      fields.object("criteria", one);
      return this;
    }

    /** Returns it. */
    public PortOneBulkAccountTransferFilter build() {
      return new PortOneBulkAccountTransferFilter(fields.copy());
    }
  }
}
