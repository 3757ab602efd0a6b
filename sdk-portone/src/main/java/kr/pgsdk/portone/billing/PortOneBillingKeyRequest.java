package kr.pgsdk.portone.billing;

import java.util.List;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;
import kr.pgsdk.portone.model.PortOneBuyer;
import kr.pgsdk.portone.model.PortOneCardCredential;

/**
 * What a billing key is issued with, by a card's data. Immutable; the same object sent again within
 * three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneBillingKeyRequest extends KeyedRequest {
  private PortOneBillingKeyRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /** Starts a request at one channel. */
  public static Builder atChannel(String channelKey, PortOneCardCredential card) {
    return new Builder("channelKey", channelKey, card);
  }

  /** Starts a request at the channels of a group: the key can be charged at each that takes it. */
  public static Builder atChannelGroup(String channelGroupId, PortOneCardCredential card) {
    return new Builder("channelGroupId", channelGroupId, card);
  }

  /** Builds a {@link PortOneBillingKeyRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private Builder(String place, String placeId, PortOneCardCredential card) {
      fields.text(place, placeId);
      fields.object(
          "method",
          new RequestFields()
              .object("card", new RequestFields().object("credential", RequestFields.of(card))));
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Whose card it is. */
    public Builder customer(PortOneBuyer customer) {
      fields.object("customer", RequestFields.of(customer));
      return this;
    }

    /** What the shop stores with the key. */
    public Builder customData(String customData) {
      fields.anyText("customData", customData);
      return this;
    }

    /** What is passed to the payment company unchanged: one JSON object. */
    public Builder bypass(String json) {
      fields.document("bypass", json);
      return this;
    }

    /** Where webhooks about it are sent, instead of the addresses in the console. */
    public Builder noticeUrls(List<String> noticeUrls) {
      fields.texts("noticeUrls", noticeUrls);
      return this;
    }

    /** Whether no webhook is sent about it. */
    public Builder skipWebhook(boolean skip) {
      fields.flag("skipWebhook", skip);
      return this;
    }

    /** Returns the request. */
    public PortOneBillingKeyRequest build() {
      return new PortOneBillingKeyRequest(fields.copy(), key());
    }
  }
}
