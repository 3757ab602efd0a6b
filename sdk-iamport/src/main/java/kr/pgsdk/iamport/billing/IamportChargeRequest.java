package kr.pgsdk.iamport.billing;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.internal.CustomerUid;

/** A payment by a billing key. */
public final class IamportChargeRequest extends RequestObject {
  private final String customerUid;
  private final OrderId orderId;
  private final Money money;

  private IamportChargeRequest(Builder builder) {
    super(builder.fields());
    this.customerUid = builder.customerUid;
    this.orderId = builder.orderId;
    this.money = builder.money;
  }

  /**
   * Starts a request.
   *
   * @param customerUid {@code customer_uid}: the billing key, at most 80 characters; a secret
   * @param orderId {@code merchant_uid}: at most 40 characters, another one for each try
   * @param money {@code amount} and {@code currency}: more than zero
   * @param name {@code name}: what is bought, at most 40 characters
   * @throws IllegalArgumentException if one of these is otherwise
   */
  public static Builder builder(String customerUid, OrderId orderId, Money money, String name) {
    return new Builder(customerUid, orderId, money, name);
  }

  /** {@code customer_uid}: the billing key; a secret. */
  public String customerUid() {
    return customerUid;
  }

  /** {@code merchant_uid}: the order. */
  public OrderId orderId() {
    return orderId;
  }

  /** {@code amount} and {@code currency}: what is charged. */
  public Money money() {
    return money;
  }

  /** Shows the order and the amount alone. */
  @Override
  public String toString() {
    return "IamportChargeRequest[" + orderId + ", " + money + "]";
  }

  /** Builds an {@link IamportChargeRequest}. */
  public static final class Builder extends IamportBillingKeyPaymentBuilder<Builder> {
    private final String customerUid;
    private final OrderId orderId;
    private final Money money;

    private Builder(String customerUid, OrderId orderId, Money money, String name) {
      super(orderId, money, name);
      this.customerUid = customerUid;
      this.orderId = orderId;
      this.money = money;
      fields.all(CustomerUid.fields(customerUid));
    }

    @Override
    protected Builder self() {
      return this;
    }

    private RequestFields fields() {
      return fields.copy();
    }

    /** {@code channel_key}: which channel of a super billing key is charged. */
    public Builder channelKey(String key) {
      fields.text("channel_key", key, 55);
      return this;
    }

    /** Returns the request. */
    public IamportChargeRequest build() {
      return new IamportChargeRequest(this);
    }
  }
}
