package kr.pgsdk.toss.custom;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossCustomBuilder;

/**
 * A request whose fields aren't confirmed: its caller gives them by Toss's names. All of them are
 * treated as personal. Immutable; the same object sent again is one request for Toss, within 15
 * days, by its idempotency key.
 */
public final class TossCustomRequest extends KeyedRequest {
  private TossCustomRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /** Starts a request without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TossCustomRequest}. */
  public static final class Builder extends TossCustomBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns the request. */
    public TossCustomRequest build() {
      return new TossCustomRequest(fields.copy(), key());
    }
  }
}
