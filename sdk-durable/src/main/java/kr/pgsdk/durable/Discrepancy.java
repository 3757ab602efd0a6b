package kr.pgsdk.durable;

import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/**
 * One difference between a gateway's list of a day and the store.
 *
 * @param account the account's name in the shop
 * @param orderId empty if neither the gateway nor the store names it
 * @param atGateway what the gateway shows; empty if it shows nothing
 * @param inStore what the store knows; empty if it knows nothing
 * @param sentence what differs, in one line for people
 */
public record Discrepancy(
    String account,
    Kind kind,
    Optional<OrderId> orderId,
    PaymentId paymentId,
    Optional<Money> atGateway,
    Optional<Money> inStore,
    String sentence) {
  /** Kinds of differences. The set may grow. */
  public enum Kind {
    /** The gateway captured a payment, and the store knows of no capture. */
    UNKNOWN_CAPTURE,
    /** The gateway cancelled a payment that the store doesn't know. */
    UNKNOWN_REFUND,
    /** The gateway cancelled a payment, and no refund of the shop's asked for that. */
    UNCLAIMED_REFUND,
    /** The store knows a captured payment, and the gateway shows none. */
    MISSING_CAPTURE,
    /** A refund is done in the store, and the gateway shows less money given back. */
    MISSING_REFUND,
    /** Another amount or currency was captured than the store knows, or than the order costs. */
    AMOUNT_DIFFERS,
    /** Another amount was given back than the store knows. */
    REFUNDED_DIFFERS,
    /** The amounts agree, and the payment's status doesn't. */
    STATUS_DIFFERS
  }
}
