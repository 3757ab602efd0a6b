package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.flow.CancelEvidence.Finding;
import org.jspecify.annotations.Nullable;

/** Says how a refund has ended, and notes it in the refund's memory. */
final class CancelOutcome {
  private final CancelRequest request;
  private final CancelMemory memory;
  private final ClaimedRows claims;
  private final CancelErrors errors;

  /** Whether the lookup before shows no deposit: then no money can go back. */
  private boolean neverPaid;

  CancelOutcome(
      CancelRequest request, CancelMemory memory, ClaimedRows claims, CancelErrors errors) {
    this.request = request;
    this.memory = memory;
    this.claims = claims;
    this.errors = errors;
  }

  /** Notes whether the lookup before shows no deposit. */
  void neverPaid(boolean before) {
    neverPaid = before;
  }

  /**
   * What the refund's own cancel says; null if it isn't shown, or not clearly.
   *
   * @param before whether it was executed before this call
   * @throws kr.pgsdk.core.error.GatewayException if it was given up
   */
  @Nullable Cancellation shown(Finding finding, Payment payment, boolean before) {
    String row = finding.row() == null ? null : finding.row().key();
    if (finding.row() != null) {
      claims.claim(request.paymentId(), finding.row(), request.idempotencyKey());
    }
    return switch (finding.standing()) {
      case DONE -> {
        memory.note(memory.state().proved(Phase.DONE, row));
        // A lookup that contradicts itself may have shown an account as paid into.
        boolean mayBeUnpaid = neverPaid || payment.virtualAccount().isPresent();
        boolean nothingWentBack = mayBeUnpaid && !isPaidInto(payment);
        yield before
            ? new AlreadyCancelled(payment)
            : new Cancelled(payment, nothingWentBack ? null : finding.amount());
      }
      case PENDING -> {
        memory.note(memory.state().proved(Phase.ACCEPTED, row));
        yield new Pending(payment, finding.amount());
      }
      case GIVEN_UP -> {
        memory.note(memory.state().proved(Phase.GIVEN_UP, row));
        throw errors.givenUp();
      }
      case NOT_SHOWN, UNCLEAR -> null;
    };
  }

  /** A deposit may come between the lookup and the cancel. */
  private static boolean isPaidInto(Payment payment) {
    return payment.paidAt().isPresent() || payment.refundStatus() != RefundStatus.NONE;
  }

  /** All is cancelled, by this call's own sending. */
  Cancelled all(Payment payment) {
    memory.note(memory.state().in(Phase.DONE));
    return new Cancelled(payment, null);
  }

  /** It was executed before, or all was cancelled by whomever. */
  AlreadyCancelled already(Payment payment) {
    memory.note(memory.state().in(Phase.DONE));
    return new AlreadyCancelled(payment);
  }

  /** It was accepted, and no cancel shows it yet. */
  Pending accepted(Payment payment) {
    memory.note(memory.state().in(Phase.ACCEPTED));
    return new Pending(payment, null);
  }
}
