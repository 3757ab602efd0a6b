package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;

/** A bug in the SDK or in {@code pg} ended a command. */
final class InternalErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Gateway gateway;
  private final transient @Nullable PaymentLookup inDoubt;
  private final transient @Nullable CancelRequest refund;

  /** No money can have moved. */
  InternalErrorException(Throwable cause) {
    this(cause, null, null, null);
  }

  /** The money of the payment {@code inDoubt} at {@code gateway} may have moved. */
  InternalErrorException(
      Throwable cause,
      @Nullable Gateway gateway,
      @Nullable PaymentLookup inDoubt,
      @Nullable CancelRequest refund) {
    super("unexpected " + cause.getClass().getName(), cause);
    this.gateway = gateway;
    this.inDoubt = inDoubt;
    this.refund = refund;
  }

  /** The gateway that was called; empty if none was. */
  Optional<Gateway> gateway() {
    return Optional.ofNullable(gateway);
  }

  /** The payment whose money may have moved; empty if none can have. */
  Optional<PaymentLookup> inDoubt() {
    return Optional.ofNullable(inDoubt);
  }

  /** The refund that failed; empty if the command was another one. */
  Optional<CancelRequest> refund() {
    return Optional.ofNullable(refund);
  }
}
