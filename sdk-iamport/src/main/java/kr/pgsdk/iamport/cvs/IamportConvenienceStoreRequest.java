package kr.pgsdk.iamport.cvs;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.model.IamportBuyer;
import org.jspecify.annotations.Nullable;

/** What a barcode is issued with. */
public final class IamportConvenienceStoreRequest extends RequestObject {
  private final OrderId orderId;
  private final @Nullable Instant expiresAt;

  private IamportConvenienceStoreRequest(Builder builder) {
    super(builder.fields.copy());
    this.orderId = builder.orderId;
    this.expiresAt = builder.expiresAt;
  }

  /**
   * Starts a request.
   *
   * @param channelKey {@code channel_key}: the channel that issues it, as the console shows it
   * @param orderId {@code merchant_uid}: an order that was never paid; at most 40 characters
   * @param amount {@code amount}: what the buyer has to pay, in won
   * @throws IllegalArgumentException if one is blank or too long, or the amount is zero
   */
  public static Builder builder(String channelKey, OrderId orderId, Money amount) {
    return new Builder(channelKey, orderId, amount);
  }

  OrderId orderId() {
    return orderId;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** Builds an {@link IamportConvenienceStoreRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final OrderId orderId;
    private @Nullable Instant expiresAt;

    private Builder(String channelKey, OrderId orderId, Money amount) {
      this.orderId = orderId;
      fields.text("channel_key", channelKey);
      fields.text("merchant_uid", orderId.value(), 40);
      fields.won("amount", amount);
    }

    /** {@code barcode}: the shop's own barcode, to register instead of issuing one. */
    public Builder barcode(String barcode) {
      fields.text("barcode", barcode);
      return this;
    }

    /** {@code expired_at}: until when to pay; by default what the contract with Galaxia says. */
    public Builder expiresAt(Instant moment) {
      fields.epochSeconds("expired_at", moment);
      this.expiresAt = moment;
      return this;
    }

    /** {@code name}: what was bought, at most 40 characters. */
    public Builder name(String name) {
      fields.note("name", name, 40);
      return this;
    }

    /** The buyer: {@code buyer_name} and the like. Some payment companies demand parts. */
    public Builder buyer(IamportBuyer buyer) {
      fields.all(RequestFields.of(buyer));
      return this;
    }

    /**
     * {@code confirm_url}: what is asked before the store takes the money; without it, the store
     * always does.
     */
    public Builder confirmUrl(String url) {
      fields.text("confirm_url", url);
      return this;
    }

    /** {@code notice_url}: where webhooks of this payment go, instead of where the console says. */
    public Builder noticeUrls(List<String> urls) {
      fields.texts("notice_url", urls);
      return this;
    }

    /** {@code custom_data}: kept with the payment; JSON as a text is fine. */
    public Builder customData(String data) {
      fields.anyText("custom_data", data);
      return this;
    }

    /** Returns the request. */
    public IamportConvenienceStoreRequest build() {
      return new IamportConvenienceStoreRequest(this);
    }
  }
}
