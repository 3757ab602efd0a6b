package kr.pgsdk.iamport.billing;

import kr.pgsdk.core.CardData;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.internal.CardFields;
import kr.pgsdk.iamport.internal.CustomerUid;

/** What a billing key is issued with. */
public final class IamportBillingKeyRequest extends RequestObject {
  private final String customerUid;

  private IamportBillingKeyRequest(String customerUid, RequestFields fields) {
    super(fields);
    this.customerUid = customerUid;
  }

  /**
   * Starts a request.
   *
   * @param customerUid {@code customer_uid}: the key's name, chosen by the shop, one for each card,
   *     at most 80 characters. Who knows it can have the card charged, so keep it secret.
   * @param channelKey {@code channel_key}: the channel that issues it, as the console shows it
   * @throws IllegalArgumentException if a text is blank or too long
   */
  public static Builder builder(String customerUid, String channelKey, CardData card) {
    return new Builder(customerUid, channelKey, card);
  }

  /** {@code customer_uid}: a secret. */
  public String customerUid() {
    return customerUid;
  }

  /** Builds an {@link IamportBillingKeyRequest}. */
  public static final class Builder {
    private final String customerUid;
    private final RequestFields fields = new RequestFields();

    private Builder(String customerUid, String channelKey, CardData card) {
      this.customerUid = CustomerUid.checked(customerUid);
      fields.text("channel_key", channelKey, 55).all(CardFields.of(card));
    }

    /** {@code pg}: the payment company, or company and shop id with a dot between. */
    public Builder pg(String pg) {
      fields.text("pg", pg, 80);
      return this;
    }

    /** {@code channel_group_id}: issues a super billing key, by all channels of the group. */
    public Builder channelGroupId(String id) {
      fields.text("channel_group_id", id, 55);
      return this;
    }

    /** {@code customer_id}: the shop's number for the buyer; Toss Payments requires it. */
    public Builder customerId(String id) {
      fields.personal("customer_id", id);
      return this;
    }

    /** {@code customer_name}: at most 20 characters. */
    public Builder customerName(String name) {
      fields.personal("customer_name", name, 20);
      return this;
    }

    /** {@code customer_tel}: at most 20 characters. */
    public Builder customerTel(String tel) {
      fields.personal("customer_tel", tel, 20);
      return this;
    }

    /** {@code customer_email}: at most 200 characters. */
    public Builder customerEmail(String email) {
      fields.personal("customer_email", email, 200);
      return this;
    }

    /** {@code customer_addr}: at most 200 characters. */
    public Builder customerAddr(String addr) {
      fields.personal("customer_addr", addr, 200);
      return this;
    }

    /** {@code customer_postcode}: at most 8 characters. */
    public Builder customerPostcode(String postcode) {
      fields.personal("customer_postcode", postcode, 8);
      return this;
    }

    /** Returns the request. */
    public IamportBillingKeyRequest build() {
      return new IamportBillingKeyRequest(customerUid, fields.copy());
    }
  }
}
