package kr.pgsdk.core.internal;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.CancelSteps.Replay;
import org.jspecify.annotations.Nullable;

/**
 * One refund per {@link CancelRequest}, whatever happens on the way: the balance is pinned before
 * anything is sent, a refusal counts as reached only after a lookup, and doubt is said aloud.
 */
public final class Cancelling {
  private final CancelSteps steps;

  /** Makes the flow over a gateway's steps. */
  public Cancelling(CancelSteps steps) {
    this.steps = steps;
  }

  /** Cancels, as {@link kr.pgsdk.core.PaymentGateway#cancel} says. */
  public Cancellation cancel(CancelRequest request, Deadline deadline) {
    takeTurn(request, deadline);
    try {
      return serve(request, deadline);
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
                + " while another call served the same request",
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

  private Cancellation serve(CancelRequest request, Deadline deadline) {
    boolean servedBefore = request.pinnedBalance().isPresent();
    Money given = request.expectedBalance().orElse(null);
    Payment known = null;
    if (servedBefore || given == null || given.isZero() || request.orderId().isPresent()) {
      known = lookUpBefore(request, deadline);
      requireExpected(request, known);
      if (CancelTrace.isReached(request, given, known)) {
        return reached(request, given, known);
      }
      if (given == null) {
        requireCovered(request, known);
        given = known.balance();
      }
    }
    long pendingBefore =
        known == null || servedBefore ? 0 : CancelTrace.count(request, known, State.PENDING);
    Serving serving = new Serving(request, request.pinBalance(given), pendingBefore, deadline);
    CancelSteps.Executed executed;
    try {
      executed = steps.execute(request, serving.balance(), known, deadline);
    } catch (OutcomeUnknownException e) {
      boolean refused = Sender.refusalIn(e) != null;
      return lookUpAfter(
          serving, e, refused ? CancelDoubt::underNextKey : UnaryOperator.identity());
    } catch (GatewayException e) {
      return afterRefusal(serving, e);
    } catch (PaymentException e) {
      throw CancelDoubt.kept(request, e);
    }
    request.markMaybeExecuted();
    return outcome(serving, executed);
  }

  /** What is under way may still be given up, even if the balance has gone down for it. */
  private static Cancellation reached(
      CancelRequest request, @Nullable Money balance, Payment known) {
    return CancelTrace.count(request, known, State.PENDING) > 0
        ? new Pending(known, request.amount().orElse(balance != null ? balance : known.balance()))
        : new AlreadyCancelled(known);
  }

  private Payment lookUpBefore(CancelRequest request, Deadline deadline) {
    try {
      return lookUp(request, deadline);
    } catch (MalformedResponseException e) {
      throw CancelDoubt.kept(
          request,
          new TransportException(
              "cancel of "
                  + request.paymentId()
                  + " was not sent: the lookup before it can't be read: "
                  + e.getMessage(),
              e.toDetails().retryable(true).build()));
    } catch (PaymentException e) {
      throw CancelDoubt.kept(request, e);
    }
  }

  private Payment lookUp(CancelRequest request, Deadline deadline) {
    Payment payment = steps.lookUp(request.paymentId(), deadline);
    if (!payment.paymentId().equals(request.paymentId())) {
      throw new MalformedResponseException(
          "asked for payment " + request.paymentId() + ", answered with another one",
          ErrorDetails.builder(steps.terms().gateway()).build());
    }
    return payment;
  }

  private void requireExpected(CancelRequest request, Payment known) {
    OrderId expected = request.orderId().orElse(known.orderId());
    if (!expected.equals(known.orderId())) {
      Mismatch mismatch =
          new Mismatch(
              Field.ORDER_ID, steps.terms().orderId(), expected.value(), known.orderId().value());
      throw new VerificationException(
          "nothing was cancelled: payment "
              + known.paymentId()
              + " is of another order. "
              + mismatch,
          steps.terms(),
          List.of(mismatch));
    }
    String currency = known.amount().currency();
    String asked =
        request.amount().or(request::expectedBalance).map(Money::currency).orElse(currency);
    if (!asked.equals(currency)) {
      throw new IllegalArgumentException(
          "nothing was cancelled: the payment is in " + currency + ", the cancel in " + asked);
    }
  }

  private static void requireCovered(CancelRequest request, Payment known) {
    Money amount = request.amount().orElse(null);
    if (amount != null && amount.isMoreThan(known.balance())) {
      throw new IllegalArgumentException(
          "nothing was cancelled: amount "
              + amount
              + " is above what can still be cancelled, "
              + known.balance());
    }
  }

  private Cancellation outcome(Serving serving, CancelSteps.Executed executed) {
    CancelRequest request = serving.request();
    Payment payment = executed.payment();
    if (executed.replay() != Replay.NO) {
      return afterReplay(serving, executed.replay(), lookUpOrElse(serving, payment));
    }
    if (!payment.paymentId().equals(request.paymentId())) {
      return lookUpAfter(serving, unreadable(request), UnaryOperator.identity());
    }
    if (executed.underWay()) {
      return new Pending(payment, serving.asked());
    }
    if (CancelTrace.isDone(request, serving.balance(), payment)) {
      return new Cancelled(payment, serving.asked());
    }
    if (CancelTrace.count(request, payment, State.PENDING) > 0 || steps.untracedIsPending()) {
      return new Pending(payment, serving.asked());
    }
    return lookUpAfter(serving, unreadable(request), UnaryOperator.identity());
  }

  /** An old answer says that the cancel was taken; the payment, what became of it. */
  private Cancellation afterReplay(Serving serving, Replay replay, Payment now) {
    CancelRequest request = serving.request();
    if (CancelTrace.count(request, now, State.PENDING) > 0) {
      return new Pending(now, serving.asked());
    }
    if (CancelTrace.isDone(request, serving.balance(), now)) {
      return replay == Replay.OF_THIS_CALL
          ? new Cancelled(now, serving.asked())
          : new AlreadyCancelled(now);
    }
    if (CancelTrace.count(request, now, State.FAILED) > 0) {
      throw new GatewayException(
          "the cancel of "
              + request.paymentId()
              + " was taken and then given up by the gateway: nothing has gone back by it. Only a"
              + " new request can cancel",
          ErrorDetails.builder(steps.terms().gateway()).build());
    }
    return lookUpAfter(serving, unreadable(request), UnaryOperator.identity());
  }

  private Payment lookUpOrElse(Serving serving, Payment fallback) {
    try {
      return lookUp(serving.request(), serving.deadline());
    } catch (PaymentException | IllegalStateException e) {
      return fallback;
    }
  }

  private Cancellation afterRefusal(Serving serving, GatewayException refusal) {
    if (steps.isUncertain(refusal)) {
      return lookUpAfter(serving, refusal, CancelDoubt::underNextKey);
    }
    if (refusal.httpStatus().orElse(0) == 429) {
      throw CancelDoubt.kept(serving.request(), refusal);
    }
    Cancellation proved = proved(serving, AlreadyCancelled::new, refusal);
    if (proved == null) {
      boolean lookedUp = refusal.getSuppressed().length == 0;
      throw lookedUp ? refusal : CancelDoubt.kept(serving.request(), refusal);
    }
    return proved;
  }

  /**
   * Returns what a lookup proves, or says the doubt.
   *
   * @param pending makes the request to hand in again of this one, once this one knows its doubt
   */
  private Cancellation lookUpAfter(
      Serving serving, PaymentException doubt, UnaryOperator<CancelRequest> pending) {
    CancelRequest request = serving.request();
    request.markMaybeExecuted();
    Cancellation proved = proved(serving, now -> new Cancelled(now, serving.asked()), doubt);
    if (proved == null) {
      throw CancelDoubt.unknown(request, pending.apply(request), doubt);
    }
    return proved;
  }

  /**
   * Returns what a lookup proves; null if it proves nothing or can't be had, which must not hide
   * {@code why} it was needed.
   */
  private @Nullable Cancellation proved(
      Serving serving, Function<Payment, Cancellation> reached, PaymentException why) {
    CancelRequest request = serving.request();
    try {
      Payment now = lookUp(request, serving.deadline());
      if (CancelTrace.count(request, now, State.PENDING) > serving.pendingBefore()) {
        return new Pending(now, serving.asked());
      }
      return CancelTrace.isReached(request, serving.balance(), now) ? reached.apply(now) : null;
    } catch (PaymentException | IllegalStateException e) {
      why.addSuppressed(e);
      return null;
    }
  }

  private OutcomeUnknownException unreadable(CancelRequest request) {
    return new OutcomeUnknownException(
        "the answer to the cancel of " + request.paymentId() + " doesn't show what became of it",
        ErrorDetails.builder(steps.terms().gateway()).build(),
        PaymentLookup.byPaymentId(request.paymentId()),
        request);
  }
}
