package kr.pgsdk.portone.platform.partner;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A bank account to pay a partner to, as a request names it. No message shows its number. */
public final class PortOnePartnerAccount extends RequestObject {
  private PortOnePartnerAccount(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param bank the bank, in PortOne's words, such as {@code SHINHAN}
   * @param currency the currency to pay in, such as {@code KRW}
   * @param number the account's number
   * @param holder who holds it
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String bank, String currency, String number, String holder) {
    return new Builder(bank, currency, number, holder);
  }

  /** Builds {@link PortOnePartnerAccount}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String bank, String currency, String number, String holder) {
      fields.text("bank", bank);
      fields.text("currency", currency);
      fields.personal("number", number);
      fields.personal("holder", holder);
    }

    /** What {@code checks().accountHolder} said of the account. */
    public Builder accountVerificationId(String accountVerificationId) {
      fields.text("accountVerificationId", accountVerificationId);
      return this;
    }

    /** Returns it. */
    public PortOnePartnerAccount build() {
      return new PortOnePartnerAccount(fields.copy());
    }
  }
}
