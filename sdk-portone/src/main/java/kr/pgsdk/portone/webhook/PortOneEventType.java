package kr.pgsdk.portone.webhook;

import kr.pgsdk.core.OpenEnum;

/** What a webhook tells of (opi/ko/integration/webhook/readme-v2). More may come at any time. */
public final class PortOneEventType extends OpenEnum {
  /** The payment window was opened. */
  public static final PortOneEventType TRANSACTION_READY = of("Transaction.Ready");

  /** A payment is paid, or a virtual account paid into. */
  public static final PortOneEventType TRANSACTION_PAID = of("Transaction.Paid");

  /** A virtual account was issued. */
  public static final PortOneEventType TRANSACTION_VIRTUAL_ACCOUNT_ISSUED =
      of("Transaction.VirtualAccountIssued");

  /** A part was cancelled. */
  public static final PortOneEventType TRANSACTION_PARTIAL_CANCELLED =
      of("Transaction.PartialCancelled");

  /** All was cancelled. */
  public static final PortOneEventType TRANSACTION_CANCELLED = of("Transaction.Cancelled");

  /** A payment failed. */
  public static final PortOneEventType TRANSACTION_FAILED = of("Transaction.Failed");

  /** A payment company works on a payment. */
  public static final PortOneEventType TRANSACTION_PAY_PENDING = of("Transaction.PayPending");

  /** A payment company works on a cancel. */
  public static final PortOneEventType TRANSACTION_CANCEL_PENDING = of("Transaction.CancelPending");

  /** A dispute began. */
  public static final PortOneEventType TRANSACTION_DISPUTE_CREATED =
      of("Transaction.DisputeCreated");

  /** A dispute ended. */
  public static final PortOneEventType TRANSACTION_DISPUTE_RESOLVED =
      of("Transaction.DisputeResolved");

  /** PortOne asks whether a payment may be captured (confirm process). */
  public static final PortOneEventType TRANSACTION_CONFIRM = of("Transaction.Confirm");

  /** The window for a billing key was opened. */
  public static final PortOneEventType BILLING_KEY_READY = of("BillingKey.Ready");

  /** A billing key was issued. */
  public static final PortOneEventType BILLING_KEY_ISSUED = of("BillingKey.Issued");

  /** A billing key wasn't issued. */
  public static final PortOneEventType BILLING_KEY_FAILED = of("BillingKey.Failed");

  /** A billing key was deleted. */
  public static final PortOneEventType BILLING_KEY_DELETED = of("BillingKey.Deleted");

  /** A billing key was changed. */
  public static final PortOneEventType BILLING_KEY_UPDATED = of("BillingKey.Updated");

  private PortOneEventType(String text) {
    super(text);
  }

  /**
   * Returns a type.
   *
   * @throws IllegalArgumentException if it is empty or blank
   */
  public static PortOneEventType of(String text) {
    return new PortOneEventType(text);
  }
}
