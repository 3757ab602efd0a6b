package kr.pgsdk.core.error;

import java.util.List;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * A payment isn't the expected one. Thrown by {@code Confirmation.orElseThrow()}, and by a cancel
 * whose payment belongs to another order than the request says; nothing was cancelled. Show the
 * details to operators only, never to the buyer.
 */
public final class VerificationException extends PaymentException {
  private static final long serialVersionUID = 1L;

  private final Mismatch[] mismatches;

  VerificationException(String message, GatewayTerms terms, List<Mismatch> mismatches) {
    super(message, ErrorDetails.builder(terms.gateway()).build());
    this.mismatches = mismatches.toArray(new Mismatch[0]);
  }

  /** Every difference. Unmodifiable. */
  public List<Mismatch> mismatches() {
    return List.of(mismatches);
  }
}
