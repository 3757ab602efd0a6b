package kr.pgsdk.portone.billing;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/** What confirms that a billing key is issued, where the channel asks the shop first. */
public final class PortOneConfirmBillingKeyRequest extends KeyedRequest {
  private PortOneConfirmBillingKeyRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts a request.
   *
   * @param billingIssueToken the token that the checkout returned. No message shows it.
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String billingIssueToken) {
    return new Builder(billingIssueToken);
  }

  /** Builds {@link PortOneConfirmBillingKeyRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private Builder(String billingIssueToken) {
      fields.personal("billingIssueToken", billingIssueToken);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Whether the channel must be a test channel; PortOne refuses one that isn't as said. */
    public Builder isTest(boolean isTest) {
      fields.flag("isTest", isTest);
      return self();
    }

    /** Whether no webhook is sent about it. */
    public Builder skipWebhook(boolean skipWebhook) {
      fields.flag("skipWebhook", skipWebhook);
      return self();
    }

    /** Returns it. */
    public PortOneConfirmBillingKeyRequest build() {
      return new PortOneConfirmBillingKeyRequest(fields.copy(), key());
    }
  }
}
