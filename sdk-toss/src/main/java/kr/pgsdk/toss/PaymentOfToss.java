package kr.pgsdk.toss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.internal.JsonObject;
import kr.pgsdk.core.internal.Redaction;
import org.jspecify.annotations.Nullable;

/** What the contract makes of a Toss payment: its status above all, and what is left of it. */
final class PaymentOfToss {
  static final GatewayTerms TERMS =
      new GatewayTerms("toss", "orderId", "paymentKey", "totalAmount");
  private static final Redaction REDACTION = new Redaction(List.of());

  private final TossPayment toss;
  private final JsonObject json;
  private final Money total;
  private final @Nullable Money balanceAmount;
  private final List<PaymentCancel> cancels = new ArrayList<>();
  private final BigDecimal cancelled;

  private PaymentOfToss(TossPayment toss, @Nullable Money balanceAmount, JsonObject json) {
    this.toss = toss;
    this.json = json;
    this.total = toss.totalAmount();
    this.balanceAmount = balanceAmount;
    BigDecimal sum = BigDecimal.ZERO;
    for (TossCancel cancel : toss.cancels()) {
      cancels.add(cancel.toPaymentCancel());
      sum = cancel.state() == State.DONE ? sum.add(cancel.cancelAmount().amount()) : sum;
    }
    this.cancelled = sum;
  }

  /**
   * Returns the payment.
   *
   * @param balanceAmount what Toss says is left of it; null if it doesn't say
   * @throws kr.pgsdk.core.internal.JsonProblem if its amounts can't be
   */
  static Payment read(TossPayment toss, @Nullable Money balanceAmount, JsonObject json) {
    try {
      return new PaymentOfToss(toss, balanceAmount, json).payment();
    } catch (IllegalArgumentException e) {
      throw json.problem("cancels", "don't add up: " + e.getMessage());
    }
  }

  private Payment payment() {
    PaymentStatus status = status();
    Money balance = balance(status.known());
    JsonObject failure = json.object("failure");
    return Payment.builder(TERMS, toss.paymentKey(), toss.orderId(), total, status)
        .balance(balance)
        .cancelled(cancelled(status.known(), balance))
        .method(json.text("method"))
        .orderName(json.text("orderName"))
        .paidAt(json.koreanTime("approvedAt"))
        .virtualAccount(virtualAccount())
        .cancels(cancels)
        .failure(
            failure == null ? null : code(failure.text("code")),
            failure == null ? null : REDACTION.redact(failure.text("message")))
        .build();
  }

  private PaymentStatus status() {
    String word = toss.status();
    BigDecimal left = left();
    if (left.signum() < 0 || left.compareTo(total.amount()) > 0) {
      return new PaymentStatus(Known.UNKNOWN, word);
    }
    return switch (word) {
      case "DONE" -> PaymentStatus.ofPaidWord(word, total, moneyLeft());
      case "CANCELED", "PARTIAL_CANCELED" ->
          PaymentStatus.ofCancelledWord(word, total, moneyLeft(), everPaid());
      case "READY" -> new PaymentStatus(Known.READY, word);
      case "IN_PROGRESS" -> new PaymentStatus(Known.IN_PROGRESS, word);
      case "WAITING_FOR_DEPOSIT" -> new PaymentStatus(Known.WAITING_FOR_DEPOSIT, word);
      case "ABORTED" -> new PaymentStatus(Known.FAILED, word);
      case "EXPIRED" -> new PaymentStatus(Known.EXPIRED, word);
      default -> new PaymentStatus(Known.UNKNOWN, word);
    };
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

  /**
   * Whether it was captured at any time. An account nobody has paid into can be cancelled too, but
   * only as a whole (NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT).
   */
  private boolean everPaid() {
    return json.koreanTime("approvedAt") != null
        || toss.status().equals("PARTIAL_CANCELED")
        || (cancelled.signum() > 0 && json.object("virtualAccount") == null);
  }

  /** Toss counts the whole amount as balance before the capture too; nothing can be cancelled. */
  private Money balance(Known status) {
    return switch (status) {
      case PAID, PARTIALLY_CANCELLED, UNKNOWN -> moneyLeft();
      case CANCELLED, READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED ->
          Money.zero(toss.currency());
    };
  }

  private Money cancelled(Known status, Money balance) {
    boolean untold =
        cancels.isEmpty() && (status == Known.CANCELLED || status == Known.PARTIALLY_CANCELLED);
    return untold && everPaid() ? total.minus(balance) : Money.of(cancelled, toss.currency());
  }

  private @Nullable VirtualAccount virtualAccount() {
    JsonObject account = json.object("virtualAccount");
    String number = account == null ? null : account.text("accountNumber");
    if (account == null || number == null) {
      return null;
    }
    String code = account.text("bankCode");
    return VirtualAccount.of(
        code != null ? code : account.text("bank"),
        number,
        account.text("customerName"),
        account.koreanTime("dueDate"));
  }

  /** A code as it is; of anything else what may be seen. */
  private static @Nullable String code(@Nullable String code) {
    return code == null || TossAnswers.isCode(code) ? code : REDACTION.redact(code);
  }
}
