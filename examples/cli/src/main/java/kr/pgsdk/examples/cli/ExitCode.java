package kr.pgsdk.examples.cli;

/** How {@code pg} ends, for scripts. */
final class ExitCode {
  /** Done; also a payment that awaits its deposit, and a cancel that is pending. */
  static final int DONE = 0;

  /** The gateway knows no such payment (find). */
  static final int NOT_FOUND = 1;

  /** The command was used wrongly; nothing was sent. */
  static final int USAGE = 2;

  /** The gateway refused, or the payment is not confirmed. */
  static final int REFUSED = 3;

  /** The gateway doesn't accept the credentials. */
  static final int AUTHENTICATION = 4;

  /** Surely not executed: run it again. */
  static final int NOT_EXECUTED = 5;

  /** Nobody knows whether money moved: look first. */
  static final int OUTCOME_UNKNOWN = 6;

  /** The answer can't be read; no money moved. */
  static final int UNREADABLE = 7;

  private ExitCode() {}
}
