package kr.pgsdk.iamport;

import java.util.Locale;

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
}
