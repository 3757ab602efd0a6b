package kr.pgsdk.sandbox.window;

import kr.pgsdk.core.PaymentId;

/** Loses a gateway's answers about one payment on their way to the shop. */
@FunctionalInterface
public interface LostAnswers {
  /**
   * Loses the answer to the next request that the shop confirms the payment with, or to every
   * request about it until the sandbox's faults are cleared.
   */
  void lose(PaymentId paymentId, boolean all);
}
