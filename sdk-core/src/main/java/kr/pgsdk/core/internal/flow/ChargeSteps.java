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
  /** Whose charge a payment of the order shows. */
  enum Owner {
    /** Of a request with the same mark or key; or there is no mark, and it can be. */
    THIS,
    /** Of another request: it carries that one's mark, or isn't a charge of this billing key. */
    ANOTHER
  }

  /**
   * What a lookup of the order found.
   *
   * @param payment the one that tells most about the order; null if there is none
   * @param owner whose charge it is
   */
  record Found(@Nullable Payment payment, Owner owner) {}

  /** What the gateway calls its fields. */
  GatewayTerms terms();

  /**
   * By what the gateway recognises a repetition of the charge; null if it recognises none.
   *
   * @return a text that differs wherever the gateway would charge a second time
   */
  @Nullable String key(ChargeRequest request);

  /** Looks for the order's payment. */
  Found find(ChargeRequest request, Deadline deadline);

  /**
   * Sends the charge.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed
   */
  Captured charge(ChargeRequest request, Deadline deadline);

  /** What a refusal of a charge proves. */
  RefusalClass classify(GatewayException refusal);
}
