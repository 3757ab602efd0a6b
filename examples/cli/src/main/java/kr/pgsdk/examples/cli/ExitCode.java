package kr.pgsdk.examples.cli;

/** How {@code pg} ends, for scripts. */
final class ExitCode {
  /** Done; also a payment that waits for its deposit, and a cancel that is pending. */
  static final int DONE = 0;

  /** The gateway has no such payment (find). */
  static final int NOT_FOUND = 1;

  /** The command line is wrong; nothing was sent. */
  static final int USAGE = 2;

  /** The gateway refused, or the payment is not confirmed. */
  static final int REFUSED = 3;

  /** The gateway doesn't accept the credentials. */
  static final int AUTHENTICATION = 4;

  /** Not executed: run it again. */
  static final int NOT_EXECUTED = 5;

  /** Money may have moved: look up the payment first. */
  static final int OUTCOME_UNKNOWN = 6;

  /** The response can't be read; no money moved. */
  static final int UNREADABLE = 7;

  /** The gateway and the shop's tables differ (reconcile). */
  static final int DIFFERENCES = 8;

  private ExitCode() {}
}
