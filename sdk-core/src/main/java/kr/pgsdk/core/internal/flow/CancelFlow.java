package kr.pgsdk.core.internal.flow;

import java.util.function.Supplier;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.time.Deadline;

/**
 * One refund per {@link CancelRequest}, whatever happens on the way. Calls with the same request
 * take turns; {@link CancelCall} is one of them. Thread-safe.
 */
final class CancelFlow {
  private final CancelSteps steps;
  private final ClaimedRows claims;

  /**
   * Makes the flow over a gateway's steps.
   *
   * @param claims shared by all gateway objects of one merchant's that came from each other
   */
  CancelFlow(CancelSteps steps, ClaimedRows claims) {
    this.steps = steps;
    this.claims = claims;
  }

  /** Whether a refusal may come because a refund of the payment is being worked on. */
  boolean saysRefundUnderWay(GatewayException refusal) {
    return steps.saysRefundUnderWay(refusal);
  }

  /**
   * Cancels, as {@link kr.pgsdk.core.PaymentGateway#cancel} says.
   *
   * @param start starts the call's deadline; refuses with {@code IllegalStateException} if the
   *     gateway object is closed
   */
  Cancellation cancel(CancelRequest request, Supplier<Deadline> start) {
    CancelMemory memory = CancelMemory.of(request);
    Deadline deadline;
    try {
      deadline = start.get();
    } catch (IllegalStateException closed) {
      throw keptClosed(request, memory, closed);
    }
    takeTurn(request, memory, deadline);
    CancelCall call = new CancelCall(steps, claims, request, memory, deadline);
    try {
      return call.run();
    } finally {
      boolean settled = !memory.state().isInDoubt() && memory.state().phase() != Phase.ACCEPTED;
      if (call.hasOpened() && settled) {
        claims.close(request.idempotencyKey());
      }
      memory.lock().unlock();
    }
  }

  /** What was sent before may have moved money, although nothing can be asked any more. */
  private RuntimeException keptClosed(
      CancelRequest request, CancelMemory memory, IllegalStateException closed) {
    if (memory.state().nothingMoved()) {
      return closed;
    }
    ErrorDetails details = ErrorDetails.builder(steps.terms().gateway()).cause(closed).build();
    return new CancelErrors(request, steps.terms())
        .unknown(
            Errors.make()
                .transport("the gateway object is closed: build a new one to go on", details));
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
    throw CancelErrors.kept(
        request,
        Errors.make()
            .transport(
                "cancel of "
                    + request.paymentId()
                    + " was not sent: "
                    + why
                    + " while another call worked on the same request. You may call again",
                ErrorDetails.builder(steps.terms().gateway()).retryable(true).build()));
  }
}
