package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.http.Outcomes;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link CancelFlow}. */
public interface CancelSteps {
  /**
   * How long after a sending's deadline the gateway may still execute it, and show it only then.
   * Not documented: Toss asks clients to wait for 60 s; Iamport's own client gives up after 30 s.
   */
  Duration LONGEST_WORK = Duration.ofSeconds(60);

  /**
   * A lookup.
   *
   * @param refundsLater whether the payment company accepts a cancel before it carries it out, and
   *     shows nothing of it until then
   */
  record Look(Payment payment, boolean refundsLater) {}

  /** How the gateway answered a cancel. */
  sealed interface Reply {}

  /**
   * It accepted the cancel.
   *
   * @param payment the payment as the response has it; in a replay, as it was then
   * @param replay whether this is an old response, given again for the same key
   * @param followsDoubt whether the same call had sent it before, and may have had it done
   * @param revoked whether it was a virtual account that was closed, whatever the payment's status
   * @param cancelId the number of the cancel that the response names as this one; null if it shows
   *     the payment alone
   */
  record Accepted(
      Payment payment,
      boolean replay,
      boolean followsDoubt,
      boolean revoked,
      @Nullable String cancelId)
      implements Reply {
    /** A response that shows the payment. */
    public Accepted(Payment payment, boolean replay, boolean followsDoubt) {
      this(payment, replay, followsDoubt, false, null);
    }

    /** A response that names the cancel; the payment was looked up after it. */
    public static Accepted named(Payment payment, String cancelId, boolean followsDoubt) {
      return new Accepted(payment, false, followsDoubt, false, cancelId);
    }

    /** The response that a virtual account without a deposit is closed. */
    public static Accepted revoked(Payment payment) {
      return new Accepted(payment, false, false, true, null);
    }
  }

  /**
   * It refused.
   *
   * @param replay whether this is an old response, given again for the same key
   * @param followsDoubt whether the same call had sent it before, and may have had it done
   */
  record Refused(GatewayException refusal, boolean replay, boolean followsDoubt) implements Reply {
    /**
     * Returns the refusal that ended a call in doubt.
     *
     * @throws OutcomeUnknownException the doubt, if no refusal did
     */
    public static Refused in(OutcomeUnknownException doubt, boolean replay) {
      GatewayException refusal = Outcomes.refusalIn(doubt);
      if (refusal == null) {
        throw doubt;
      }
      return new Refused(refusal, replay, true);
    }
  }

  /** What the gateway calls its fields. */
  GatewayTerms terms();

  /**
   * Fetches the payment that a cancel is about, by its payment id; the order it names is a hint.
   *
   * @throws GatewayException if there is none
   */
  Look lookUp(CancelRequest request, Deadline deadline);

  /**
   * Builds the cancel, while nothing counts as sent. A refusal that comes after a doubt of the same
   * sending is a reply, not an {@code OutcomeUnknownException}.
   *
   * @throws IllegalArgumentException if a value breaks a rule of the gateway's request
   */
  Sendable<Reply> cancel(CancelToSend order);

  /** What a refusal proves. */
  RefusalClass classify(GatewayException refusal);

  /** Whether a refusal may come because a refund of the payment is being worked on. */
  boolean saysRefundUnderWay(GatewayException refusal);

  /**
   * For how long after its first sending the gateway surely recognises a repetition by its key;
   * zero if it knows no keys.
   */
  Duration keyLife();

  /** Whether the gateway recognises a repetition by its key. */
  default boolean knowsKeys() {
    return !keyLife().isZero();
  }

  /**
   * Whether an account nobody has paid into is closed by a call of its own, which takes no deposit
   * back.
   */
  default boolean closesAccounts() {
    return false;
  }

  /**
   * Whether a payment may go on waiting for its deposit once the gateway has closed its account.
   */
  default boolean showsClosedAsWaiting() {
    return false;
  }

  /**
   * Whether a cancel of all may take less back than the balance it was sent with, because others
   * are under way that the balance doesn't count yet.
   */
  default boolean fullCancelMayTakeLess() {
    return false;
  }

  /** Whether a cancel is recorded with the very reason it was sent with. */
  boolean keepsReasons();

  /** Whether the gateway records this as the reason of a cancel whose own it doesn't know. */
  boolean isReasonLost(String recorded);

  /** Whether a part gets a reference where the shop gave none. */
  boolean makesReferences();
}
