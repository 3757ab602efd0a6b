package kr.pgsdk.sandbox.wire;

import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;

/**
 * An account that was issued for a payment, as the buyer's bank sees it.
 *
 * @param bank its bank, as a word
 * @param due until when the deposit may come
 */
public record BankAccount(
    PaymentId paymentId,
    String orderId,
    String orderName,
    Money amount,
    String bank,
    String number,
    Instant due,
    State state) {

  /** What became of it. */
  public enum State {
    /** The deposit is awaited. */
    OPEN,
    /** The deposit is there. */
    PAID,
    /** It takes no deposit any more. */
    CLOSED
  }
}
