package kr.pgsdk.portone.platform.transfer;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import org.jspecify.annotations.Nullable;

/**
 * The cancel of a sale, of which a partner gives its part back. Immutable; the same object sent
 * again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneOrderCancelTransferRequest extends KeyedRequest {
  private final String subject;

  private PortOneOrderCancelTransferRequest(
      RequestFields fields, String subject, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.subject = subject;
  }

  /**
   * Starts the cancel of a sale by the transfer that was made of the sale.
   *
   * @param transferId that transfer's id
   * @param cancellationId PortOne's id for the cancel, or the platform's of one it doesn't know
   * @throws IllegalArgumentException if a text is blank
   */
  public static Builder ofTransfer(String transferId, String cancellationId) {
    return new Builder(new RequestFields().text("transferId", transferId), cancellationId);
  }

  /**
   * Starts the cancel of a sale by its payment, of which no other transfer was made.
   *
   * @param partnerId who sold it
   * @param paymentId the shop's id for the payment
   * @param cancellationId PortOne's id for the cancel, or the platform's of one it doesn't know
   * @throws IllegalArgumentException if a text is blank
   */
  public static Builder ofPayment(String partnerId, OrderId paymentId, String cancellationId) {
    return new Builder(
        new RequestFields().text("partnerId", partnerId).text("paymentId", paymentId.value()),
        cancellationId);
  }

  /** What to look up if the response is lost. */
  String subject() {
    return subject;
  }

  /** Builds {@link PortOneOrderCancelTransferRequest}. What isn't set isn't sent. */
  public static final class Builder extends SaleTransferBuilder<Builder> {
    private Builder(RequestFields whose, String cancellationId) {
      super("the transfers of the cancel " + cancellationId);
      fields.all(whose);
      fields.text("cancellationId", cancellationId);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** All of the sale is cancelled. */
    public Builder all() {
      return detail(new RequestFields().object("all", new RequestFields()));
    }

    /**
     * An amount is cancelled.
     *
     * @param orderAmount in minor units of the payment's currency
     */
    public Builder orderAmount(long orderAmount) {
      return detail(new RequestFields().number("orderAmount", orderAmount, 1, Long.MAX_VALUE));
    }

    /** Products are cancelled. */
    public Builder orderLines(List<PortOneCancelLineRequest> orderLines) {
      return detail(
          new RequestFields()
              .objects("orderLines", orderLines.stream().map(RequestFields::of).toList()));
    }

    private Builder detail(RequestFields detail) {
      fields.object("orderDetail", detail);
      return this;
    }

    /** Says that PortOne doesn't know the payment, and perhaps when it was cancelled. */
    public Builder externalCancellation(@Nullable Instant cancelledAt) {
      RequestFields detail = new RequestFields();
      if (cancelledAt != null) {
        PortOneFields.time(detail, "cancelledAt", cancelledAt);
      }
      fields.object("externalCancellationDetail", detail);
      return this;
    }

    /** Returns it. */
    public PortOneOrderCancelTransferRequest build() {
      return new PortOneOrderCancelTransferRequest(fields.copy(), subject(), key());
    }
  }
}
