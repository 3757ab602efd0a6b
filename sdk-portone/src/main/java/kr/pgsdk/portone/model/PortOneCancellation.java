package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.internal.access.OutsideCancel;
import kr.pgsdk.core.internal.json.JsonObject;

/** One cancel of a payment, finished or not. Amounts are in the payment's currency. */
public final class PortOneCancellation extends PortOneObject {
  /** Who asks other than by a request (PaymentCancellation.trigger); a new word proves nothing. */
  private static final Set<String> OUTSIDE = Set.of("CONSOLE", "PORTONE_ADMIN", "CHARGEBACK");

  private final String currency;
  private final String id;
  private final String status;
  private final Money totalAmount;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCancellation(JsonObject json, String currency) {
    super(json);
    this.currency = currency;
    this.id = json.requiredText("id");
    this.status = json.requiredText("status");
    this.totalAmount = json.requiredMinorMoney("totalAmount", currency);
    json.requireOnce("reason", "requestedAt", "cancelledAt", "trigger");
  }

  /** PortOne's id for it. */
  public String id() {
    return id;
  }

  /** {@code SUCCEEDED}, {@code REQUESTED}, {@code FAILED}, or a word added since. */
  public String status() {
    return status;
  }

  /** How much is cancelled. */
  public Money totalAmount() {
    return totalAmount;
  }

  /** The payment company's id for it. */
  public Optional<String> pgCancellationId() {
    return text("pgCancellationId");
  }

  /** The tax-free part of it. */
  public Optional<Money> taxFreeAmount() {
    return minorMoney("taxFreeAmount", currency);
  }

  /** The VAT in it. */
  public Optional<Money> vatAmount() {
    return minorMoney("vatAmount", currency);
  }

  /** What of a wallet's points went back. */
  public Optional<Money> easyPayDiscountAmount() {
    return minorMoney("easyPayDiscountAmount", currency);
  }

  /** Why, in the words it was asked with. */
  public Optional<String> reason() {
    return text("reason");
  }

  /** When it was asked for. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /** When it was done. */
  public Optional<Instant> cancelledAt() {
    return time("cancelledAt");
  }

  /** Where its receipt is shown. */
  public Optional<String> receiptUrl() {
    return text("receiptUrl");
  }

  /** Who asked: {@code API}, {@code CONSOLE}, {@code PORTONE_ADMIN} or {@code CHARGEBACK}. */
  public Optional<String> trigger() {
    return text("trigger");
  }

  /** Whether the money has gone back; an unknown word proves neither that it has nor that not. */
  State state() {
    return switch (status) {
      case "SUCCEEDED" -> State.DONE;
      case "FAILED" -> State.FAILED;
      default -> State.PENDING;
    };
  }

  /** This cancel as every gateway's cancels look. */
  public PaymentCancel toPaymentCancel() {
    PaymentCancel cancel =
        PaymentCancel.of(
            id, totalAmount, state(), reason().orElse(null), cancelledAt().orElse(null));
    return trigger().filter(OUTSIDE::contains).isPresent() ? OutsideCancel.of(cancel) : cancel;
  }

  @Override
  public String toString() {
    return "PortOneCancellation[" + totalAmount + ", " + shown("status") + "]";
  }
}
