package kr.pgsdk.iamport.virtualaccount;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.iamport.model.IamportBuyer;
import kr.pgsdk.iamport.model.IamportProductType;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual account is issued with. Payment companies demand different fields; their
 * documentation says which.
 */
public final class IamportVirtualAccountRequest extends RequestObject {
  private final OrderId orderId;
  private final Instant due;
  private final @Nullable String pgApiKey;

  private IamportVirtualAccountRequest(Builder builder) {
    super(builder.fields.copy());
    this.orderId = builder.orderId;
    this.due = builder.due;
    this.pgApiKey = builder.pgApiKey;
  }

  /**
   * Starts a request.
   *
   * @param channelKey {@code channel_key}: the channel that issues it, as the console shows it
   * @param orderId {@code merchant_uid}: an order that was never paid; at most 40 characters
   * @param amount {@code amount}: what the buyer has to deposit, in won
   * @param bankCode {@code vbank_code}: the bank, by the code of the payment company
   * @param due {@code vbank_due}: until when to deposit; sent in seconds since 1970
   * @throws IllegalArgumentException if one is blank or too long, or the amount is zero or in
   *     another currency
   */
  public static Builder builder(
      String channelKey, OrderId orderId, Money amount, String bankCode, Instant due) {
    return new Builder(channelKey, orderId, amount, bankCode, due);
  }

  OrderId orderId() {
    return orderId;
  }

  Instant due() {
    return due;
  }

  @Nullable String pgApiKey() {
    return pgApiKey;
  }

  /** Builds an {@link IamportVirtualAccountRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final OrderId orderId;
    private final Instant due;
    private @Nullable String pgApiKey;

    private Builder(
        String channelKey, OrderId orderId, Money amount, String bankCode, Instant due) {
      this.orderId = orderId;
      this.due = due;
      fields.text("channel_key", channelKey);
      fields.text("merchant_uid", orderId.value(), 40);
      fields.won("amount", amount);
      fields.text("vbank_code", bankCode);
      fields.epochSeconds("vbank_due", due);
    }

    /**
     * {@code pg_api_key}: the key for Inicis's API, for Inicis alone. It travels in the URL: keep
     * URLs out of logs.
     */
    public Builder pgApiKey(String key) {
      this.pgApiKey = IamportVirtualAccounts.checkedKey(key);
      return this;
    }

    /** {@code product_type}: what was sold; KSNET demands it. */
    public Builder productType(IamportProductType type) {
      fields.word("product_type", type);
      return this;
    }

    /** {@code vbank_num}: the fixed account, from the payment company. */
    public Builder vbankNum(String number) {
      fields.personal("vbank_num", number);
      return this;
    }

    /** {@code vbank_holder}: the holder to show, at most 16 characters. */
    public Builder vbankHolder(String holder) {
      fields.personal("vbank_holder", holder, 16);
      return this;
    }

    /** {@code vbank_key}: a customer's key of a fixed account at Toss, at most 13 characters. */
    public Builder vbankKey(String key) {
      fields.personal("vbank_key", key, 13);
      return this;
    }

    /** {@code name}: what was bought, at most 40 characters. */
    public Builder name(String name) {
      fields.note("name", name, 40);
      return this;
    }

    /** The buyer: {@code buyer_name} and the like. Some payment companies demand parts. */
    public Builder buyer(IamportBuyer buyer) {
      fields.all(RequestFields.of(buyer));
      return this;
    }

    /**
     * {@code business_registration_number}: the buyer's business, 10 digits; dashes between them
     * are dropped.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public Builder businessRegistrationNumber(String number) {
      fields.digits("business_registration_number", number, 10, 10);
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

    /** {@code tax_free}: the tax-free part, in whole won. */
    public Builder taxFree(Money taxFree) {
      fields.wholeAmount("tax_free", taxFree);
      return this;
    }

    /** {@code vat_amount}: the VAT in the amount, in won. */
    public Builder vat(Money vat) {
      fields.amount("vat_amount", vat);
      return this;
    }

    /** {@code product_count}: how many products; 1 by default. */
    public Builder productCount(int count) {
      fields.number("product_count", count, 1, Integer.MAX_VALUE);
      return this;
    }

    /** {@code escrow_password}: for a fixed account with escrow at Hecto. */
    public Builder escrowPassword(String password) {
      fields.personal("escrow_password", password);
      return this;
    }

    /**
     * {@code fixed_unlimited_vbank}: whether to issue an account without limits at Hecto; no by
     * default.
     */
    public Builder fixedUnlimited(boolean unlimited) {
      fields.flag("fixed_unlimited_vbank", unlimited);
      return this;
    }

    /** Returns the request. */
    public IamportVirtualAccountRequest build() {
      return new IamportVirtualAccountRequest(this);
    }
  }
}
