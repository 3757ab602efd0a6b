package kr.pgsdk.portone.schedule;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

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
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** The billing key they are charged to. No message shows it. */
    public Builder billingKey(String billingKey) {
      fields.personal("billingKey", billingKey, RequestFields.ANY_LENGTH);
      return this;
    }

    /** The beginning of the time asked for. */
    public Builder from(Instant from) {
      PortOneFields.time(fields, "from", from);
      return this;
    }

    /** The end of the time asked for. */
    public Builder until(Instant until) {
      PortOneFields.time(fields, "until", until);
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
