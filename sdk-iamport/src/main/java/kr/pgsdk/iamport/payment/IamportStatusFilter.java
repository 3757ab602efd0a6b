package kr.pgsdk.iamport.payment;

import java.util.Locale;
import kr.pgsdk.core.internal.http.HttpRequest;

/**
 * Which payments are listed, by Iamport's own status. A partly cancelled payment counts as
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

  /** Narrows a request for an order's payments. */
  HttpRequest.Builder within(HttpRequest.Builder ofOrder) {
    // The status segment is left off for all: the word "all" belongs to /payments/status alone.
    return this == ALL ? ofOrder : ofOrder.path(word());
  }
}
