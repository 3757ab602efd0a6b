package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentLookup;
import org.jspecify.annotations.Nullable;

/** A bug in the SDK or in {@code pg} ended a command. */
final class InternalErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Gateway gateway;
  private final boolean mayBeExecuted;
  private final transient @Nullable PaymentLookup inDoubt;
  private final transient @Nullable CancelRequest refund;

  /** No money can have moved. */
  InternalErrorException(Throwable cause) {
    this(cause, null, false, null, null);
  }

  /** A command of {@code gateway} failed; {@code inDoubt} is the payment it was about, if any. */
  InternalErrorException(
      Throwable cause,
      @Nullable Gateway gateway,
      boolean mayBeExecuted,
      @Nullable PaymentLookup inDoubt,
      @Nullable CancelRequest refund) {
    super("unexpected " + cause.getClass().getName(), cause);
    this.gateway = gateway;
    this.mayBeExecuted = mayBeExecuted;
    this.inDoubt = inDoubt;
    this.refund = refund;
  }

  /** The gateway that was called; empty if none was. */
  Optional<Gateway> gateway() {
    return Optional.ofNullable(gateway);
  }

  /** Whether it may have been executed. */
  boolean mayBeExecuted() {
    return mayBeExecuted;
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
