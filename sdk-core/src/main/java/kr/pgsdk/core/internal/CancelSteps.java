package kr.pgsdk.core.internal;

import java.time.Duration;
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
   * Nobody documents how long a gateway may work on a request whose client is gone. Toss asks
   * clients to wait for 60 s; Iamport's own client gives up after 30 s.
   */
  Duration LONGEST_WORK = Duration.ofSeconds(60);

  /** Whether an answer is an old one, given again for a request executed before. */
  enum Replay {
    /** It is the first. */
    NO,
    /** It is, and the same call had sent the request before: that one was executed. */
    OF_THIS_CALL,
    /** It is, and an earlier call was executed. */
    OF_AN_EARLIER_CALL
  }

  /**
   * How the gateway answered a cancel.
   *
   * @param payment the payment as the answer has it; of a replay, as it was then
   * @param underWay whether it shows this very cancel as taken and not done yet, whatever the
   *     balance says
   */
  record Executed(Payment payment, Replay replay, boolean underWay) {}

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
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed; with a
   *     pending cancel, if it was not sent now because it may have been executed before
   */
  Executed execute(
      CancelRequest request, Money balance, @Nullable Payment known, Deadline deadline);

  /** Whether a refusal with this code leaves open what happened. */
  boolean isUncertain(GatewayException refusal);

  /**
   * Waits before the same cancel is sent again, which a server error has answered and a lookup has
   * shown not done.
   *
   * @param attempt how often it was sent
   * @return false if it must not be sent again
   */
  boolean pause(int attempt, Deadline deadline);

  /**
   * Waits until what was sent before for a request in doubt can't be worked on any more, where it
   * must not be sent again until then, and if that fits into the deadline.
   *
   * @return whether it waited: then the payment is to be looked at anew
   */
  boolean outwait(CancelRequest request, Deadline deadline);

  /** Whether a success that shows no trace of the cancel means that it is under way. */
  boolean untracedIsPending();
}
