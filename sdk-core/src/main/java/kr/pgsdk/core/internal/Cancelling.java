package kr.pgsdk.core.internal;

import java.util.function.Function;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.CancelRequest.Progress;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.CancelSteps.Replay;
import org.jspecify.annotations.Nullable;

/**
 * One refund per {@link CancelRequest}, whatever happens on the way: the balance is pinned before
 * anything is sent, a refusal counts as reached only after a lookup, and doubt is said aloud.
 */
public final class Cancelling {
  private final CancelSteps steps;
  private final CancelLookup lookup;

  /** Makes the flow over a gateway's steps. */
  public Cancelling(CancelSteps steps) {
    this.steps = steps;
    this.lookup = new CancelLookup(steps);
  }

  /** Cancels, as {@link kr.pgsdk.core.PaymentGateway#cancel} says. */
  public Cancellation cancel(CancelRequest request, Deadline deadline) {
    takeTurn(request, deadline);
    try {
      return serve(request, deadline, false);
    } finally {
      request.turn().unlock();
    }
  }

  private void takeTurn(CancelRequest request, Deadline deadline) {
    String why = "its deadline passed";
    try {
      if (deadline.acquire(request.turn())) {
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
                + " before its turn came: another call may be serving the same request",
            ErrorDetails.builder(steps.terms().gateway()).retryable(true).build()));
  }

  /**
   * One serving of a request.
   *
   * @param balance the balance it is pinned to
   * @param pendingBefore how many cancels like it were pending before anything was sent
   */
  private record Serving(
      CancelRequest request, Money balance, long pendingBefore, Deadline deadline) {
    Money asked() {
      return request.amount().orElse(balance);
    }
  }

  private Cancellation serve(CancelRequest request, Deadline deadline, boolean waited) {
    if (request.progress() == Progress.GIVEN_UP) {
      throw givenUp(request); // A refund of the same amount made since is somebody else's.
    }
    if (request.isResumed()) {
      request.advance(Progress.IN_DOUBT, deadline.nanoTime());
    }
    boolean servedBefore = request.pinnedBalance().isPresent();
    boolean inDoubt = request.progress() == Progress.IN_DOUBT;
    Money given = request.expectedBalance().orElse(null);
    Payment known = null;
    boolean asksFirst = servedBefore || inDoubt || request.orderId().isPresent();
    if (asksFirst || given == null || given.isZero()) {
      known = lookup.before(request, deadline);
      lookup.requireExpected(request, known);
      if (CancelTrace.isReached(request, given, known)) {
        return reached(request, given, known);
      }
      if (request.progress() == Progress.DONE) {
        return new AlreadyCancelled(known); // Somebody else has cancelled besides.
      }
      boolean waits = inDoubt && CancelTrace.count(request, known, State.PENDING) > 0;
      if (waits || request.progress() == Progress.TAKEN) {
        return pending(request, given, known);
      }
      if (given == null) {
        CancelLookup.requireCovered(request, known);
        given = known.balance();
      }
    }
    if (inDoubt && !waited && steps.outwait(request, deadline)) {
      return serve(request, deadline, true);
    }
    if (request.isKeySpent() && isOver(request, deadline)) {
      request.renewKey();
    }
    long pendingBefore =
        known == null || servedBefore ? 0 : CancelTrace.count(request, known, State.PENDING);
    return send(new Serving(request, request.pinBalance(given), pendingBefore, deadline), known, 1);
  }

  /**
   * Whether nothing that was sent for it can still be worked on. A server error may come from a
   * machine before the one that still works, and under another key both would be done.
   */
  private static boolean isOver(CancelRequest request, Deadline deadline) {
    return deadline.nanoTime() - request.progressAt() >= CancelSteps.LONGEST_WORK.toNanos();
  }

  private Cancellation send(Serving serving, @Nullable Payment known, int attempt) {
    CancelRequest request = serving.request();
    Deadline deadline = serving.deadline();
    CancelSteps.Executed executed;
    try {
      executed = steps.execute(request, serving.balance(), known, deadline);
    } catch (OutcomeUnknownException e) {
      if (e.pendingCancel().isPresent()) {
        throw e; // Nothing was sent now: the doubt is an older one.
      }
      return afterDoubt(serving, e, known, attempt);
    } catch (GatewayException e) {
      return afterRefusal(serving, e);
    } catch (PaymentException e) {
      throw CancelDoubt.kept(request, e);
    }
    request.advance(Progress.IN_DOUBT, deadline.nanoTime());
    return outcome(serving, executed);
  }

  /**
   * After a server error it is sent again only when a lookup has shown nothing: whether the gateway
   * keeps the error under the key, or would do the cancel a second time, is not documented.
   */
  private Cancellation afterDoubt(
      Serving serving, OutcomeUnknownException doubt, @Nullable Payment known, int attempt) {
    PaymentException serverError = Sender.serverErrorIn(doubt);
    if (Sender.refusalIn(doubt) != null) {
      serving.request().renewKey();
    } else if (serverError instanceof GatewayException) {
      serving.request().markKeySpent();
    }
    try {
      return lookUpAfter(serving, doubt);
    } catch (OutcomeUnknownException e) {
      boolean looked = doubt.getSuppressed().length == 0;
      if (serverError != null && looked && steps.pause(attempt, serving.deadline())) {
        return send(serving, known, attempt + 1);
      }
      throw e;
    }
  }

  /** What is under way may still be given up, even if the balance has gone down for it. */
  private static Cancellation reached(
      CancelRequest request, @Nullable Money balance, Payment known) {
    return CancelTrace.count(request, known, State.PENDING) > 0
        ? pending(request, balance, known)
        : new AlreadyCancelled(known);
  }

  private static Pending pending(CancelRequest request, @Nullable Money balance, Payment known) {
    return new Pending(known, request.amount().orElse(balance != null ? balance : known.balance()));
  }

  private Cancellation outcome(Serving serving, CancelSteps.Executed executed) {
    CancelRequest request = serving.request();
    Payment payment = executed.payment();
    if (executed.replay() != Replay.NO) {
      return afterReplay(serving, executed.replay(), lookUpOrElse(serving, payment));
    }
    if (!payment.paymentId().equals(request.paymentId())) {
      return lookUpAfter(serving, unreadable(request));
    }
    if (executed.underWay()) {
      return new Pending(payment, serving.asked());
    }
    if (CancelTrace.isDone(request, serving.balance(), payment)) {
      done(serving);
      return new Cancelled(payment, serving.asked());
    }
    if (steps.untracedIsPending()) {
      request.advance(Progress.TAKEN, serving.deadline().nanoTime());
      return new Pending(payment, serving.asked());
    }
    if (CancelTrace.count(request, payment, State.PENDING) > 0) {
      return new Pending(payment, serving.asked());
    }
    return lookUpAfter(serving, unreadable(request));
  }

  /** An old answer says that the cancel was taken; the payment, what became of it. */
  private Cancellation afterReplay(Serving serving, Replay replay, Payment now) {
    CancelRequest request = serving.request();
    if (CancelTrace.count(request, now, State.PENDING) > 0) {
      return new Pending(now, serving.asked());
    }
    if (CancelTrace.isDone(request, serving.balance(), now)) {
      done(serving);
      return replay == Replay.OF_THIS_CALL
          ? new Cancelled(now, serving.asked())
          : new AlreadyCancelled(now);
    }
    if (CancelTrace.count(request, now, State.FAILED) > 0) {
      request.advance(Progress.GIVEN_UP, serving.deadline().nanoTime());
      throw givenUp(request);
    }
    return lookUpAfter(serving, unreadable(request));
  }

  private GatewayException givenUp(CancelRequest request) {
    return new GatewayException(
        "the cancel of "
            + request.paymentId()
            + " was taken and then given up by the gateway: nothing has gone back by it. Only a new"
            + " request can cancel",
        ErrorDetails.builder(steps.terms().gateway()).build());
  }

  private Payment lookUpOrElse(Serving serving, Payment fallback) {
    try {
      return lookup.now(serving.request(), serving.deadline());
    } catch (PaymentException | IllegalStateException e) {
      return fallback;
    }
  }

  private Cancellation afterRefusal(Serving serving, GatewayException refusal) {
    if (steps.isUncertain(refusal)) {
      serving.request().renewKey();
      return lookUpAfter(serving, refusal);
    }
    if (refusal.httpStatus().orElse(0) == 429) {
      throw CancelDoubt.kept(serving.request(), refusal);
    }
    CancelRequest request = serving.request();
    Payment now;
    try {
      now = lookup.now(request, serving.deadline());
    } catch (PaymentException | IllegalStateException e) {
      refusal.addSuppressed(e);
      throw CancelDoubt.kept(request, refusal);
    }
    Cancellation proved = proved(serving, AlreadyCancelled::new, now);
    if (proved != null) {
      return proved;
    }
    // It may be refused for what an earlier serving did, with somebody else's refund besides.
    throw CancelTrace.isRuledOut(request, now) ? refusal : CancelDoubt.kept(request, refusal);
  }

  /** Returns what a lookup proves, or says the doubt. */
  private Cancellation lookUpAfter(Serving serving, PaymentException doubt) {
    CancelRequest request = serving.request();
    request.advance(Progress.IN_DOUBT, serving.deadline().nanoTime());
    Cancellation proved = null;
    try {
      Payment now = lookup.now(request, serving.deadline());
      proved = proved(serving, payment -> new Cancelled(payment, serving.asked()), now);
    } catch (PaymentException | IllegalStateException e) {
      // Having no proof must not hide why one was needed.
      doubt.addSuppressed(e);
    }
    if (proved == null) {
      throw CancelDoubt.unknown(request, doubt);
    }
    return proved;
  }

  /** Returns what the payment proves; null if nothing. */
  private static @Nullable Cancellation proved(
      Serving serving, Function<Payment, Cancellation> reached, Payment now) {
    CancelRequest request = serving.request();
    if (CancelTrace.count(request, now, State.PENDING) > serving.pendingBefore()) {
      return new Pending(now, serving.asked());
    }
    if (!CancelTrace.isReached(request, serving.balance(), now)) {
      return null;
    }
    done(serving);
    return reached.apply(now);
  }

  private static void done(Serving serving) {
    serving.request().advance(Progress.DONE, serving.deadline().nanoTime());
  }

  private OutcomeUnknownException unreadable(CancelRequest request) {
    return new OutcomeUnknownException(
        "the answer to the cancel of " + request.paymentId() + " doesn't show what became of it",
        ErrorDetails.builder(steps.terms().gateway()).build(),
        PaymentLookup.byPaymentId(request.paymentId()),
        request);
  }
}
