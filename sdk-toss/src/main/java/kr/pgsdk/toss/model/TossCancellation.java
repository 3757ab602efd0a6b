package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One cancel of a payment. Amounts are in the payment's currency. */
public final class TossCancellation extends TossObject {
  private final Money cancelAmount;
  private final @Nullable String cancelStatus;
  private final @Nullable String transactionKey;

  /**
   * Reads one.
   *
   * @hidden
   */
  public TossCancellation(JsonObject json, String currency) {
    super(json);
    this.cancelAmount = json.requiredMoney("cancelAmount", currency);
    json.requireOnce("cancelStatus", "cancelReason", "canceledAt");
    this.cancelStatus = json.isNull("cancelStatus") ? null : json.requiredText("cancelStatus");
    this.transactionKey = json.strictText("transactionKey");
  }

  /** How much was cancelled. */
  public Money cancelAmount() {
    return cancelAmount;
  }

  /** How far it has come. Absent in older API versions, where every cancel listed is done. */
  public Optional<TossCancelStatus> cancelStatus() {
    return word("cancelStatus", TossCancelStatus::of);
  }

  /** Why, in the shop's words. */
  public Optional<String> cancelReason() {
    return text("cancelReason");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** The part exempt from taxation, such as a cup deposit. */
  public Optional<BigDecimal> taxExemptionAmount() {
    return number("taxExemptionAmount");
  }

  /** What could still be cancelled after it. */
  public Optional<BigDecimal> refundableAmount() {
    return number("refundableAmount");
  }

  /** What of a card's instant discount it took back. */
  public Optional<BigDecimal> cardDiscountAmount() {
    return number("cardDiscountAmount");
  }

  /** What of a bank transfer's instant discount it took back. */
  public Optional<BigDecimal> transferDiscountAmount() {
    return number("transferDiscountAmount");
  }

  /** What of a wallet's discount it took back. */
  public Optional<BigDecimal> easyPayDiscountAmount() {
    return number("easyPayDiscountAmount");
  }

  /** When. */
  public Optional<Instant> canceledAt() {
    return time("canceledAt");
  }

  /** Its transaction. */
  public Optional<String> transactionKey() {
    return Optional.ofNullable(transactionKey);
  }

  /** The cash receipt it cancelled. */
  public Optional<String> receiptKey() {
    return text("receiptKey");
  }

  /** The number the shop gave a cancel at an overseas wallet. */
  public Optional<String> cancelRequestId() {
    return text("cancelRequestId");
  }

  /** Whether the money has gone back; an unknown word doesn't prove it. */
  State state() {
    if (cancelStatus == null || cancelStatus.equals("DONE")) {
      return State.DONE;
    }
    return cancelStatus.equals("ABORTED") ? State.FAILED : State.PENDING;
  }

  PaymentCancel toPaymentCancel() {
    return PaymentCancel.of(
        transactionKey,
        cancelAmount,
        state(),
        text("cancelReason").orElse(null),
        time("canceledAt").orElse(null));
  }

  @Override
  public String toString() {
    boolean shown = cancelStatus == null || JsonObject.isWord(cancelStatus);
    return "TossCancellation[" + cancelAmount + ", " + (shown ? cancelStatus : "?") + "]";
  }
}
