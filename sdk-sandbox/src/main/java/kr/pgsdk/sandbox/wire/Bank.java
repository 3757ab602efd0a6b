package kr.pgsdk.sandbox.wire;

import java.util.List;
import kr.pgsdk.core.PaymentId;

/** The bank at which buyers pay into the accounts that a gateway issued. Thread-safe. */
public interface Bank {
  /** Every account that was issued, newest first. */
  List<BankAccount> accounts();

  /**
   * The buyer pays in.
   *
   * @throws IllegalArgumentException if this gateway has no such payment
   * @throws IllegalStateException if it has no account that takes the deposit, or its time is over
   */
  void deposit(PaymentId paymentId);
}
