package kr.pgsdk.sandbox.servers;

import java.util.List;

/** Where something can happen to a server, named by what it has just done. */
enum Point {
  /** T1 stands, and the confirm isn't sent. Where the checkout captures there is no slot. */
  SLOT_COMMITTED,
  /** The gateway has executed the confirm, and holds its answer. */
  CONFIRM_EXECUTED,
  /** The answer to the confirm is there, and T2 isn't begun. */
  CONFIRM_ANSWERED,
  /** T2 stands, and T3 isn't begun. */
  OBSERVED,
  /** The shop's handler has written, and goes on. */
  IN_HANDLER,
  /** The handler has returned, and T3 isn't committed. */
  HANDLER_RETURNED,
  /** T3 stands, and the buyer has no answer. */
  DELIVERED,
  /** The transaction that requested a refund stands. */
  REFUND_REQUESTED,
  /** The refund is in flight in the store, and the socket isn't touched. */
  REFUND_INTENDED,
  /** The gateway has executed the refund, and holds its answer. */
  REFUND_EXECUTED,
  /** The answer to the refund is there, and its end isn't written. */
  REFUND_ANSWERED,
  /** What a webhook said is noted, and nobody has looked. */
  HINTED,
  /** A piece of work is leased, and not begun. */
  CLAIMED;

  /** Whether the gateway brings a server here. */
  boolean isAtGateway() {
    return this == CONFIRM_EXECUTED || this == REFUND_EXECUTED;
  }

  /** Whether it is a point of a refund. */
  boolean isOfRefund() {
    return name().startsWith("REFUND_");
  }

  /** Whether it is a point of a webhook's way. */
  boolean isOfWebhook() {
    return this == HINTED || this == CLAIMED;
  }

  /** Whether a transaction with these statements brings a server here when it is committed. */
  boolean isAfter(List<String> statements) {
    boolean delivers = has(statements, "into booked");
    return switch (this) {
      case SLOT_COMMITTED -> has(statements, "update pay_order") && !delivers;
      case OBSERVED -> has(statements, "into pay_payment") && !delivers;
      case DELIVERED -> delivers;
      case REFUND_REQUESTED -> has(statements, "into pay_refund (");
      case REFUND_INTENDED -> has(statements, "update pay_refund ");
      case HINTED -> has(statements, "hints=hints+1");
      case CLAIMED -> has(statements, "fence=fence+1, owner=");
      default -> false;
    };
  }

  /** Whether a transaction with these statements brings a server here before it is committed. */
  boolean isBefore(List<String> statements) {
    return this == HANDLER_RETURNED && has(statements, "into booked");
  }

  private static boolean has(List<String> statements, String text) {
    return statements.stream().anyMatch(sql -> sql.contains(text));
  }
}
