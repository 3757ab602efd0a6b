package kr.pgsdk.iamport.billing;

import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.internal.CardFields;
import kr.pgsdk.iamport.internal.CustomerUid;

/** A payment by card data. */
public final class IamportCardPaymentRequest extends RequestObject {
  private final OrderId orderId;

  private IamportCardPaymentRequest(OrderId orderId, RequestFields fields) {
    super(fields);
    this.orderId = orderId;
  }

  /**
   * Starts a request.
   *
   * @param orderId {@code merchant_uid}: at most 40 characters, another one for each try
   * @param money {@code amount} and {@code currency}: more than zero
   * @throws IllegalArgumentException if one of these is otherwise
   */
  public static Builder builder(OrderId orderId, Money money, CardData card) {
    return new Builder(orderId, money, card);
  }

  /** {@code merchant_uid}: the order. */
  public OrderId orderId() {
    return orderId;
  }

  /** Shows the order alone. */
  @Override
  public String toString() {
    return "IamportCardPaymentRequest[" + orderId + "]";
  }

  /** Builds an {@link IamportCardPaymentRequest}. */
  public static final class Builder extends IamportPaymentBuilder<Builder> {
    private final OrderId orderId;

    private Builder(OrderId orderId, Money money, CardData card) {
      super(orderId, money);
      this.orderId = orderId;
      fields.all(CardFields.of(card));
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** {@code name}: what is bought, at most 40 characters. */
    public Builder name(String name) {
      return orderName(name);
    }

    /** {@code customer_uid}: keeps the card as the billing key of this name; a secret. */
    public Builder customerUid(String customerUid) {
      fields.all(CustomerUid.fields(customerUid));
      return this;
    }

    /** {@code pg}: the payment company, or company and shop id with a dot between. */
    public Builder pg(String pg) {
      fields.text("pg", pg, 80);
      return this;
    }

    /**
     * {@code channelGroupId}: the group of channels of which one is chosen; {@code pg} is ignored.
     */
    public Builder channelGroupId(String id) {
      fields.text("channelGroupId", id, 55);
      return this;
    }

    /** {@code secure_3d_charge_id}: the payment company's number after 3D secure, overseas only. */
    public Builder secure3dChargeId(String id) {
      fields.personal("secure_3d_charge_id", id);
      return this;
    }

    /** {@code secure_3d_token}: the payment company's token after 3D secure, overseas only. */
    public Builder secure3dToken(String token) {
      fields.personal("secure_3d_token", token);
      return this;
    }

    /** Returns the request. */
    public IamportCardPaymentRequest build() {
      return new IamportCardPaymentRequest(orderId, fields.copy());
    }
  }
}
