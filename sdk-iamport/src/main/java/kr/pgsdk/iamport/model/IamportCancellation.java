package kr.pgsdk.iamport.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One row of a payment's {@code cancel_history}. */
public final class IamportCancellation extends IamportObject {
  private final Money amount;
  private final @Nullable String cancellationId;

  private IamportCancellation(Money amount, @Nullable String cancellationId, JsonObject json) {
    super(json);
    this.amount = amount;
    this.cancellationId = cancellationId;
  }

  static IamportCancellation read(JsonObject json, String currency) {
    json.requireOnce("reason", "cancelled_at");
    return new IamportCancellation(
        json.requiredMoney("amount", currency), Fields.strictText(json, "cancellation_id"), json);
  }

  /** How much was cancelled. */
  public Money amount() {
    return amount;
  }

  /** When. */
  public Optional<Instant> cancelledAt() {
    return time("cancelled_at");
  }

  /** Why, as the shop wrote it; {@code 취소요청api} if it wrote nothing. */
  public Optional<String> reason() {
    return text("reason");
  }

  /** Iamport's number for this cancel; older rows have none. */
  public Optional<String> cancellationId() {
    return Optional.ofNullable(cancellationId);
  }

  /** The payment company's number for it; may be the payment's own. */
  public Optional<String> pgTid() {
    return text("pg_tid");
  }

  /** The receipt. */
  public Optional<String> receiptUrl() {
    return text("receipt_url");
  }

  /** A cancel that isn't finished has no row here. */
  PaymentCancel toPaymentCancel() {
    return PaymentCancel.of(
        cancellationId,
        amount,
        PaymentCancel.State.DONE,
        reason().orElse(null),
        cancelledAt().orElse(null));
  }

  @Override
  public String toString() {
    return "IamportCancellation[" + amount + "]";
  }
}
