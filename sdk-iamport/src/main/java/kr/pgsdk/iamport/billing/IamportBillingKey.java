package kr.pgsdk.iamport.billing;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.CustomerUid;
import kr.pgsdk.iamport.model.IamportObject;

/**
 * A billing key: of one channel, or a super billing key, which a group of channels issued. Both
 * kinds tell their channels the same way.
 */
public final class IamportBillingKey extends IamportObject {
  private final String customerUid;
  private final List<IamportBillingChannel> channels;

  IamportBillingKey(JsonObject json) {
    super(json);
    this.customerUid = required(CustomerUid.NAME);
    this.channels =
        json.has("channelGroupId") || json.has("succeededChannels")
            ? objects("succeededChannels", IamportBillingChannel::new)
            : List.of(new IamportBillingChannel(json));
  }

  /** {@code customer_uid}: the key; a secret. */
  public String customerUid() {
    return customerUid;
  }

  /** {@code channelGroupId}: the group of channels of a super billing key; else empty. */
  public Optional<String> channelGroupId() {
    return text("channelGroupId");
  }

  /** {@code customer_id}: the shop's number for the buyer. */
  public Optional<String> customerId() {
    return text("customer_id");
  }

  /** {@code customer_name}: the buyer's name. */
  public Optional<String> customerName() {
    return text("customer_name");
  }

  /** {@code customer_tel}: the buyer's phone. */
  public Optional<String> customerTel() {
    return text("customer_tel");
  }

  /** {@code customer_email}: the buyer's mail address. */
  public Optional<String> customerEmail() {
    return text("customer_email");
  }

  /** {@code customer_addr}: the buyer's address. */
  public Optional<String> customerAddr() {
    return text("customer_addr");
  }

  /** {@code customer_postcode}: the buyer's postcode. */
  public Optional<String> customerPostcode() {
    return text("customer_postcode");
  }

  /**
   * {@code succeededChannels}: the channels that can charge the key. A key that is no super billing
   * key has exactly one. Unmodifiable.
   */
  public List<IamportBillingChannel> channels() {
    return channels;
  }

  /** {@code failedChannels}: the channels of a super billing key that issued none. Unmodifiable. */
  public List<IamportFailedChannel> failedChannels() {
    return objects("failedChannels", IamportFailedChannel::new);
  }
}
