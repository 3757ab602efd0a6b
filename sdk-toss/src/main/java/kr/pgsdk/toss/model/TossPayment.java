package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.json.SavedPayment;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A payment with every field Toss documents for version 2022-11-16, by Toss's names. Immutable.
 *
 * <p>What decides about money is read strictly: payment key, order id, amounts, currency, status,
 * cancels, {@code approvedAt}, {@code failure}, {@code virtualAccount} and its {@code
 * refundStatus}. Of the wrong type, or there twice, it makes the payment malformed. Anything else
 * that is missing or odd is empty, as in the shapes of older and newer API versions. Amounts are in
 * the payment's {@link #currency()}. Words such as {@link #method()} are Toss's own, in Korean
 * unless the client asks for English. What a newer API version adds is in {@link #toJson()}.
 *
 * <p>One accessor for each field makes the file long; there is nothing else in it.
 */
public final class TossPayment extends TossObject {
  /** What Toss calls the fields that every payment has; for a {@link Payment} made in a test. */
  public static final GatewayTerms TERMS =
      new GatewayTerms("toss", "orderId", "paymentKey", "totalAmount");

  private static final Redaction PATTERNS_ALONE = new Redaction(List.of());

  private final JsonObject json;
  private final PaymentId paymentKey;
  private final OrderId orderId;
  private final String currency;
  private final Money totalAmount;
  private final @Nullable Money balanceAmount;
  private final String status;
  private final List<TossCancellation> cancels;
  private final Payment payment;

  private TossPayment(JsonObject json, Redaction redaction) {
    super(json);
    this.json = json;
    this.paymentKey = json.required("paymentKey", PaymentId::of);
    this.orderId = json.required("orderId", OrderId::of);
    this.currency = json.requiredCurrency("currency");
    this.totalAmount = json.requiredMoney("totalAmount", currency);
    this.balanceAmount = json.strictMoney("balanceAmount", currency);
    this.status = json.requiredText("status");
    this.cancels = json.strictObjects("cancels", cancel -> new TossCancellation(cancel, currency));
    this.payment = TossPaymentMapper.read(this, balanceAmount, json, redaction);
  }

  /**
   * Returns the payment that {@code json} holds, such as a response that was saved. No request.
   * What {@link Payment#failureMessage} shows is searched for what looks like a secret; a client,
   * which knows the shop's own, searches for those too.
   *
   * @throws MalformedResponseException if it holds anything else: an error, a list, a webhook, a
   *     payment in which one of the fields named above is missing or odd
   */
  public static TossPayment parse(String json) {
    return SavedPayment.read(json, "Toss payment", TERMS, saved -> read(saved, PATTERNS_ALONE));
  }

  /**
   * Reads a payment in a response.
   *
   * @param redaction what must not be seen in the words that say why it failed
   * @throws JsonProblem if it is no payment
   * @hidden
   */
  public static TossPayment read(JsonObject json, Redaction redaction) {
    return new TossPayment(json, redaction);
  }

  /** This payment as every gateway's payments look. */
  public Payment toPayment() {
    return payment;
  }

  /** Toss's number for the payment. */
  public PaymentId paymentKey() {
    return paymentKey;
  }

  /** The shop's number for the order. */
  public OrderId orderId() {
    return orderId;
  }

  /** The currency's code, such as {@code KRW}. */
  public String currency() {
    return currency;
  }

  /** The whole amount; cancels don't change it. */
  public Money totalAmount() {
    return totalAmount;
  }

  /** What Toss says can still be cancelled; before the capture that is the whole amount too. */
  public Optional<Money> balanceAmount() {
    return Optional.ofNullable(balanceAmount);
  }

  /**
   * {@code READY}, {@code IN_PROGRESS}, {@code WAITING_FOR_DEPOSIT}, {@code DONE}, {@code
   * CANCELED}, {@code PARTIAL_CANCELED}, {@code ABORTED}, {@code EXPIRED}, or a word added since.
   * After a partial cancel it stays {@code PARTIAL_CANCELED} even when nothing is left.
   */
  public String status() {
    return status;
  }

  /** All cancels, in no promised order. Unmodifiable. */
  public List<TossCancellation> cancels() {
    return cancels;
  }

  /** The cancel that the shop gave this number, at an overseas wallet; empty if there is none. */
  public Optional<TossCancellation> cancelByRequestId(String cancelRequestId) {
    return cancels().stream()
        .filter(cancel -> cancel.cancelRequestId().filter(cancelRequestId::equals).isPresent())
        .findFirst();
  }

  /** The API version the response is shaped by. */
  public Optional<String> version() {
    return text("version");
  }

  /** {@code NORMAL}, {@code BILLING} or {@code BRANDPAY}. */
  public Optional<String> type() {
    return text("type");
  }

  /** What was bought. */
  public Optional<String> orderName() {
    return text("orderName");
  }

  /** The merchant's number at Toss. */
  public Optional<String> mId() {
    return text("mId");
  }

  /** How it was paid, in Toss's words: 카드, 가상계좌, 간편결제, 휴대폰, 계좌이체, ... */
  public Optional<String> method() {
    return text("method");
  }

  /** When the checkout was opened. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /**
   * When it was captured. API versions 1.x also set it when they issue a virtual account: see
   * {@link Payment#paidAt}.
   */
  public Optional<Instant> approvedAt() {
    return time("approvedAt");
  }

  /** Whether an escrow holds the money. */
  public Optional<Boolean> useEscrow() {
    return flag("useEscrow");
  }

  /** The transaction that came last: the capture's or a cancel's. */
  public Optional<String> lastTransactionKey() {
    return text("lastTransactionKey");
  }

  /** Its name in older API versions. */
  public Optional<String> transactionKey() {
    return text("transactionKey");
  }

  /** What is left without its VAT. */
  public Optional<BigDecimal> suppliedAmount() {
    return number("suppliedAmount");
  }

  /** The VAT of what is left. */
  public Optional<BigDecimal> vat() {
    return number("vat");
  }

  /** The tax-free part of what is left. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** The part of what is left that is exempt from taxation, such as a cup deposit. */
  public Optional<BigDecimal> taxExemptionAmount() {
    return number("taxExemptionAmount");
  }

  /** Whether it counts as spent on culture. */
  public Optional<Boolean> cultureExpense() {
    return flag("cultureExpense");
  }

  /** Whether a part of it can be cancelled. */
  public Optional<Boolean> isPartialCancelable() {
    return flag("isPartialCancelable");
  }

  /** The card's part; also beside {@link #easyPay()} if a wallet used a card. */
  public Optional<TossCard> card() {
    return object("card", TossCard::new);
  }

  /** The account to pay into. */
  public Optional<TossVirtualAccount> virtualAccount() {
    return object("virtualAccount", TossVirtualAccount::new);
  }

  /** What a deposit webhook must carry to be Toss's. A secret: keep it out of logs. */
  public Optional<String> secret() {
    return text("secret");
  }

  /** The mobile phone's part. */
  public Optional<TossMobilePhone> mobilePhone() {
    return object("mobilePhone", TossMobilePhone::new);
  }

  /** The gift certificate's part. */
  public Optional<TossGiftCertificate> giftCertificate() {
    return object("giftCertificate", TossGiftCertificate::new);
  }

  /** The bank transfer's part. */
  public Optional<TossTransfer> transfer() {
    return object("transfer", TossTransfer::new);
  }

  /** What the shop stored with it: at most five pairs. Unmodifiable. */
  public Map<String, String> metadata() {
    return object("metadata", JsonObject::texts).orElse(Map.of());
  }

  /** Where the receipt is shown. */
  public Optional<String> receiptUrl() {
    return object("receipt", each -> each).map(receipt -> receipt.text("url"));
  }

  /** Where the checkout is shown. */
  public Optional<String> checkoutUrl() {
    return object("checkout", each -> each).map(checkout -> checkout.text("url"));
  }

  /** The wallet's part. */
  public Optional<TossEasyPay> easyPay() {
    return Optional.ofNullable(TossEasyPay.in(json));
  }

  /** What the wallet paid, where a response has it beside {@link #easyPay()}. */
  public Optional<BigDecimal> easyPayAmount() {
    return number("easyPayAmount");
  }

  /** What the wallet took off, where a response has it beside {@link #easyPay()}. */
  public Optional<BigDecimal> easyPayDiscountAmount() {
    return number("easyPayDiscountAmount");
  }

  /** The country it was paid from, in two letters. */
  public Optional<String> country() {
    return text("country");
  }

  /** Why it failed. */
  public Optional<TossFailure> failure() {
    return object("failure", TossFailure::new);
  }

  /** The cash receipt. */
  public Optional<TossCashReceipt> cashReceipt() {
    return object("cashReceipt", TossCashReceipt::new);
  }

  /** All cash receipts, issued and cancelled, in no promised order. Unmodifiable. */
  public List<TossCashReceipt> cashReceipts() {
    return objects("cashReceipts", TossCashReceipt::new);
  }

  /** What an instant discount took off. */
  public Optional<BigDecimal> discountAmount() {
    return object("discount", each -> each).map(discount -> discount.number("amount"));
  }

  /** Shows ids, status and amounts; nothing of the buyer, no card, account or secret. */
  @Override
  public String toString() {
    return "TossPayment[paymentKey="
        + paymentKey
        + ", orderId="
        + orderId
        + ", status="
        + payment.status()
        + ", totalAmount="
        + totalAmount
        + ", balanceAmount="
        + balanceAmount
        + "]";
  }
}
