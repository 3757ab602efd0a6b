package kr.pgsdk.sandbox.wire;

import java.util.List;
import java.util.function.Consumer;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen and done at a gateway behind the shop's back. Thread-safe. An unknown payment is
 * an {@link IllegalArgumentException} throughout.
 */
public interface BackOffice {
  /** The payments of an order, in any order. */
  List<PaymentId> payments(OrderId orderId);

  /** Every movement of the payment's money so far. */
  List<LedgerEntry> ledger(PaymentId id);

  /** Every refund that was taken on, oldest first, with all that became of it. */
  List<RefundRecord> refunds(PaymentId id);

  /**
   * Lets every refund that is asked for from now on be refused: at Toss with this code, at Iamport
   * with these words of the card company, at PortOne V2 with this error type or the company's code.
   *
   * @throws IllegalArgumentException if Toss has no such code
   */
  void refuseRefunds(PaymentId id, String why);

  /** The order the payment was opened for. */
  OrderId orderId(PaymentId id);

  /** The amount the payment was opened with. */
  Money amount(PaymentId id);

  /** How the payment stands: another text after each change that a webhook may tell of. */
  String state(PaymentId id);

  /** Calls {@code told} after each change that no request made, outside of every lock. */
  void onChange(Consumer<PaymentId> told);

  /**
   * What this gateway sends of its own accord; null for one whose webhooks follow from how a
   * payment stands.
   */
  default @Nullable Outbox outbox() {
    return null;
  }

  /** What the gateway sends to the shop about the payment as it stands now; may be nothing. */
  List<WireWebhook> webhooks(PaymentId id);

  /**
   * The query with which the browser comes back to the shop, without a question mark.
   *
   * @param claimed the amount that the browser names, where it names one
   */
  String redirectQuery(PaymentId id, Money claimed);

  /**
   * An operator gives {@code amount} back.
   *
   * @throws IllegalStateException if less is left
   */
  void cancel(PaymentId id, Money amount);

  /** Carries out the cancels that wait. */
  void settleRefunds(PaymentId id);

  /** Lets the cancels that wait fail. */
  void failRefunds(PaymentId id);
}
