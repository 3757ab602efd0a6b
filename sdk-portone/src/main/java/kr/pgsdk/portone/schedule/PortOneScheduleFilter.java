package kr.pgsdk.portone.schedule;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneTimeFilterBuilder;

/** Which scheduled payments to list. What isn't set doesn't matter. */
public final class PortOneScheduleFilter extends RequestObject {
  private PortOneScheduleFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneScheduleFilter}. What isn't set isn't sent. */
  public static final class Builder extends PortOneTimeFilterBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** The billing key they are charged to. No message shows it. */
    public Builder billingKey(String billingKey) {
      fields.personal("billingKey", billingKey);
      return this;
    }

    /** Statuses, such as {@code SCHEDULED}. */
    public Builder status(List<String> status) {
      fields.texts("status", status);
      return this;
    }

    /** Whether it goes through a test channel. */
    public Builder isForTest(boolean isForTest) {
      fields.flag("isForTest", isForTest);
      return this;
    }

    /** Returns it. */
    public PortOneScheduleFilter build() {
      return new PortOneScheduleFilter(fields.copy());
    }
  }
}
