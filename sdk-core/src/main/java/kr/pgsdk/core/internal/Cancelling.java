package kr.pgsdk.core.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
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
      if (request.turn().tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      why = "its thread was interrupted";
    }
    throw new TransportException(
        "cancel of "
            + request.paymentId()
            + " was not sent: "
            + why
            + " while another call served the same request",
        ErrorDetails.builder(steps.terms().gateway()).retryable(true).build());
  }

  private Cancellation serve(CancelRequest request, Deadline deadline) {
    boolean servedBefore = request.pinnedBalance().isPresent();
    Money given = request.expectedBalance().orElse(null);
    Payment known = null;
    if (servedBefore || given == null || given.isZero() || request.orderId().isPresent()) {
      known = lookUpBefore(request, deadline);
      requireExpected(request, known);
      if (isReached(request, given, known)) {
        return new AlreadyCancelled(known);
      }
      if (given == null) {
        requireCovered(request, known);
      }
    }
    Money balance = request.pinBalance(given != null ? given : requireKnown(known).balance());
    try {
      return outcome(request, balance, steps.execute(request, balance, known, deadline), deadline);
    } catch (OutcomeUnknownException e) {
      return lookUpAfter(request, balance, e, request, deadline);
    } catch (GatewayException e) {
      return afterRefusal(request, balance, e, deadline);
    }
  }

  private static Payment requireKnown(@Nullable Payment known) {
    return Objects.requireNonNull(known);
  }

  private Payment lookUpBefore(CancelRequest request, Deadline deadline) {
    Payment payment;
    try {
      payment = steps.lookUp(request.paymentId(), deadline);
    } catch (MalformedResponseException e) {
      throw notSent(request, "the lookup before it can't be read: " + e.getMessage(), e);
    }
    if (!payment.paymentId().equals(request.paymentId())) {
      throw notSent(request, "the lookup before it answered with another payment", null);
    }
    return payment;
  }

  private TransportException notSent(
      CancelRequest request, String why, @Nullable PaymentException cause) {
    ErrorDetails.Builder details =
        cause != null ? cause.toDetails() : ErrorDetails.builder(steps.terms().gateway());
    return new TransportException(
        "cancel of " + request.paymentId() + " was not sent: " + why,
        details.retryable(true).build());
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
    String asked = request.amount().map(Money::currency).orElse(currency);
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

  /**
   * Whether the asked money is cancelled already: of all, nothing is left; of a part, the balance
   * has gone down by exactly it, and a cancel of exactly it is there.
   */
  private static boolean isReached(
      CancelRequest request, @Nullable Money balance, Payment payment) {
    Money amount = request.amount().orElse(null);
    if (amount == null) {
      Known status = payment.status().known();
      // A revoked virtual account held nothing before; which word it gets then is not documented.
      boolean revoked =
          balance != null
              && balance.isZero()
              && (status == Known.FAILED || status == Known.EXPIRED);
      return payment.balance().isZero() && (status == Known.CANCELLED || revoked);
    }
    return balance != null
        && payment.balance().equals(balance.minus(amount))
        && hasCancel(payment, amount, State.DONE);
  }

  private static boolean hasCancel(Payment payment, @Nullable Money amount, State state) {
    return payment.cancels().stream()
        .anyMatch(c -> c.state() == state && (amount == null || c.amount().equals(amount)));
  }

  private static boolean isPending(CancelRequest request, Payment payment) {
    return hasCancel(payment, request.amount().orElse(null), State.PENDING);
  }

  private Cancellation outcome(
      CancelRequest request, Money balance, CancelSteps.Executed executed, Deadline deadline) {
    Payment payment = executed.payment();
    Money asked = request.amount().orElse(balance);
    if (executed.replayed()) {
      return afterReplay(request, balance, lookUpOrElse(request, payment, deadline), deadline);
    }
    if (!payment.paymentId().equals(request.paymentId())) {
      return lookUpAfter(request, balance, unreadable(request), request, deadline);
    }
    if (isDone(request, balance, payment)) {
      return new Cancelled(payment, asked);
    }
    if (isPending(request, payment) || steps.untracedIsPending()) {
      return new Pending(payment, asked);
    }
    return lookUpAfter(request, balance, unreadable(request), request, deadline);
  }

  /** An old answer says that the cancel was taken; the payment, what became of it. */
  private Cancellation afterReplay(
      CancelRequest request, Money balance, Payment now, Deadline deadline) {
    if (isPending(request, now)) {
      return new Pending(now, request.amount().orElse(balance));
    }
    if (isDone(request, balance, now)) {
      return new AlreadyCancelled(now);
    }
    if (hasCancel(now, request.amount().orElse(null), State.FAILED)) {
      throw new GatewayException(
          "the cancel of "
              + request.paymentId()
              + " was taken and then given up by the gateway: nothing has gone back by it. Only a"
              + " new request can cancel",
          ErrorDetails.builder(steps.terms().gateway()).build());
    }
    return lookUpAfter(request, balance, unreadable(request), request, deadline);
  }

  /** Whether an answer to this very cancel shows it done; others may have cancelled besides. */
  private static boolean isDone(CancelRequest request, Money balance, Payment payment) {
    Money amount = request.amount().orElse(null);
    if (amount == null) {
      return isReached(request, balance, payment);
    }
    return hasCancel(payment, amount, State.DONE)
        && !payment.balance().isMoreThan(balance.minus(amount));
  }

  private Payment lookUpOrElse(CancelRequest request, Payment fallback, Deadline deadline) {
    try {
      return steps.lookUp(request.paymentId(), deadline);
    } catch (PaymentException | IllegalStateException e) {
      return fallback;
    }
  }

  private Cancellation afterRefusal(
      CancelRequest request, Money balance, GatewayException refusal, Deadline deadline) {
    if (steps.isUncertain(refusal)) {
      // The gateway keeps the refusal under its key: handed in again, the request needs another.
      String next = request.idempotencyKey() + "/next";
      CancelRequest pending =
          request
              .newBuilder()
              .idempotencyKey(
                  UUID.nameUUIDFromBytes(next.getBytes(StandardCharsets.UTF_8)).toString())
              .build();
      return lookUpAfter(request, balance, refusal, pending, deadline);
    }
    if (refusal.httpStatus().orElse(0) == 429) {
      throw refusal;
    }
    try {
      Payment now = steps.lookUp(request.paymentId(), deadline);
      if (isReached(request, balance, now)) {
        return new AlreadyCancelled(now);
      }
      if (isPending(request, now)) {
        return new Pending(now, request.amount().orElse(balance));
      }
    } catch (PaymentException | IllegalStateException e) {
      refusal.addSuppressed(e);
    }
    throw refusal;
  }

  private Cancellation lookUpAfter(
      CancelRequest request,
      Money balance,
      PaymentException doubt,
      CancelRequest pending,
      Deadline deadline) {
    try {
      Payment now = steps.lookUp(request.paymentId(), deadline);
      if (isReached(request, balance, now)) {
        return new Cancelled(now, request.amount().orElse(balance));
      }
      if (isPending(request, now)) {
        return new Pending(now, request.amount().orElse(balance));
      }
    } catch (PaymentException | IllegalStateException e) {
      // Closed meanwhile, or no lookup to be had: the doubt must not be lost over it.
      doubt.addSuppressed(e);
    }
    throw new OutcomeUnknownException(
        "cancel of "
            + request.paymentId()
            + " may have been executed, and a lookup proved nothing. Hand in pendingCancel() again;"
            + " a new request could refund twice.",
        doubt.toDetails().retryable(false).build(),
        PaymentLookup.byPaymentId(request.paymentId()),
        pending);
  }

  private OutcomeUnknownException unreadable(CancelRequest request) {
    return new OutcomeUnknownException(
        "the answer to the cancel of " + request.paymentId() + " doesn't show what became of it",
        ErrorDetails.builder(steps.terms().gateway()).build(),
        PaymentLookup.byPaymentId(request.paymentId()),
        request);
  }
}
