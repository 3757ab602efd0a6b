package kr.pgsdk.iamport.kcpquick;

import java.math.BigDecimal;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** What a payment with prepaid money is registered with. */
public final class IamportKcpQuickPrepareRequest extends RequestObject {
  private static final BigDecimal MAX_PREPAID = BigDecimal.valueOf(999_999_999);

  private IamportKcpQuickPrepareRequest(Builder builder) {
    super(builder.fields.copy());
  }

  /**
   * Starts a request.
   *
   * @param btid {@code btid}: the shop's number for it, at most 20 characters
   * @param customerIp {@code cust_ip}: the buyer's IP address
   * @param codeVerifier {@code code_verifier}: a random text, at most 200 characters; a secret
   * @throws IllegalArgumentException if one is blank or too long
   */
  public static Builder builder(String btid, String customerIp, String codeVerifier) {
    return new Builder(btid, customerIp, codeVerifier);
  }

  /** Builds an {@link IamportKcpQuickPrepareRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String btid, String customerIp, String codeVerifier) {
      fields.text("btid", btid, 20);
      fields.personal("cust_ip", customerIp);
      fields.personal("code_verifier", codeVerifier, 200);
    }

    /** {@code prepaid_auth_yn}: whether prepaid money is authenticated. */
    public Builder prepaidAuth(boolean used) {
      fields.text("prepaid_auth_yn", used ? "Y" : "N", 1);
      return this;
    }

    /** {@code prepaid_amount}: how much is prepaid, in whole won of at most 9 digits. */
    public Builder prepaidAmount(Money amount) {
      if (amount.amount().compareTo(MAX_PREPAID) > 0) {
        throw new IllegalArgumentException("prepaid_amount must have at most 9 digits");
      }
      fields.won("prepaid_amount", amount);
      return this;
    }

    /** {@code vender_type}: who issues the barcode: {@code VID2} or {@code VID3}. */
    public Builder venderType(String type) {
      fields.text("vender_type", type, 20);
      return this;
    }

    /** {@code reward_id}: the reward's policy, at most 20 characters. */
    public Builder rewardId(String id) {
      fields.text("reward_id", id, 20);
      return this;
    }

    /** Returns the request. */
    public IamportKcpQuickPrepareRequest build() {
      return new IamportKcpQuickPrepareRequest(this);
    }
  }
}
