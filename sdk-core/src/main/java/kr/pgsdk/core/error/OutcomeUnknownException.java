package kr.pgsdk.core.error;

import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.access.ErrorDetails;
import org.jspecify.annotations.Nullable;

/**
 * It is not known whether money moved: the request may have been executed, and a lookup proved
 * nothing. Treat the payment as neither paid nor refused. After a confirm, call {@link
 * kr.pgsdk.core.PaymentGateway#find find} with {@link #lookup()} later, or confirm again with the
 * same request, which is safe. After a cancel, call cancel again with {@link #pendingCancel()},
 * never with a new request.
 */
public final class OutcomeUnknownException extends PaymentException {
  private static final long serialVersionUID = 1L;

  private final @Nullable PaymentLookup lookup;
  private final @Nullable CancelRequest pendingCancel;

  OutcomeUnknownException(
      String message,
      ErrorDetails details,
      @Nullable PaymentLookup lookup,
      @Nullable CancelRequest pendingCancel) {
    super(message, details);
    this.lookup = lookup;
    this.pendingCancel = pendingCancel;
  }

  /**
   * The lookup that finds the payment. Null only if a client's {@code request(...)} threw this,
   * because the SDK doesn't know which payment that request was about.
   */
  public @Nullable PaymentLookup lookup() {
    return lookup;
  }

  /**
   * The cancel in doubt, with its balance and key: store its text, and call cancel with it again.
   */
  public Optional<CancelRequest> pendingCancel() {
    return Optional.ofNullable(pendingCancel);
  }
}
