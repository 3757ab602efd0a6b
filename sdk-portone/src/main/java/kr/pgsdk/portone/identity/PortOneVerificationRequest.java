package kr.pgsdk.portone.identity;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/** How a person is asked who they are. */
public final class PortOneVerificationRequest extends KeyedRequest {
  private PortOneVerificationRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts a request.
   *
   * @param channelKey the key of a channel, as the console shows it
   * @param customer who it is about
   * @param operator the mobile carrier
   * @param method how it is asked
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(
      String channelKey,
      PortOnePersonRequest customer,
      PortOneCarrier operator,
      PortOneVerificationMethod method) {
    return new Builder(channelKey, customer, operator, method);
  }

  /** Builds {@link PortOneVerificationRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private Builder(
        String channelKey,
        PortOnePersonRequest customer,
        PortOneCarrier operator,
        PortOneVerificationMethod method) {
      fields.text("channelKey", channelKey);
      fields.object("customer", RequestFields.of(customer));
      fields.word("operator", operator);
      fields.word("method", method);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** What the shop stored with it. */
    public Builder customData(String customData) {
      fields.text("customData", customData);
      return self();
    }

    /** What is passed to the payment company unchanged: one JSON object. */
    public Builder bypass(String bypass) {
      fields.document("bypass", bypass);
      return self();
    }

    /** Returns it. */
    public PortOneVerificationRequest build() {
      return new PortOneVerificationRequest(fields.copy(), key());
    }
  }
}
