package kr.pgsdk.sandbox.toss;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A virtual account that was issued. Guarded by the simulation's lock. */
final class TossAccount {
  final String number;
  final Instant due;
  final String bankCode;
  final String holder;

  /** Whether it is the shop's for good, and not made for one payment. */
  final boolean fixed;

  /** Who paid in; null while nobody has. */
  @Nullable String depositor;

  TossAccount(String number, Instant due, String bankCode, String holder, boolean fixed) {
    this.number = number;
    this.due = due;
    this.bankCode = bankCode;
    this.holder = holder;
    this.fixed = fixed;
  }
}
