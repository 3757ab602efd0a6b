package kr.pgsdk.portone.platform.payout;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

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
  public static final class Builder extends PayoutFilterBuilder<Builder> {
    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** How far they are, in PortOne's words, such as {@code ONGOING}. */
    public Builder statuses(List<String> statuses) {
      fields.texts("statuses", statuses);
      return this;
    }

    /** A bulk transfer's id. */
    public Builder bulkAccountTransferId(String bulkAccountTransferId) {
      return named("bulkAccountTransferId", bulkAccountTransferId);
    }

    /** Returns it. */
    public PortOneBulkAccountTransferFilter build() {
      return new PortOneBulkAccountTransferFilter(fields.copy());
    }
  }
}
