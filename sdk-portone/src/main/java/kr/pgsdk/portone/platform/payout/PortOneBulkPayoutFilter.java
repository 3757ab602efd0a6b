package kr.pgsdk.portone.platform.payout;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/**
 * Which bulk payouts to list. Of the times and the id, the last one set counts. What isn't set
 * doesn't matter.
 */
public final class PortOneBulkPayoutFilter extends RequestObject {
  private PortOneBulkPayoutFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneBulkPayoutFilter}. What isn't set isn't sent. */
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

    /** {@code DIRECT}, {@code AGENCY}. */
    public Builder methods(List<String> methods) {
      fields.texts("methods", methods);
      return this;
    }

    /** A bulk payout's id. */
    public Builder bulkPayoutId(String bulkPayoutId) {
      return named("bulkPayoutId", bulkPayoutId);
    }

    /** Returns it. */
    public PortOneBulkPayoutFilter build() {
      return new PortOneBulkPayoutFilter(fields.copy());
    }
  }
}
