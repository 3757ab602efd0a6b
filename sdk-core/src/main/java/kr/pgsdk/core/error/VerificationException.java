package kr.pgsdk.core.error;

import java.util.List;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * A payment isn't the expected one: from {@code Confirmation.orElseThrow()}, or from a cancel whose
 * payment is of another order than the request says. Nothing was cancelled. For operators, never
 * for the buyer's screen.
 */
public final class VerificationException extends PaymentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mismatch> mismatches;

  VerificationException(String message, GatewayTerms terms, List<Mismatch> mismatches) {
    super(message, ErrorDetails.builder(terms.gateway()).build());
    this.mismatches = List.copyOf(mismatches);
  }

  /** Every difference. Unmodifiable. */
  public List<Mismatch> mismatches() {
    return mismatches;
  }
}
