package kr.pgsdk.core.internal.access;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
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

/**
 * Makes the exceptions of {@code core.error}, whose constructors aren't public: {@code throw
 * Errors.make().gateway(message, details)}.
 */
public abstract class Errors {
  private static volatile @Nullable Errors granted;

  /** For the exceptions' own package. */
  protected Errors() {}

  /** Called by the exceptions' own package, once. */
  public static void grant(Errors errors) {
    granted = errors;
  }

  public static Errors make() {
    Errors errors = granted;
    if (errors == null) {
      try {
        MethodHandles.lookup().ensureInitialized(PaymentException.class); // it grants
      } catch (IllegalAccessException e) {
        throw new AssertionError("the class is public", e);
      }
      errors = granted;
    }
    return Objects.requireNonNull(errors, "granted by PaymentException");
  }

  /** Whether an error was made with {@link ErrorDetails.Builder#ownRefusal}. */
  public abstract boolean isOwnRefusal(PaymentException e);

  public abstract GatewayException gateway(String message, ErrorDetails details);

  public abstract AuthenticationException authentication(String message, ErrorDetails details);

  public abstract TransportException transport(String message, ErrorDetails details);

  public abstract MalformedResponseException malformed(String message, ErrorDetails details);

  public abstract OutcomeUnknownException outcomeUnknown(
      String message,
      ErrorDetails details,
      @Nullable PaymentLookup lookup,
      @Nullable CancelRequest pendingCancel);

  public abstract VerificationException verification(
      String message, GatewayTerms terms, List<Mismatch> mismatches);
}
