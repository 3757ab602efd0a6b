package kr.pgsdk.core.internal.access;

import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of {@code core.error}, whose constructors aren't public, and opens them. */
public interface ErrorFactory {
  /** Whether an error was made with {@link ErrorDetails.Builder#ownRefusal}. */
  boolean isOwnRefusal(PaymentException e);

  GatewayException gateway(String message, ErrorDetails details);

  AuthenticationException authentication(String message, ErrorDetails details);

  TransportException transport(String message, ErrorDetails details);

  MalformedResponseException malformed(String message, ErrorDetails details);

  OutcomeUnknownException outcomeUnknown(
      String message,
      ErrorDetails details,
      @Nullable PaymentLookup lookup,
      @Nullable CancelRequest pendingCancel);

  VerificationException verification(String message, GatewayTerms terms, List<Mismatch> mismatches);
}
