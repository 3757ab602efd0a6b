package kr.pgsdk.durable;

import java.time.Duration;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Refusal;

/** What to show a buyer who came back from the checkout. */
public sealed interface Arrival {
  /**
   * The order is paid. The shop's handler has been told, or will be: don't deliver by this.
   *
   * @param orderId the order
   */
  record Paid(OrderId orderId) implements Arrival {}

  /**
   * A virtual account was issued: show {@code payment().virtualAccount()}.
   *
   * @param payment the payment that awaits the deposit
   */
  record AwaitingDeposit(Payment payment) implements Arrival {}

  /**
   * Not paid.
   *
   * @param why what to tell the buyer
   * @param refusal the gateway's own reason, if it gave one
   */
  record NotPaid(Reason why, Optional<Refusal> refusal) implements Arrival {}

  /**
   * Not known yet: a payment of the order is being captured, a response was lost, or the shop's
   * handler is still at work on something else of the order. The store knows of it, and {@code
   * resume} finds out. A reload may ask again.
   *
   * @param askAgainIn when a reload is worth it
   */
  record UnderWay(Duration askAgainIn) implements Arrival {}

  /** Why an order isn't paid. The set may grow. */
  enum Reason {
    /** The shop has opened no such order; nothing was sent. */
    UNKNOWN_ORDER,
    /**
     * The order was closed. Toss captures nothing then. Iamport may have captured already: the
     * handler is told of money that came after the close.
     */
    CLOSED,
    /** The buyer gave up, or the checkout failed before there was a payment. */
    NOT_STARTED,
    /** The payment was refused, has failed, or has expired. The buyer may try again. */
    REFUSED,
    /** It isn't paid yet. */
    NOT_YET_PAID,
    /**
     * What came back isn't what the order costs, or is of another order. Toss captures nothing
     * then. Iamport may have captured already, and the handler is told.
     */
    MISMATCH,
    /** It was paid and cancelled since. */
    CANCELLED,
    /** A deposit is awaited. To be paid otherwise, close the order, and open another one. */
    DEPOSIT_AWAITED,
    /** The gateway shows something that the SDK doesn't know; it is looked at again. */
    UNKNOWN
  }
}
