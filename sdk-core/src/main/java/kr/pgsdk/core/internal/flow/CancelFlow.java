package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.Deadline;
import kr.pgsdk.core.internal.memory.CancelMemory;
import kr.pgsdk.core.internal.memory.CancelState.Phase;

/**
 * One refund per {@link CancelRequest}, whatever happens on the way. Calls with the same request
 * take turns; {@link CancelCall} is one of them. Thread-safe.
 */
public final class CancelFlow {
  private final CancelSteps steps;
  private final ClaimedRows claims;

  /**
   * Makes the flow over a gateway's steps.
   *
   * @param claims shared by all gateway objects of one merchant's that came from each other
   */
  public CancelFlow(CancelSteps steps, ClaimedRows claims) {
    this.steps = steps;
    this.claims = claims;
  }

  /** Cancels, as {@link kr.pgsdk.core.PaymentGateway#cancel} says. */
  public Cancellation cancel(CancelRequest request, Deadline deadline) {
    CancelMemory memory = CancelMemory.of(request);
    takeTurn(request, memory, deadline);
    try {
      return new CancelCall(steps, claims, request, memory, deadline).run();
    } finally {
      Phase phase = memory.state().phase();
      if (phase != Phase.IN_DOUBT && phase != Phase.ACCEPTED) {
        claims.close(request.idempotencyKey());
      }
      memory.lock().unlock();
    }
  }

  private void takeTurn(CancelRequest request, CancelMemory memory, Deadline deadline) {
    String why = "its deadline passed";
    try {
      if (deadline.acquire(memory.lock())) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      why = "its thread was interrupted";
    }
    throw CancelDoubt.kept(
        request,
        new TransportException(
            "cancel of "
                + request.paymentId()
                + " was not sent: "
                + why
                + " before its turn came: another call works on the same request",
            ErrorDetails.builder(steps.terms().gateway()).retryable(true).build()));
  }
}
