package kr.pgsdk.portone.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import kr.pgsdk.core.CardPayment;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.internal.flow.StatusRules;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.KoreanTime;
import org.jspecify.annotations.Nullable;

/** What the contract makes of a PortOne payment: its status above all, and what is left of it. */
final class PortOnePaymentMapper {
  /** In these the channel must be there: it says whether the money is real. */
  private static final Set<String> HELD = Set.of("PAID", "PARTIAL_CANCELLED");

  private final PortOnePayment portone;
  private final JsonObject json;
  private final Money total;
  private final Money discount;
  private final List<PaymentCancel> cancels;
  private final BigDecimal cancelled;
  private final @Nullable String paidAt;
  private final @Nullable JsonObject failure;
  private final @Nullable JsonObject method;
  private final @Nullable VirtualAccount virtualAccount;
  private final RefundStatus refundStatus;
  private final boolean test;

  private PortOnePaymentMapper(PortOnePayment portone, JsonObject json) {
    this.portone = portone;
    this.json = json;
    PortOneAmount amount = portone.amount();
    this.total = amount.total();
    this.discount = amount.discount().orElseGet(() -> Money.zero(portone.currency()));
    this.cancels =
        portone.cancellations().stream().map(PortOneCancellation::toPaymentCancel).toList();
    this.cancelled = amount.cancelled().map(Money::amount).orElseGet(() -> sum(State.DONE));
    this.paidAt = json.strict("paidAt", text -> text);
    this.failure = json.strictObject("failure");
    this.method = json.strictObject("method");
    JsonObject account = account(method);
    this.virtualAccount = account == null ? null : virtualAccount(account);
    this.refundStatus = account == null ? RefundStatus.NONE : refundStatus(account);
    this.test = isTest();
    json.requireOnce("promotionId", "version", "cancelledAt");
  }

  /**
   * Returns the payment.
   *
   * @param redaction what must not be seen in the words that say why it failed
   * @throws kr.pgsdk.core.internal.json.JsonProblem if its amounts can't be, or what decides
   *     whether it is paid is odd
   */
  static Payment read(PortOnePayment portone, JsonObject json, Redaction redaction) {
    try {
      return new PortOnePaymentMapper(portone, json).payment(redaction);
    } catch (IllegalArgumentException e) {
      throw json.problem("amount", "doesn't add up: " + e.getMessage());
    }
  }

  private Payment payment(Redaction redaction) {
    PaymentStatus status = status();
    Money balance = balance(status.known());
    return Payment.builder(
            PortOnePayment.TERMS, portone.transactionId(), portone.paymentId(), total, status)
        .balance(balance)
        .cancelled(Money.of(done(status.known()), portone.currency()))
        .method(method == null ? null : method.text("type"))
        .orderName(json.text("orderName"))
        .paidAt(everPaid(status.known()) ? paidTime() : null)
        .test(test)
        .virtualAccount(virtualAccount)
        .card(card())
        .receiptUrl(json.text("receiptUrl"))
        .cancels(cancels)
        .refundStatus(refundStatus)
        .promotion(promotion())
        .failure(failureCode(redaction), failureMessage(redaction))
        .build();
  }

  private static @Nullable JsonObject account(@Nullable JsonObject method) {
    return method != null && "PaymentMethodVirtualAccount".equals(method.strictText("type"))
        ? method
        : null;
  }

  private BigDecimal sum(State state) {
    return cancels.stream()
        .filter(row -> row.state() == state)
        .map(row -> row.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * What was cancelled and isn't under way any more. Whether {@code cancelled} counts what is under
   * way isn't documented.
   */
  private BigDecimal done(Known status) {
    BigDecimal counted = status == Known.CANCELLED && everPaid() ? total.amount() : cancelled;
    return sum(State.DONE).max(counted.subtract(sum(State.PENDING))).min(total.amount());
  }

  /** What can't be cancelled any more. */
  private BigDecimal gone() {
    boolean all = sum(State.DONE).add(sum(State.PENDING)).compareTo(total.amount()) >= 0;
    return all && mayCountAll() ? total.amount() : cancelled.max(sum(State.DONE));
  }

  /** Whether {@code cancelled} includes a discount once all is cancelled isn't documented. */
  private boolean mayCountAll() {
    return left().compareTo(discount.amount()) <= 0;
  }

  private BigDecimal left() {
    return total.amount().subtract(cancelled);
  }

  private Money moneyLeft() {
    return totalLess(cancelled);
  }

  private Money totalLess(BigDecimal gone) {
    BigDecimal left = total.amount().subtract(gone);
    return Money.of(left.max(BigDecimal.ZERO), portone.currency());
  }

  private boolean hasCancel(State state) {
    return cancels.stream().anyMatch(row -> row.state() == state);
  }

  private PaymentStatus status() {
    String word = portone.status();
    if (left().signum() < 0) {
      return new PaymentStatus(Known.UNKNOWN, word);
    }
    return switch (word) {
      case "PAID" -> paid(word);
      case "PARTIAL_CANCELLED" -> partiallyCancelled(word);
      case "CANCELLED" ->
          mayCountAll()
              ? new PaymentStatus(Known.CANCELLED, word)
              : StatusRules.ofCancelledWord(word, total, moneyLeft(), everPaid());
      case "VIRTUAL_ACCOUNT_ISSUED" ->
          uncaptured(virtualAccount == null ? Known.READY : Known.WAITING_FOR_DEPOSIT, word);
      case "READY" -> uncaptured(Known.READY, word);
      // The filter of lists calls it PENDING.
      case "PAY_PENDING", "PENDING" -> uncaptured(Known.IN_PROGRESS, word);
      case "FAILED" -> uncaptured(Known.FAILED, word);
      default -> new PaymentStatus(Known.UNKNOWN, word);
    };
  }

  /**
   * A cancel under way leaves the word; whether {@code cancelled} counts it already isn't
   * documented.
   */
  private PaymentStatus paid(String word) {
    boolean contradicted =
        refundStatus != RefundStatus.NONE || failure != null || !json.isNull("cancelledAt");
    if (hasCancel(State.PENDING) && !hasCancel(State.DONE) && !contradicted) {
      return new PaymentStatus(Known.CANCEL_PENDING, word);
    }
    return isRestUnderWay()
        ? new PaymentStatus(contradicted ? Known.UNKNOWN : Known.PARTIALLY_CANCELLED, word)
        : StatusRules.ofPaidWord(word, total, moneyLeft(), cancels, contradicted);
  }

  private PaymentStatus partiallyCancelled(String word) {
    return isRestUnderWay()
        ? new PaymentStatus(Known.PARTIALLY_CANCELLED, word)
        : StatusRules.ofCancelledWord(word, total, moneyLeft(), true);
  }

  /** Whether the rest is under way, which no amount shows: a part of the money is still held. */
  private boolean isRestUnderWay() {
    return hasCancel(State.PENDING) && left().signum() == 0;
  }

  /** A word that says that nothing was captured, unless the payment shows otherwise. */
  private PaymentStatus uncaptured(Known known, String word) {
    return new PaymentStatus(paidAt != null || isAnyCancelled() ? Known.UNKNOWN : known, word);
  }

  private boolean isAnyCancelled() {
    return hasCancel(State.PENDING) || hasCancel(State.DONE);
  }

  private boolean everPaid() {
    return paidAt != null || isAnyCancelled() || refundStatus != RefundStatus.NONE;
  }

  private boolean everPaid(Known status) {
    return switch (status) {
      case PAID, PARTIALLY_CANCELLED, CANCEL_PENDING -> true;
      case CANCELLED, UNKNOWN -> everPaid();
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED -> false;
    };
  }

  private Money balance(Known status) {
    return switch (status) {
      case PAID, PARTIALLY_CANCELLED, CANCEL_PENDING, UNKNOWN -> totalLess(gone());
      case CANCELLED, READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED ->
          Money.zero(portone.currency());
    };
  }

  private @Nullable Instant paidTime() {
    return paidAt == null ? null : KoreanTime.parse(paidAt);
  }

  /** A type that nobody knows isn't taken for real money. */
  private boolean isTest() {
    JsonObject channel =
        HELD.contains(portone.status())
            ? json.requiredObject("channel")
            : json.strictObject("channel");
    return channel != null && !channel.requiredText("type").equals("LIVE");
  }

  private @Nullable Promotion promotion() {
    String id = json.text("promotionId");
    return id == null ? null : Promotion.of(id, discount);
  }

  private @Nullable CardPayment card() {
    JsonObject paid = method == null ? null : method.object("easyPayMethod");
    JsonObject by = paid == null ? method : paid;
    JsonObject card = by == null ? null : by.object("card");
    if (by == null || card == null) {
      return null;
    }
    JsonObject installment = by.object("installment");
    OptionalInt month =
        installment == null ? OptionalInt.empty() : new PortOneInstallment(installment).month();
    String issuer = card.text("issuer");
    return CardPayment.of(
        issuer != null ? issuer : card.text("publisher"),
        card.text("number"),
        month.isPresent() ? month.getAsInt() : null);
  }

  private static @Nullable VirtualAccount virtualAccount(JsonObject account) {
    String number = account.strictText("accountNumber");
    String due = account.text("expiredAt");
    return number == null || number.isBlank()
        ? null
        : VirtualAccount.of(
            account.text("bank"),
            number,
            account.text("remitteeName"),
            due == null ? null : KoreanTime.parse(due));
  }

  private static RefundStatus refundStatus(JsonObject account) {
    String word = account.strict("refundStatus", text -> text);
    return switch (word == null ? "" : word) {
      case "" -> RefundStatus.NONE;
      case "PENDING" -> RefundStatus.PENDING;
      case "COMPLETED" -> RefundStatus.COMPLETED;
      case "FAILED" -> RefundStatus.FAILED;
      case "PARTIAL_REFUND_FAILED" -> RefundStatus.PARTIAL_FAILED;
      default -> RefundStatus.UNKNOWN;
    };
  }

  /** The payment company's code, which may be anything. */
  private @Nullable String failureCode(Redaction redaction) {
    String code = failure == null ? null : failure.text("pgCode");
    boolean plain = code != null && JsonObject.isWord(code) && !redaction.finds(code, List.of());
    return plain ? code : redaction.redact(code);
  }

  private @Nullable String failureMessage(Redaction redaction) {
    if (failure == null) {
      return null;
    }
    String reason = failure.text("reason");
    return redaction.redact(reason != null ? reason : failure.text("pgMessage"));
  }
}
