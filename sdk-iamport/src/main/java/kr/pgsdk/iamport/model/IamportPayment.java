package kr.pgsdk.iamport.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/**
 * A payment as Iamport V1 describes it, field by field. Immutable.
 *
 * <p>Ids, amounts, currency and status are always there. Everything else depends on the payment
 * company and the year; what Iamport sends for "nothing" (null, 0, {@code ""}, {@code "null"}, no
 * key at all) is empty here. What decides about money is read strictly: those, {@code sandbox},
 * {@code cancel_history}, {@code promotion}, {@code paid_at}, {@code failed_at} and {@code
 * cancelled_at}. Of the wrong type, or there twice, it makes the payment malformed. Longer than
 * other files because the payment has 54 fields.
 */
public final class IamportPayment extends IamportObject {
  /** What Iamport calls the fields that every payment has; for a {@link Payment} made in a test. */
  public static final GatewayTerms TERMS =
      new GatewayTerms("iamport", "merchant_uid", "imp_uid", "amount");

  private static final Redaction PATTERNS_ALONE = new Redaction(List.of());

  private final PaymentId paymentId;
  private final OrderId orderId;
  private final Money amount;
  private final Money cancelAmount;
  private final String status;
  private final boolean sandbox;
  private final List<IamportCancellation> cancelHistory;
  private final Payment payment;

  private IamportPayment(JsonObject json, Redaction redaction) {
    super(json);
    this.paymentId = json.required("imp_uid", PaymentId::of);
    this.orderId = json.required("merchant_uid", OrderId::of);
    String currency = json.requiredCurrency("currency");
    this.amount = json.requiredMoney("amount", currency);
    this.status = json.requiredText("status");
    this.sandbox = Fields.flag(json, "sandbox");
    this.cancelHistory =
        json.strictObjects("cancel_history", row -> IamportCancellation.read(row, currency));
    Money stated = json.strictMoney("cancel_amount", currency);
    this.cancelAmount = stated != null ? stated : sum(json, cancelHistory, currency);
    if (cancelAmount.isMoreThan(amount)) {
      throw json.problem("cancel_amount", "is more than amount");
    }
    this.payment = IamportPaymentMapper.read(this, json, redaction);
  }

  private static IamportPayment read(JsonObject json) {
    return read(json, PATTERNS_ALONE);
  }

  /**
   * Reads a payment in a response.
   *
   * @param redaction what must not be seen in the words that say why it failed
   * @throws JsonProblem if it is no payment
   * @hidden
   */
  public static IamportPayment read(JsonObject json, Redaction redaction) {
    return new IamportPayment(json, redaction);
  }

  /**
   * Reads a payment that was saved: Iamport's whole response, or the {@code response} part alone.
   *
   * @throws MalformedResponseException if it is anything but a payment, such as an error answer or
   *     a webhook body, or if one of the fields named above is odd
   */
  public static IamportPayment parse(String json) {
    return SavedPayment.read(json, "Iamport payment", TERMS, IamportPayment::saved);
  }

  private static IamportPayment saved(JsonObject document) {
    if (!document.has("response")) {
      return read(document);
    }
    if (document.requiredNumber("code").signum() != 0) {
      throw document.problem("code", "is not 0: this is an error answer, not a payment");
    }
    return read(document.requiredObject("response"));
  }

  private static Money sum(JsonObject json, List<IamportCancellation> rows, String currency) {
    Money sum = Money.zero(currency);
    try {
      for (IamportCancellation row : rows) {
        sum = sum.plus(row.amount());
      }
    } catch (IllegalArgumentException e) {
      throw json.problem("cancel_history", "adds up to no amount: " + e.getMessage());
    }
    return sum;
  }

  /**
   * The same payment in the contract's terms. Of one that was parsed, the words that say why it
   * failed are searched for what looks like a secret; a client, which knows the shop's own,
   * searches for those too.
   */
  public Payment toPayment() {
    return payment;
  }

  private boolean yes(String name) {
    return flag(name).orElse(false);
  }

  // --- what is always there

  /** {@code imp_uid}: Iamport's number for it. */
  public PaymentId paymentId() {
    return paymentId;
  }

  /** {@code merchant_uid}: the shop's order. Several payments may share it. */
  public OrderId orderId() {
    return orderId;
  }

  /** What was ordered or paid; cancels don't change it. */
  public Money amount() {
    return amount;
  }

  /** All cancels together; computed from the history where Iamport doesn't say it. */
  public Money cancelAmount() {
    return cancelAmount;
  }

  /** The currency's code. */
  public String currency() {
    return amount.currency();
  }

  /**
   * Iamport's own word: {@code ready}, {@code paid}, {@code cancelled}, {@code failed}, or one the
   * SDK doesn't know. A partial cancel makes it {@code cancelled} too: see {@link #toPayment()}.
   */
  public String status() {
    return status;
  }

  /** Whether it was made through a test channel. */
  public boolean sandbox() {
    return sandbox;
  }

  /** Every cancel, in Iamport's order. Unmodifiable. */
  public List<IamportCancellation> cancelHistory() {
    return cancelHistory;
  }

  // --- how it was paid

  /** {@code card}, {@code trans}, {@code vbank}, {@code phone}, {@code point}, and many more. */
  public Optional<String> payMethod() {
    return text("pay_method");
  }

  /** Where: {@code pc}, {@code mobile}, {@code api}. */
  public Optional<String> channel() {
    return text("channel");
  }

  /** The payment company, such as {@code html5_inicis}. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** The wallet used inside the payment company's window, such as {@code kakaopay}. */
  public Optional<String> embPgProvider() {
    return text("emb_pg_provider");
  }

  /** The payment company's number for it. */
  public Optional<String> pgTid() {
    return text("pg_tid");
  }

  /** The shop's id at the payment company. */
  public Optional<String> pgId() {
    return text("pg_id");
  }

  /** Whether the money is held in escrow. */
  public boolean escrow() {
    return yes("escrow");
  }

  /** The approval number; a text, for it may begin with zeros. */
  public Optional<String> applyNum() {
    return text("apply_num");
  }

  /** The bank a transfer came from, in three digits. */
  public Optional<String> bankCode() {
    return text("bank_code");
  }

  /** That bank's name. */
  public Optional<String> bankName() {
    return text("bank_name");
  }

  /** The card company: {@code 361}, {@code 041}, also {@code VIS}. */
  public Optional<String> cardCode() {
    return text("card_code");
  }

  /** The card company's name. */
  public Optional<String> cardName() {
    return text("card_name");
  }

  /** Who issued the card; some payment companies only. */
  public Optional<String> cardIssuerCode() {
    return text("card_issuer_code");
  }

  /** Its name. */
  public Optional<String> cardIssuerName() {
    return text("card_issuer_name");
  }

  /** Whose brand the card is; some payment companies only. */
  public Optional<String> cardPublisherCode() {
    return text("card_publisher_code");
  }

  /** Its name. */
  public Optional<String> cardPublisherName() {
    return text("card_publisher_name");
  }

  /** In how many months it is paid; 0 for all at once. */
  public OptionalInt cardQuota() {
    return integer("card_quota");
  }

  /** The card's number, masked in the payment company's way. Keep it out of logs. */
  public Optional<String> cardNumber() {
    return text("card_number");
  }

  /** 0 for a credit card, 1 for a check card; empty where the payment company doesn't say. */
  public OptionalInt cardType() {
    return integer("card_type");
  }

  // --- the virtual account

  /** The account's bank, in three digits. */
  public Optional<String> vbankCode() {
    return text("vbank_code");
  }

  /** Its name. */
  public Optional<String> vbankName() {
    return text("vbank_name");
  }

  /** The account's number; may hold letters and dashes. */
  public Optional<String> vbankNum() {
    return text("vbank_num").filter(number -> !number.equals("0"));
  }

  /** In whose name it is; tosspayments doesn't say. */
  public Optional<String> vbankHolder() {
    return text("vbank_holder");
  }

  /** Until when a deposit is taken. */
  public Optional<Instant> vbankDate() {
    return time("vbank_date");
  }

  /** When the account was issued. */
  public Optional<Instant> vbankIssuedAt() {
    return time("vbank_issued_at");
  }

  /** Transfers into a fixed virtual account without limit. Unmodifiable. */
  public List<IamportDeposit> depositHistory() {
    return objects("deposit_history", IamportDeposit::new);
  }

  // --- the order and the buyer; personal data, keep it out of logs

  /** What was bought. */
  public Optional<String> name() {
    return text("name");
  }

  /** The buyer's name. */
  public Optional<String> buyerName() {
    return text("buyer_name");
  }

  /** The buyer's mail address. */
  public Optional<String> buyerEmail() {
    return text("buyer_email");
  }

  /** The buyer's phone number. */
  public Optional<String> buyerTel() {
    return text("buyer_tel");
  }

  /** The buyer's address. */
  public Optional<String> buyerAddr() {
    return text("buyer_addr");
  }

  /** The buyer's postcode. */
  public Optional<String> buyerPostcode() {
    return text("buyer_postcode");
  }

  /** What the shop attached: any text; JSON text if it attached an object. Never decoded here. */
  public Optional<String> customData() {
    return text("custom_data");
  }

  /** The buyer's browser. */
  public Optional<String> userAgent() {
    return text("user_agent");
  }

  /** The billing key it was paid with. */
  public Optional<String> customerUid() {
    return text("customer_uid");
  }

  /** What for: {@code issue}, {@code payment}, {@code payment.scheduled}. */
  public Optional<String> customerUidUsage() {
    return text("customer_uid_usage");
  }

  // --- when, and what came of it

  /** When the window was opened. */
  public Optional<Instant> startedAt() {
    return time("started_at");
  }

  /** When it was captured; stays set after a cancel. */
  public Optional<Instant> paidAt() {
    return time("paid_at");
  }

  /** When it failed. */
  public Optional<Instant> failedAt() {
    return time("failed_at");
  }

  /** When it was last cancelled. */
  public Optional<Instant> cancelledAt() {
    return time("cancelled_at");
  }

  /** Why it failed, as Iamport sends it: may hold phone numbers or ids. */
  public Optional<String> failReason() {
    return text("fail_reason");
  }

  /** Why it was cancelled. */
  public Optional<String> cancelReason() {
    return text("cancel_reason");
  }

  /** The receipt. */
  public Optional<String> receiptUrl() {
    return text("receipt_url");
  }

  /** Receipts of the cancels; each row of {@link #cancelHistory()} has its own as well. */
  public List<String> cancelReceiptUrls() {
    return texts("cancel_receipt_urls");
  }

  /** Whether a cash receipt was issued. */
  public boolean cashReceiptIssued() {
    return yes("cash_receipt_issued");
  }

  /** The promotion that was applied. */
  public Optional<IamportPromotion> promotion() {
    return object("promotion", IamportPromotion::new);
  }

  /** The payment company's own fields as JSON text; only if they were asked for. */
  public Optional<String> extension() {
    return json("extension");
  }

  /** Shows ids, status and amounts; never buyer, card or account. */
  @Override
  public String toString() {
    return "IamportPayment[imp_uid="
        + paymentId
        + ", merchant_uid="
        + orderId
        + ", "
        + payment.status()
        + ", amount="
        + amount
        + ", cancel_amount="
        + cancelAmount.toPlainString()
        + "]";
  }
}
