package kr.pgsdk.core.error;

import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** Calls the constructors of this package for the SDK. */
final class ExceptionFactory extends Errors {
  @Override
  public boolean isOwnRefusal(PaymentException e) {
    return e.isOwnRefusal();
  }

  @Override
  public GatewayException gateway(String message, ErrorDetails details) {
    return new GatewayException(message, details);
  }

  @Override
  public AuthenticationException authentication(String message, ErrorDetails details) {
    return new AuthenticationException(message, details);
  }

  @Override
  public TransportException transport(String message, ErrorDetails details) {
    return new TransportException(message, details);
  }

  @Override
  public MalformedResponseException malformed(String message, ErrorDetails details) {
    return new MalformedResponseException(message, details);
  }

  @Override
  public OutcomeUnknownException outcomeUnknown(
      String message,
      ErrorDetails details,
      @Nullable PaymentLookup lookup,
      @Nullable CancelRequest pendingCancel) {
    return new OutcomeUnknownException(message, details, lookup, pendingCancel);
  }

  @Override
  public VerificationException verification(
      String message, GatewayTerms terms, List<Mismatch> mismatches) {
    return new VerificationException(message, terms, mismatches);
  }
}
