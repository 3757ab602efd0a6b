package kr.pgsdk.iamport;

import java.util.Locale;
import kr.pgsdk.core.OrderId;

/**
 * Which payments are listed, by Iamport's own word for where they stand. A partial cancel counts as
 * cancelled.
 */
public enum IamportStatusFilter {
  /** Whatever the status. */
  ALL,
  /** The window was opened and nothing was paid; also a virtual account awaiting its deposit. */
  READY,
  /** Paid, and nothing cancelled. */
  PAID,
  /** Cancelled, wholly or in part. */
  CANCELLED,
  /** Failed. */
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path to an order's payments in this status. */
  String[] ofOrder(String operation, OrderId orderId) {
    // The status segment is left off for all: the word "all" belongs to /payments/status alone.
    return this == ALL
        ? new String[] {"payments", operation, orderId.value()}
        : new String[] {"payments", operation, orderId.value(), word()};
  }
}
