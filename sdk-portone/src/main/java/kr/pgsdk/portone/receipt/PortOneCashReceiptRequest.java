package kr.pgsdk.portone.receipt;

import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;
import kr.pgsdk.portone.model.PortOneCashReceiptType;
import kr.pgsdk.portone.model.PortOneProductType;

/**
 * What a cash receipt is issued with, for money that did not come through PortOne. Immutable; the
 * same object sent again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneCashReceiptRequest extends KeyedRequest {
  private final OrderId paymentId;

  private PortOneCashReceiptRequest(
      OrderId paymentId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
  }

  /**
   * Starts a request.
   *
   * @param paymentId a new id of the shop's
   * @param channelKey where it is issued
   * @param orderName what was bought
   * @param amount what was received
   * @param owner whom it is for
   * @throws IllegalArgumentException if a text is blank, or the amount zero
   */
  public static Builder builder(
      OrderId paymentId,
      String channelKey,
      PortOneCashReceiptType type,
      String orderName,
      Money amount,
      PortOneReceiptOwner owner) {
    return new Builder(paymentId, channelKey, type, orderName, amount, owner);
  }

  /** The shop's id for it. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Shows the shop's id for it alone. */
  @Override
  public String toString() {
    return "PortOneCashReceiptRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneCashReceiptRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final OrderId paymentId;
    private final Money total;
    private final RequestFields amount = new RequestFields();

    private Builder(
        OrderId paymentId,
        String channelKey,
        PortOneCashReceiptType type,
        String orderName,
        Money amount,
        PortOneReceiptOwner owner) {
      this.paymentId = paymentId;
      this.total = amount;
      PortOneFields.amount(this.amount, "total", amount);
      fields
          .text("paymentId", paymentId.value())
          .text("channelKey", channelKey)
          .word("type", type)
          .text("orderName", orderName)
          .text("currency", amount.currency())
          .object("customer", RequestFields.of(owner));
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The tax-free part of the amount.
     *
     * @throws IllegalArgumentException if it is more than the amount, or in another currency
     */
    public Builder taxFreeAmount(Money taxFree) {
      PortOneFields.part(amount, "taxFree", taxFree, total);
      return this;
    }

    /**
     * The VAT in the amount.
     *
     * @throws IllegalArgumentException if it is more than the amount, or in another currency
     */
    public Builder vatAmount(Money vat) {
      PortOneFields.part(amount, "vat", vat, total);
      return this;
    }

    /** What the buyer received. */
    public Builder productType(PortOneProductType productType) {
      fields.word("productType", productType);
      return this;
    }

    /** When the money was received. */
    public Builder paidAt(Instant paidAt) {
      PortOneFields.time(fields, "paidAt", paidAt);
      return this;
    }

    /** The number of the business that issues it. */
    public Builder businessRegistrationNumber(String number) {
      fields.text("businessRegistrationNumber", number);
      return this;
    }

    /** How it was paid: {@code TRANSFER} or {@code VIRTUAL_ACCOUNT}. */
    public Builder paymentMethod(String method) {
      fields.text("paymentMethod", method);
      return this;
    }

    /** Returns the request. */
    public PortOneCashReceiptRequest build() {
      return new PortOneCashReceiptRequest(
          paymentId, fields.copy().object("amount", amount), key());
    }
  }
}
