package kr.pgsdk.toss.payouts;

/** Every path of this artifact. Those marked with a ? are not confirmed by a source. */
final class PayoutPaths {
  private static final String V2 = "v2";

  private PayoutPaths() {}

  /** GET. */
  static String[] balances() {
    return new String[] {V2, "balances"};
  }

  /** POST registers; GET lists (?). */
  static String[] sellers() {
    return new String[] {V2, "sellers"};
  }

  /** GET finds, POST changes, DELETE deletes. */
  static String[] seller(String id) {
    return new String[] {V2, "sellers", id};
  }

  /** POST asks for payouts (?); GET lists (?). */
  static String[] payouts() {
    return new String[] {V2, "payouts"};
  }

  /** GET finds (?). */
  static String[] payout(String id) {
    return new String[] {V2, "payouts", id};
  }

  /** POST cancels (?). */
  static String[] cancel(String id) {
    return new String[] {V2, "payouts", id, "cancel"};
  }
}
