package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.internal.time.Deadline;

/**
 * A request for the gateway that is built, so that all rules of its fields are checked, but not yet
 * sent.
 *
 * @param <R> what the response is read into
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
