package kr.pgsdk.portone.escrow;

import java.util.List;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;
import kr.pgsdk.portone.model.PortOneProductRequest;

/** What is told of the delivery of a payment under escrow. */
public final class PortOneEscrowRequest extends KeyedRequest {
  private PortOneEscrowRequest(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts a request.
   *
   * @param logistics the delivery
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(PortOneDelivery logistics) {
    return new Builder(logistics);
  }

  /** Builds {@link PortOneEscrowRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private Builder(PortOneDelivery logistics) {
      fields.object("logistics", RequestFields.of(logistics));
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Who sends it. */
    public Builder sender(PortOneEscrowParty sender) {
      fields.object("sender", RequestFields.of(sender));
      return self();
    }

    /** Who receives it. */
    public Builder receiver(PortOneEscrowParty receiver) {
      fields.object("receiver", RequestFields.of(receiver));
      return self();
    }

    /** Whether the buyer is told by e-mail. */
    public Builder sendEmail(boolean sendEmail) {
      fields.flag("sendEmail", sendEmail);
      return self();
    }

    /** What is bought, product by product. */
    public Builder products(List<PortOneProductRequest> products) {
      fields.objects("products", products.stream().map(RequestFields::of).toList());
      return self();
    }

    /** Returns it. */
    public PortOneEscrowRequest build() {
      return new PortOneEscrowRequest(fields.copy(), key());
    }
  }
}
