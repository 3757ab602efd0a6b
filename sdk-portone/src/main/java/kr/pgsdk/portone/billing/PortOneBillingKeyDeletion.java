package kr.pgsdk.portone.billing;

import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.portone.internal.PortOneKey;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;
import org.jspecify.annotations.Nullable;

/** How a billing key is deleted. Immutable; the same object sent again is one request. */
public final class PortOneBillingKeyDeletion {
  private final @Nullable String reason;
  private final @Nullable String requester;
  private final @Nullable Boolean skipWebhook;
  private final String idempotencyKey;

  private PortOneBillingKeyDeletion(Builder builder, String idempotencyKey) {
    this.reason = builder.reason;
    this.requester = builder.requester;
    this.skipWebhook = builder.skipWebhook;
    this.idempotencyKey = idempotencyKey;
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Under what PortOne recognises a repetition, for three hours. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  HttpRequest.Builder request(String billingKey) {
    return HttpRequest.keyedChange(
            "delete billing key",
            "DELETE",
            PortOneKey.header(idempotencyKey),
            "billing-keys",
            billingKey)
        .query("reason", reason)
        .query("requester", requester)
        .query("skipWebhook", skipWebhook);
  }

  @Override
  public String toString() {
    return "PortOneBillingKeyDeletion";
  }

  /** Builds a {@link PortOneBillingKeyDeletion}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private @Nullable String reason;
    private @Nullable String requester;
    private @Nullable Boolean skipWebhook;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** Why. */
    public Builder reason(String reason) {
      this.reason = reason;
      return this;
    }

    /** Who asked for it: {@code CUSTOMER} or {@code ADMIN}. */
    public Builder requester(String requester) {
      this.requester = requester;
      return this;
    }

    /** Whether no webhook is sent about it. */
    public Builder skipWebhook(boolean skip) {
      this.skipWebhook = skip;
      return this;
    }

    /** Returns it. */
    public PortOneBillingKeyDeletion build() {
      return new PortOneBillingKeyDeletion(this, key());
    }
  }
}
