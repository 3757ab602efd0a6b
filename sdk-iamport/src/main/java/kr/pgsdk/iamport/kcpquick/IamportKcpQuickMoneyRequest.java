package kr.pgsdk.iamport.kcpquick;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A payment with prepaid money. */
public final class IamportKcpQuickMoneyRequest extends RequestObject {
  private final OrderId orderId;

  private IamportKcpQuickMoneyRequest(Builder builder) {
    super(builder.fields.copy());
    this.orderId = builder.orderId;
  }

  /**
   * Starts a request.
   *
   * @param memberId {@code member_id}: who pays, at most 16 characters
   * @param channelKey {@code channel_key}: the channel to pay through
   * @param orderId {@code merchant_uid}: at most 40 characters
   * @param name {@code name}: what was bought, at most 40 characters
   * @param amount {@code amount}: what to pay, in whole won
   * @param pinCheck {@code imp_uid}: the payment whose PIN was checked
   * @throws IllegalArgumentException if one is blank or too long, or the amount is zero or has a
   *     fraction
   */
  public static Builder builder(
      String memberId,
      String channelKey,
      OrderId orderId,
      String name,
      Money amount,
      PaymentId pinCheck) {
    return new Builder(memberId, channelKey, orderId, name, amount, pinCheck);
  }

  OrderId orderId() {
    return orderId;
  }

  /** Builds an {@link IamportKcpQuickMoneyRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final OrderId orderId;

    private Builder(
        String memberId,
        String channelKey,
        OrderId orderId,
        String name,
        Money amount,
        PaymentId pinCheck) {
      this.orderId = orderId;
      fields.personal("member_id", memberId, 16);
      fields.text("channel_key", channelKey);
      fields.text("imp_uid", pinCheck.value());
      fields.text("merchant_uid", orderId.value(), 40);
      fields.note("name", name, 40);
      fields.won("amount", amount);
    }

    /** {@code notice_url}: where webhooks of this payment go, instead of where the console says. */
    public Builder noticeUrl(String url) {
      fields.text("notice_url", url);
      return this;
    }

    /** Returns the request. */
    public IamportKcpQuickMoneyRequest build() {
      return new IamportKcpQuickMoneyRequest(this);
    }
  }
}
