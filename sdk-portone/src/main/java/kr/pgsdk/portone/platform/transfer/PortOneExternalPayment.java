package kr.pgsdk.portone.platform.transfer;

import java.time.Instant;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/** The payment of a sale that PortOne doesn't know: made elsewhere. */
public final class PortOneExternalPayment extends RequestObject {
  private PortOneExternalPayment(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param currency the currency's code, such as {@code KRW}
   * @throws IllegalArgumentException if it is blank
   */
  public static Builder builder(String currency) {
    return new Builder(currency);
  }

  /** Builds {@link PortOneExternalPayment}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String currency) {
      fields.text("currency", currency);
    }

    /** What was bought. */
    public Builder orderName(String orderName) {
      fields.note("orderName", orderName);
      return this;
    }

    /** When it was paid. */
    public Builder paidAt(Instant paidAt) {
      PortOneFields.time(fields, "paidAt", paidAt);
      return this;
    }

    /** It was paid with a card. */
    public Builder card() {
      return method("card", new RequestFields());
    }

    /** It was paid by a bank transfer. */
    public Builder transfer() {
      return method("transfer", new RequestFields());
    }

    /** It was paid into a virtual account. */
    public Builder virtualAccount() {
      return method("virtualAccount", new RequestFields());
    }

    /** It was paid with a gift certificate. */
    public Builder giftCertificate() {
      return method("giftCertificate", new RequestFields());
    }

    /** It was paid with the phone's bill. */
    public Builder mobile() {
      return method("mobile", new RequestFields());
    }

    /**
     * It was paid with a wallet.
     *
     * @param provider the wallet, in PortOne's words, such as {@code KAKAOPAY}
     * @param methodType what the wallet paid with: {@code CARD}, {@code TRANSFER} or {@code CHARGE}
     */
    public Builder easyPay(String provider, String methodType) {
      return method(
          "easyPay", new RequestFields().text("provider", provider).text("methodType", methodType));
    }

    private Builder method(String kind, RequestFields method) {
      fields.object("method", new RequestFields().object(kind, method));
      return this;
    }

    /** Returns it. */
    public PortOneExternalPayment build() {
      return new PortOneExternalPayment(fields.copy());
    }
  }
}
