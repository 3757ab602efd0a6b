package kr.pgsdk.portone.payment;

import java.time.Instant;
import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneOrderBuilder;
import kr.pgsdk.portone.model.PortOneCardCredential;
import kr.pgsdk.portone.model.PortOneCashReceiptType;

/**
 * A payment without a checkout: by a card's data, or into a virtual account. Immutable; the same
 * object sent again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneInstantRequest extends KeyedRequest {
  private final OrderId paymentId;

  private PortOneInstantRequest(OrderId paymentId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
  }

  /**
   * Starts a payment by a card.
   *
   * @param paymentId the shop's id for the payment
   * @param months how many months it is paid in: 0 is at once
   * @throws IllegalArgumentException if a text is blank, or the amount zero
   */
  public static Builder card(
      OrderId paymentId, String orderName, Money amount, PortOneCardCredential card, int months) {
    return new Builder(paymentId, orderName, amount)
        .method(
            "card",
            new RequestFields()
                .object("credential", RequestFields.of(card))
                .number("installmentMonth", months, 0, 60));
  }

  /**
   * Starts a payment into a virtual account.
   *
   * @param paymentId the shop's id for the payment
   * @param bank the account's bank, in PortOne's words, such as {@code SHINHAN}
   * @param until until when it can be paid into
   * @throws IllegalArgumentException if a text is blank, or the amount zero
   */
  public static Builder virtualAccount(
      OrderId paymentId, String orderName, Money amount, String bank, Instant until) {
    RequestFields expiry = new RequestFields();
    PortOneFields.time(expiry, "dueDate", until);
    return new Builder(paymentId, orderName, amount)
        .method(
            "virtualAccount",
            new RequestFields()
                .text("bank", bank)
                .object("expiry", expiry)
                .object("option", new RequestFields().text("type", "NORMAL")));
  }

  /** The shop's id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Shows the payment's id alone. */
  @Override
  public String toString() {
    return "PortOneInstantRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneInstantRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneOrderBuilder<Builder> {
    private final OrderId paymentId;
    private String method = "";
    private RequestFields how = new RequestFields();

    private Builder(OrderId paymentId, String orderName, Money amount) {
      super(orderName, amount);
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
    }

    private Builder method(String method, RequestFields how) {
      this.method = method;
      this.how = how;
      return this;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The channel it goes through. */
    public Builder channelKey(String channelKey) {
      fields.text("channelKey", channelKey);
      return this;
    }

    /** The group its channel is chosen from. */
    public Builder channelGroupId(String channelGroupId) {
      fields.text("channelGroupId", channelGroupId);
      return this;
    }

    /** Whether it counts as spent on culture. */
    public Builder isCulturalExpense(boolean culture) {
      fields.flag("isCulturalExpense", culture);
      return this;
    }

    /** Whether an escrow holds the money. */
    public Builder isEscrow(boolean escrow) {
      fields.flag("isEscrow", escrow);
      return this;
    }

    /** Whether no webhook is sent about it. */
    public Builder skipWebhook(boolean skip) {
      fields.flag("skipWebhook", skip);
      return this;
    }

    /**
     * Whether the payment company's own interest-free installments are used.
     *
     * @throws IllegalStateException if it is no payment by a card
     */
    public Builder useFreeInstallmentPlan(boolean use) {
      return card("useFreeInstallmentPlan", use);
    }

    /**
     * Whether the shop pays the interest of an installment.
     *
     * @throws IllegalStateException if it is no payment by a card
     */
    public Builder useFreeInterestFromMerchant(boolean free) {
      return card("useFreeInterestFromMerchant", free);
    }

    /**
     * Whether the card's points are spent.
     *
     * @throws IllegalStateException if it is no payment by a card
     */
    public Builder useCardPoint(boolean use) {
      return card("useCardPoint", use);
    }

    private Builder card(String name, boolean flag) {
      requireMethod("card", "only a payment by a card has this");
      how.flag(name, flag);
      return this;
    }

    /**
     * An account that the buyer keeps for further payments.
     *
     * @param pgAccountId the payment company's id for it
     * @throws IllegalStateException if it is no payment into a virtual account
     */
    public Builder fixedAccount(String pgAccountId, String accountNumber) {
      requireVirtualAccount();
      RequestFields fixed =
          new RequestFields()
              .text("pgAccountId", pgAccountId)
              .personal("accountNumber", accountNumber);
      how.object("option", new RequestFields().text("type", "FIXED").object("fixed", fixed));
      return this;
    }

    /**
     * The name that a virtual account shows to who pays into it.
     *
     * @throws IllegalStateException if it is no payment into a virtual account
     */
    public Builder remitteeName(String name) {
      requireVirtualAccount();
      how.text("remitteeName", name);
      return this;
    }

    /**
     * The cash receipt that is issued once a virtual account is paid into.
     *
     * @param identityNumber the number of a phone, a receipt card or a business; no message shows
     *     it
     * @throws IllegalStateException if it is no payment into a virtual account
     */
    public Builder cashReceipt(PortOneCashReceiptType type, String identityNumber) {
      requireVirtualAccount();
      how.object(
          "cashReceipt",
          new RequestFields()
              .word("type", type)
              .digits("customerIdentityNumber", identityNumber, 8, 30));
      return this;
    }

    private void requireVirtualAccount() {
      requireMethod("virtualAccount", "only a payment into a virtual account has this");
    }

    private void requireMethod(String needed, String otherwise) {
      if (!method.equals(needed)) {
        throw new IllegalStateException(otherwise);
      }
    }

    /** Returns the request. */
    public PortOneInstantRequest build() {
      RequestFields body = body().object("method", new RequestFields().object(method, how));
      return new PortOneInstantRequest(paymentId, body, key());
    }
  }
}
