package kr.pgsdk.iamport.benepia;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.model.IamportBuyer;

/** A payment with Benepia points. */
public final class IamportBenepiaPaymentRequest extends RequestObject {
  private final OrderId orderId;

  private IamportBenepiaPaymentRequest(Builder builder) {
    super(builder.fields.copy());
    this.orderId = builder.orderId;
  }

  /**
   * Starts a request.
   *
   * @param user {@code benepia_user}: the account; no message and no {@code toString} shows it
   * @param password {@code benepia_password}: its password, a secret
   * @param channelKey {@code channel_key}: the channel to pay through
   * @param orderId {@code merchant_uid}: an order that was never paid; at most 40 characters
   * @param amount {@code amount}: what to pay, in won
   * @param name {@code name}: what was bought, at most 40 characters
   * @throws IllegalArgumentException if one is blank or too long, or the amount is zero
   */
  public static Builder builder(
      String user, String password, String channelKey, OrderId orderId, Money amount, String name) {
    return new Builder(user, password, channelKey, orderId, amount, name);
  }

  OrderId orderId() {
    return orderId;
  }

  /** Builds an {@link IamportBenepiaPaymentRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final OrderId orderId;

    private Builder(
        String user,
        String password,
        String channelKey,
        OrderId orderId,
        Money amount,
        String name) {
      this.orderId = orderId;
      fields.personal("benepia_user", user);
      fields.personal("benepia_password", password);
      fields.text("channel_key", channelKey);
      fields.text("merchant_uid", orderId.value(), 40);
      fields.won("amount", amount);
      fields.note("name", name, 40);
    }

    /**
     * {@code benepia_member_code}: the company's code at Benepia. Without it, the payment is a
     * test.
     */
    public Builder memberCode(String code) {
      fields.text("benepia_member_code", code);
      return this;
    }

    /** The buyer: {@code buyer_name} and the like. Some payment companies demand parts. */
    public Builder buyer(IamportBuyer buyer) {
      fields.all(RequestFields.of(buyer));
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
    public IamportBenepiaPaymentRequest build() {
      return new IamportBenepiaPaymentRequest(this);
    }
  }
}
