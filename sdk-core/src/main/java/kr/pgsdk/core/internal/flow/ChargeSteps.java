package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps.Captured;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a gateway adds to {@link ChargeFlow}. */
public interface ChargeSteps {
  /**
   * What a lookup of the order found.
   *
   * @param payment the one that tells most about the order; null if there is none
   * @param byKey whether a billing key made it; if not, it is a checkout's
   * @param others whether it surely isn't what came of the charge that was sent with the mark
   */
  record Found(@Nullable Payment payment, boolean byKey, boolean others) {}

  /** What the gateway calls its fields. */
  GatewayTerms terms();

  /**
   * By what the gateway recognises a repetition of the charge; null if it recognises none.
   *
   * @return a text that differs wherever the gateway would charge a second time
   * @throws IllegalArgumentException if the gateway would refuse the charge by its form
   */
  @Nullable String key(ChargeRequest request);

  /**
   * Looks for the order's payment.
   *
   * @param mark of the charge that was sent; null if none was
   */
  Found find(ChargeRequest request, @Nullable String mark, Deadline deadline);

  /**
   * Sends the charge.
   *
   * @param mark where the gateway recognises no repetition, what tells this charge from another of
   *     the same order
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed
   */
  Captured charge(ChargeRequest request, String mark, Deadline deadline);

  /** What a refusal of a charge proves. */
  RefusalClass classify(GatewayException refusal);

  /** Whether a refusal says that the order is paid already. */
  boolean saysPaid(GatewayException refusal);
}
