package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A virtual account that was issued. Guarded by the simulation's lock. */
final class PortOneAccount {
  final String bank;
  final String number;
  final String holder;
  final boolean fixed;
  final Instant issuedAt;
  final Instant due;

  /** Who paid in; null while nobody has. */
  @Nullable String depositor;

  PortOneAccount(
      String bank, String number, String holder, boolean fixed, Instant issuedAt, Instant due) {
    this.bank = bank;
    this.number = number;
    this.holder = holder;
    this.fixed = fixed;
    this.issuedAt = issuedAt;
    this.due = due;
  }
}
