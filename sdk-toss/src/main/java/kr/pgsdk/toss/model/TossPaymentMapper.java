package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.internal.flow.StatusRules;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.KoreanTime;
import org.jspecify.annotations.Nullable;

/** What the contract makes of a Toss payment: its status above all, and what is left of it. */
final class TossPaymentMapper {
  private static final String VIRTUAL_ACCOUNT = "가상계좌";
  private static final Set<String> NEVER_CAPTURED =
      Set.of("READY", "IN_PROGRESS", "ABORTED", "EXPIRED");

  private final TossPayment toss;
  private final JsonObject json;
  private final Money total;
  private final @Nullable Money balanceAmount;
  private final List<PaymentCancel> cancels = new ArrayList<>();
  private final BigDecimal cancelled;
  private final @Nullable String approvedAt;
  private final @Nullable JsonObject failure;
  private final @Nullable JsonObject account;
  private final @Nullable VirtualAccount virtualAccount;
  private final RefundStatus refundStatus;

  private TossPaymentMapper(TossPayment toss, @Nullable Money balanceAmount, JsonObject json) {
    this.toss = toss;
    this.json = json;
    this.total = toss.totalAmount();
    this.balanceAmount = balanceAmount;
    BigDecimal sum = BigDecimal.ZERO;
    for (TossCancellation cancel : toss.cancels()) {
      cancels.add(cancel.toPaymentCancel());
      sum = cancel.state() == State.DONE ? sum.add(cancel.cancelAmount().amount()) : sum;
    }
    this.cancelled = sum;
    this.approvedAt = json.strict("approvedAt", text -> text);
    this.failure = json.strictObject("failure");
    this.account = json.strictObject("virtualAccount");
    this.virtualAccount = account == null ? null : virtualAccount(account);
    this.refundStatus = account == null ? RefundStatus.NONE : refundStatus(account);
  }

  /**
   * Returns the payment.
   *
   * @param balanceAmount what Toss says is left of it; null if it doesn't say
   * @param redaction what must not be seen in the words that say why it failed
   * @throws kr.pgsdk.core.internal.json.JsonProblem if its amounts can't be, or what decides
   *     whether it is paid is odd
   */
  static Payment read(
      TossPayment toss, @Nullable Money balanceAmount, JsonObject json, Redaction redaction) {
    try {
      return new TossPaymentMapper(toss, balanceAmount, json).payment(redaction);
    } catch (IllegalArgumentException e) {
      throw json.problem("cancels", "don't add up: " + e.getMessage());
    }
  }

  private Payment payment(Redaction redaction) {
    PaymentStatus status = status();
    Money balance = balance(status.known());
    return Payment.builder(TossPayment.TERMS, toss.paymentKey(), toss.orderId(), total, status)
        .balance(balance)
        .cancelled(cancelled(status.known(), balance))
        .method(json.text("method"))
        .orderName(json.text("orderName"))
        .paidAt(paidAt(status.known()))
        .virtualAccount(virtualAccount)
        .card(toss.card().map(TossPaymentMapper::card).orElse(null))
        .receiptUrl(toss.receiptUrl().orElse(null))
        .webhookSecret(toss.secret().orElse(null))
        .cancels(cancels)
        .refundStatus(refundStatus)
        .failure(
            failure == null ? null : code(failure.text("code"), redaction),
            failure == null ? null : redaction.redact(failure.text("message")))
        .build();
  }

  private PaymentStatus status() {
    String word = toss.status();
    BigDecimal left = left();
    if (left.signum() < 0 || left.compareTo(total.amount()) > 0) {
      return new PaymentStatus(Known.UNKNOWN, word);
    }
    return switch (word) {
      case "DONE" ->
          StatusRules.ofPaidWord(word, total, moneyLeft(), cancels, saysThatItIsNotPaid());
      case "CANCELED", "PARTIAL_CANCELED" ->
          StatusRules.ofCancelledWord(word, total, moneyLeft(), everPaid());
      case "READY" -> uncaptured(Known.READY, word);
      case "IN_PROGRESS" -> uncaptured(Known.IN_PROGRESS, word);
      case "WAITING_FOR_DEPOSIT" ->
          uncaptured(virtualAccount == null ? Known.READY : Known.WAITING_FOR_DEPOSIT, word);
      case "ABORTED" -> uncaptured(Known.FAILED, word);
      case "EXPIRED" -> uncaptured(Known.EXPIRED, word);
      default -> new PaymentStatus(Known.UNKNOWN, word);
    };
  }

  /** A word that says that nothing was captured, unless the payment shows otherwise. */
  private PaymentStatus uncaptured(Known known, String word) {
    boolean moved = cancels.stream().anyMatch(row -> row.state() != State.FAILED);
    boolean approved = approvedAt != null && !isAccount();
    return new PaymentStatus(moved || approved ? Known.UNKNOWN : known, word);
  }

  private boolean isAccount() {
    return account != null || VIRTUAL_ACCOUNT.equals(json.text("method"));
  }

  /** Beside its cancels: a deposit that goes back, or a failure without an approval after it. */
  private boolean saysThatItIsNotPaid() {
    return refundStatus != RefundStatus.NONE || (failure != null && approved() == null);
  }

  /** What Toss says is left, else what its finished cancels leave. */
  private BigDecimal left() {
    return balanceAmount != null ? balanceAmount.amount() : total.amount().subtract(cancelled);
  }

  private Money moneyLeft() {
    return balanceAmount != null
        ? balanceAmount
        : Money.of(left().max(BigDecimal.ZERO), toss.currency());
  }

  private @Nullable Instant approved() {
    return approvedAt == null ? null : KoreanTime.parse(approvedAt);
  }

  private @Nullable Instant paidAt(Known status) {
    return switch (status) {
      case PAID, PARTIALLY_CANCELLED, CANCEL_PENDING -> approved();
      case CANCELLED, UNKNOWN -> everPaid() ? approved() : null;
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED -> null;
    };
  }

  /** Whether it was captured at any time. */
  private boolean everPaid() {
    if (toss.status().equals("DONE") || toss.status().equals("PARTIAL_CANCELED")) {
      return true;
    }
    if (NEVER_CAPTURED.contains(toss.status())) {
      return false;
    }
    if (isAccount()) {
      return isDepositSeen();
    }
    return approvedAt != null || cancels.stream().anyMatch(row -> row.state() != State.FAILED);
  }

  /**
   * Whether anything shows a deposit into the account. An account without a deposit can be
   * cancelled too, but only as a whole (NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT); API versions
   * 1.x set {@code approvedAt} when they issue it.
   */
  private boolean isDepositSeen() {
    String version = json.text("version");
    boolean approvedWhenIssued = version != null && version.startsWith("1.");
    return refundStatus != RefundStatus.NONE
        || (account != null && account.text("depositorName") != null)
        || (approvedAt != null && !approvedWhenIssued)
        || cancels.stream().anyMatch(row -> !row.amount().equals(total));
  }

  /** Toss counts the whole amount as balance before the capture too; nothing can be cancelled. */
  private Money balance(Known status) {
    return switch (status) {
      case PAID, PARTIALLY_CANCELLED, CANCEL_PENDING, UNKNOWN -> moneyLeft();
      case CANCELLED, READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED ->
          Money.zero(toss.currency());
    };
  }

  private Money cancelled(Known status, Money balance) {
    boolean untold =
        cancels.isEmpty() && (status == Known.CANCELLED || status == Known.PARTIALLY_CANCELLED);
    return untold && everPaid() ? total.minus(balance) : Money.of(cancelled, toss.currency());
  }

  private static @Nullable VirtualAccount virtualAccount(JsonObject account) {
    String number = account.strictText("accountNumber");
    if (number == null || number.isBlank()) {
      return null;
    }
    String due = account.text("dueDate");
    String code = account.text("bankCode");
    return VirtualAccount.of(
        code != null ? code : account.text("bank"),
        number,
        account.text("customerName"),
        due == null ? null : KoreanTime.parseEnd(due));
  }

  private static CardPayment card(TossCard card) {
    OptionalInt months = card.installmentPlanMonths();
    return CardPayment.of(
        card.issuerCode().or(card::company).orElse(null),
        card.number().orElse(null),
        months.isPresent() ? months.getAsInt() : null);
  }

  private static RefundStatus refundStatus(JsonObject account) {
    String word = account.strict("refundStatus", text -> text);
    return switch (word == null ? "NONE" : word) {
      case "NONE" -> RefundStatus.NONE;
      case "PENDING" -> RefundStatus.PENDING;
      case "COMPLETED" -> RefundStatus.COMPLETED;
      case "FAILED" -> RefundStatus.FAILED;
      case "PARTIAL_FAILED" -> RefundStatus.PARTIAL_FAILED;
      default -> RefundStatus.UNKNOWN;
    };
  }

  /** A code as it is; of anything else what may be seen. */
  private static @Nullable String code(@Nullable String code, Redaction redaction) {
    boolean plain =
        code != null && TossErrorCode.isWellFormed(code) && !redaction.finds(code, List.of());
    return plain ? code : redaction.redact(code);
  }
}
