package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.internal.time.Deadline;

/**
 * What the gateway is to be sent: built, so that every rule of its fields is checked, and not sent.
 *
 * @param <R> how the gateway answers
 */
@FunctionalInterface
public interface Sendable<R> {
  /**
   * Sends it.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed
   * @throws kr.pgsdk.core.error.PaymentException if it was not executed
   */
  R send(Deadline deadline);
}
