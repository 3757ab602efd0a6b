package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link ConfirmFlow}; one whose confirm captures, {@link CaptureSteps}. */
public interface ConfirmSteps {
  /**
   * What a lookup found.
   *
   * @param refusal says why there is no payment
   * @param over whether so much time has passed that nothing can be captured any more
   */
  record Found(@Nullable Payment payment, @Nullable GatewayException refusal, boolean over) {}

  /** What the gateway calls its fields. */
  GatewayTerms terms();

  /** Fetches the payment that a confirm is about; the response may be about another one. */
  Found find(ConfirmRequest request, Deadline deadline);

  /**
   * How this request is captured; null if it is looked up and compared alone, for the checkout has
   * captured.
   */
  default @Nullable CaptureSteps capturing(ConfirmRequest request) {
    return null;
  }

  /** Whether a payment made through a test channel may count as paid. */
  boolean acceptsTestPayments();

  /** What to tell an operator about a payment that there is none of; null for nothing. */
  default @Nullable String adviceIfNotFound() {
    return null;
  }

  /** What to tell an operator about a payment made through a test channel; null for nothing. */
  default @Nullable String adviceIfTest() {
    return null;
  }

  /** Whether a payment that this promotion has reduced may count as paid. */
  default boolean acceptsPromotion(Promotion promotion) {
    return false;
  }

  /** Whether a status that isn't known in general means that the buyer hasn't finished. */
  default boolean isUnfinished(Payment payment) {
    return false;
  }
}
