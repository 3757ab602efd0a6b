package kr.pgsdk.durable;

import java.time.Duration;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Refusal;

/** The result of a return: what to show a buyer who came back from the checkout. */
public sealed interface Arrival {
  /**
   * The order is paid. The shop's handler has got the event, or will get it: don't deliver because
   * of this result.
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
   * handler still works on another change of the order. The store has recorded the return, and
   * {@code resume} finds out. A reload may ask again.
   *
   * @param askAgainIn after what time a reload may show more
   */
  record UnderWay(Duration askAgainIn) implements Arrival {}

  /** Why an order isn't paid. The set may grow. */
  enum Reason {
    /** The shop has opened no such order; nothing was sent. */
    UNKNOWN_ORDER,
    /**
     * The order was closed. Toss captures nothing then. Iamport may have captured already: then the
     * handler gets {@code PaidAfterClose}.
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
     * then. Iamport may have captured already: then the handler gets an event.
     */
    MISMATCH,
    /** It was paid, and then cancelled. */
    CANCELLED,
    /**
     * A deposit is awaited. To let the buyer pay in another way, close the order, and open another
     * one.
     */
    DEPOSIT_AWAITED,
    /** The gateway shows a status that the SDK doesn't know; the SDK will look again. */
    UNKNOWN
  }
}
