package kr.pgsdk.core.error;

import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.access.ErrorDetails;
import org.jspecify.annotations.Nullable;

/**
 * Nobody knows whether money moved: the request may have been executed, and a lookup proved
 * nothing. Treat the payment as neither paid nor refused. Keep {@link #lookup()} and ask {@link
 * kr.pgsdk.core.PaymentGateway#find find} later; for a confirm, handing in the same request again
 * is safe too; for a cancel, hand in {@link #pendingCancel()} again and never a new request.
 */
public final class OutcomeUnknownException extends PaymentException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable PaymentLookup lookup;
  private final transient @Nullable CancelRequest pendingCancel;

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
   * By what to look the payment up. Never null from the five verbs and the typed calls; null only
   * from the open {@code request(...)} door, which knows no payment.
   */
  public @Nullable PaymentLookup lookup() {
    return lookup;
  }

  /** The cancel in doubt, with its balance and key pinned: store it, and hand it in again. */
  public Optional<CancelRequest> pendingCancel() {
    return Optional.ofNullable(pendingCancel);
  }
}
