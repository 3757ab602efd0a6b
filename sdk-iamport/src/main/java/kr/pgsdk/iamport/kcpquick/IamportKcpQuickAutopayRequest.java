package kr.pgsdk.iamport.kcpquick;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** An automatic payment. */
public final class IamportKcpQuickAutopayRequest extends RequestObject {
  private final OrderId orderId;

  private IamportKcpQuickAutopayRequest(Builder builder) {
    super(builder.fields.copy());
    this.orderId = builder.orderId;
  }

  /**
   * Starts a request.
   *
   * @param customerUid {@code customer_uid}: the billing key, a secret
   * @param orderId {@code merchant_uid}: at most 40 characters
   * @param name {@code name}: what was bought, at most 40 characters
   * @param buyerName {@code buyer_name}: who pays, at most 20 characters
   * @param amount {@code amount}: what to pay, in whole won
   * @throws IllegalArgumentException if one is blank or too long, or the amount is zero or has a
   *     fraction
   */
  public static Builder builder(
      String customerUid, OrderId orderId, String name, String buyerName, Money amount) {
    return new Builder(customerUid, orderId, name, buyerName, amount);
  }

  OrderId orderId() {
    return orderId;
  }

  /** Builds an {@link IamportKcpQuickAutopayRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final OrderId orderId;

    private Builder(
        String customerUid, OrderId orderId, String name, String buyerName, Money amount) {
      this.orderId = orderId;
      fields.personal("customer_uid", customerUid);
      fields.personal("buyer_name", buyerName, 20);
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
    public IamportKcpQuickAutopayRequest build() {
      return new IamportKcpQuickAutopayRequest(this);
    }
  }
}
