package kr.pgsdk.iamport.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kr.pgsdk.core.CardPayment;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.internal.flow.StatusRules;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;

/** What the contract makes of an Iamport payment: its status above all, and what is left of it. */
final class IamportPaymentMapper {
  private final IamportPayment iamport;
  private final JsonObject json;
  private final Money balance;
  private final List<PaymentCancel> cancels = new ArrayList<>();
  private final @Nullable Instant paidAt;
  private final @Nullable Instant failedAt;
  private final @Nullable Instant cancelledAt;
  private final @Nullable VirtualAccount virtualAccount;

  private IamportPaymentMapper(IamportPayment iamport, JsonObject json) {
    this.iamport = iamport;
    this.json = json;
    this.balance = iamport.amount().minus(iamport.cancelAmount());
    for (IamportCancellation row : iamport.cancelHistory()) {
      cancels.add(row.toPaymentCancel());
    }
    this.paidAt = Fields.strictTime(json, "paid_at");
    this.failedAt = Fields.strictTime(json, "failed_at");
    this.cancelledAt = Fields.strictTime(json, "cancelled_at");
    this.virtualAccount = account();
  }

  /**
   * Returns the payment.
   *
   * @param redaction what must not be seen in the words that say why it failed
   * @throws kr.pgsdk.core.internal.json.JsonProblem if what decides whether it is paid is odd
   */
  static Payment read(IamportPayment iamport, JsonObject json, Redaction redaction) {
    return new IamportPaymentMapper(iamport, json).payment(redaction);
  }

  private Payment payment(Redaction redaction) {
    boolean captured = isCaptured();
    return Payment.builder(
            IamportPayment.TERMS,
            iamport.paymentId(),
            iamport.orderId(),
            iamport.amount(),
            status(captured))
        .balance(captured ? balance : Money.zero(iamport.currency()))
        .cancelled(iamport.cancelAmount())
        .method(Fields.textOrNull(json, "pay_method"))
        .orderName(Fields.textOrNull(json, "name"))
        .paidAt(isGiven(paidAt) ? paidAt : null)
        .test(iamport.sandbox())
        .virtualAccount(virtualAccount)
        .card(card())
        .receiptUrl(Fields.textOrNull(json, "receipt_url"))
        .cancels(cancels)
        .promotion(IamportPromotion.strict(json, iamport.currency(), redaction))
        .failure(null, redaction.redact(Fields.textOrNull(json, "fail_reason")))
        .build();
  }

  /** Whether it was captured at any time; paid_at stays set after a cancel. */
  private boolean isCaptured() {
    return iamport.status().equals("paid")
        || isGiven(paidAt)
        || !iamport.cancelAmount().isZero()
        || cancels.stream().anyMatch(row -> !row.amount().isZero());
  }

  private PaymentStatus status(boolean captured) {
    String word = iamport.status();
    return switch (word) {
      case "paid" ->
          StatusRules.ofPaidWord(word, iamport.amount(), balance, cancels, saysThatItIsNotPaid());
      case "cancelled" -> StatusRules.ofCancelledWord(word, iamport.amount(), balance, captured);
      // Neither holds money: one that does is not documented.
      case "ready" -> new PaymentStatus(captured ? Known.UNKNOWN : ready(), word);
      case "failed" -> new PaymentStatus(captured ? Known.UNKNOWN : Known.FAILED, word);
      default -> new PaymentStatus(Known.UNKNOWN, word);
    };
  }

  /** Beside its cancels: by its times. Nothing at all in place of a time says nothing. */
  private boolean saysThatItIsNotPaid() {
    boolean neverPaid = paidAt != null && !isGiven(paidAt);
    boolean failedSince =
        failedAt != null && isGiven(failedAt) && (paidAt == null || failedAt.isAfter(paidAt));
    return neverPaid || failedSince || isGiven(cancelledAt);
  }

  private Known ready() {
    return virtualAccount == null ? Known.READY : Known.WAITING_FOR_DEPOSIT;
  }

  private @Nullable VirtualAccount account() {
    String number = iamport.vbankNum().orElse(null);
    return number == null
        ? null
        : VirtualAccount.of(
            Fields.textOrNull(json, "vbank_code"),
            number,
            Fields.textOrNull(json, "vbank_holder"),
            json.epochSeconds("vbank_date"));
  }

  /** Of the card; card_quota is 0 for other methods too, so it makes no card. */
  private @Nullable CardPayment card() {
    String issuer = iamport.cardIssuerCode().or(iamport::cardCode).orElse(null);
    String number = iamport.cardNumber().orElse(null);
    if (issuer == null && number == null) {
      return null;
    }
    OptionalInt months = iamport.cardQuota();
    return CardPayment.of(issuer, number, months.isPresent() ? months.getAsInt() : null);
  }

  /** Whether it is a time; 0 is none. */
  private static boolean isGiven(@Nullable Instant time) {
    return time != null && !time.equals(Instant.EPOCH);
  }
}
