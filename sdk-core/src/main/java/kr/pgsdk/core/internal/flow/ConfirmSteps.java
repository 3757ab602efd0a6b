package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.Deadline;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link ConfirmFlow}. */
public interface ConfirmSteps {
  /**
   * What a lookup found.
   *
   * @param refusal says why there is no payment
   * @param over whether so much time has passed that nothing can be captured any more
   */
  record Found(@Nullable Payment payment, @Nullable GatewayException refusal, boolean over) {}

  /**
   * An answer to a capture.
   *
   * @param mayBeReplay whether it can be an old answer, given again for the same key
   */
  record Captured(Payment payment, boolean mayBeReplay) {}

  /** What the gateway calls its fields. */
  GatewayTerms terms();

  /** Whether a confirm captures here; else the checkout has done it, and a confirm reads. */
  boolean captures();

  /** Fetches the payment; the answer may be about another one. */
  Found find(PaymentId paymentId, Deadline deadline);

  /**
   * Captures. Only called if {@link #captures()}.
   *
   * @param number 1, or the next after a refusal that may have passed: each has a key of its own
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed
   */
  Captured capture(ConfirmRequest request, int number, Deadline deadline);

  /** What a refusal of a capture proves. */
  RefusalClass classify(GatewayException refusal);

  /** Whether another sending may get another answer than this refusal. */
  boolean mayPass(GatewayException refusal);

  /** Whether a refusal says that the gateway knows no such payment. */
  boolean saysNotFound(GatewayException refusal);

  /** Whether a refusal is about the address that was called, not about the payment. */
  boolean isMisdirected(GatewayException refusal);

  /** Waits before the next capture; false if there must be none. */
  boolean pause(int number, Deadline deadline);

  /** Whether a payment made through a test channel may count as paid. */
  boolean acceptsTestPayments();

  /** Whether a payment that this promotion has reduced may count as paid. */
  boolean acceptsPromotion(Promotion promotion);

  /** Whether a status that isn't known in general means that the buyer hasn't finished. */
  boolean isUnfinished(Payment payment);
}
