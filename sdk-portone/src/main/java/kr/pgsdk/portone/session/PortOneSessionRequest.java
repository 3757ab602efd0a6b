package kr.pgsdk.portone.session;

import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * What a hosted checkout is opened with. Immutable; the same object sent again within three hours
 * is one request for PortOne, by its idempotency key.
 */
public final class PortOneSessionRequest extends KeyedRequest {
  private final OrderId paymentId;

  private PortOneSessionRequest(OrderId paymentId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
  }

  /**
   * Starts a request.
   *
   * @param paymentId the shop's id for the payment
   * @param profileKey the checkout profile, as the console shows it
   * @param country the buyer's country, in two letters
   * @param orderName what is bought
   * @param amount what it costs
   * @throws IllegalArgumentException if a text is blank, or the amount zero
   */
  public static Builder builder(
      OrderId paymentId, String profileKey, String country, String orderName, Money amount) {
    return new Builder(paymentId, profileKey, country, orderName, amount);
  }

  /** The shop's id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Shows the payment's id alone. */
  @Override
  public String toString() {
    return "PortOneSessionRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneSessionRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final OrderId paymentId;

    private Builder(
        OrderId paymentId, String profileKey, String country, String orderName, Money amount) {
      this.paymentId = paymentId;
      text("paymentId", paymentId.value());
      text("profileKey", profileKey);
      text("country", country);
      text("orderName", orderName);
      text("currency", amount.currency());
      PortOneFields.amount(fields, "totalAmount", amount);
    }

    @Override
    protected Builder self() {
      return this;
    }

    private Builder text(String name, String text) {
      fields.text(name, text);
      return this;
    }

    /** The one means of payment that is offered, in PortOne's words; without it all are. */
    public Builder paymentMethod(String paymentMethod) {
      return text("paymentMethod", paymentMethod);
    }

    /** Where the buyer's browser goes afterwards. */
    public Builder redirectUrl(String redirectUrl) {
      return text("redirectUrl", redirectUrl);
    }

    /** What is bought, product by product. */
    public Builder products(List<PortOneSessionProductRequest> products) {
      fields.objects("products", products.stream().map(RequestFields::of).toList());
      return this;
    }

    /** The buyer's name. No message shows it. */
    public Builder customerName(String name) {
      fields.personal("customerName", name);
      return this;
    }

    /** The buyer's e-mail address. No message shows it. */
    public Builder customerEmail(String email) {
      fields.personal("customerEmail", email);
      return this;
    }

    /** The shop's name. */
    public Builder storeName(String storeName) {
      return text("storeName", storeName);
    }

    /** Terms that the buyer agrees to. */
    public Builder agreements(List<PortOneSessionTerms> agreements) {
      fields.objects("agreements", agreements.stream().map(RequestFields::of).toList());
      return this;
    }

    /** A picture of what is bought. */
    public Builder orderImageUrl(String orderImageUrl) {
      return text("orderImageUrl", orderImageUrl);
    }

    /** What the shop stores with the payment. */
    public Builder customData(String customData) {
      fields.anyText("customData", customData);
      return this;
    }

    /** The page's colors, as {@code #RRGGBB}: the main one, under the pointer, and light. */
    public Builder colors(String primary, String primaryHover, String primaryLight) {
      fields.object(
          "colors",
          new RequestFields()
              .text("primary", primary)
              .text("primaryHover", primaryHover)
              .text("primaryLight", primaryLight));
      return this;
    }

    /** How long the checkout stays open, in whole seconds. */
    public Builder timeToLive(Duration time) {
      fields.number("ttlSeconds", time.toSeconds(), 1, Integer.MAX_VALUE);
      return this;
    }

    /** Returns the request. */
    public PortOneSessionRequest build() {
      return new PortOneSessionRequest(paymentId, fields.copy(), key());
    }
  }
}
