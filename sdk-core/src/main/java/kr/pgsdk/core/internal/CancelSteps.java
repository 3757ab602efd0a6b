package kr.pgsdk.core.internal;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link Cancelling}. */
public interface CancelSteps {
  /**
   * How the gateway answered a cancel.
   *
   * @param payment the payment after it
   * @param replayed whether the answer is an old one, given again for a request executed before
   * @param underWay whether it shows this very cancel as taken and not done yet, whatever the
   *     balance says
   */
  record Executed(Payment payment, boolean replayed, boolean underWay) {}

  /** What the gateway calls its fields. */
  GatewayTerms terms();

  /**
   * Fetches the payment.
   *
   * @throws GatewayException if there is none
   */
  Payment lookUp(PaymentId paymentId, Deadline deadline);

  /**
   * Sends the cancel, once as far as the gateway's ledger goes.
   *
   * @param balance the balance the gateway must find, or execute nothing; zero for a payment that
   *     was never captured
   * @param known the payment before it, if it was looked up
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed
   */
  Executed execute(
      CancelRequest request, Money balance, @Nullable Payment known, Deadline deadline);

  /** Whether a refusal with this code leaves open what happened. */
  boolean isUncertain(GatewayException refusal);

  /** Whether a success that shows no trace of the cancel means that it is under way. */
  boolean untracedIsPending();
}
