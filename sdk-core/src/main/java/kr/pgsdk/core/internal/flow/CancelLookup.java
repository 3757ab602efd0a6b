package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState.Sent;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.flow.CancelSteps.Look;
import kr.pgsdk.core.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** The payment a cancel is about: looked up, and compared with what the cancel asks for. */
final class CancelLookup {
  private static final Set<Known> CLOSED = EnumSet.of(Known.CANCELLED, Known.FAILED, Known.EXPIRED);

  private final CancelSteps steps;
  private final CancelErrors errors;
  private final CancelRequest request;
  private final Deadline deadline;

  CancelLookup(CancelSteps steps, CancelErrors errors, CancelRequest request, Deadline deadline) {
    this.steps = steps;
    this.errors = errors;
    this.request = request;
    this.deadline = deadline;
  }

  /** Looks up before anything is sent in this call. */
  Look before() {
    try {
      return now();
    } catch (MalformedResponseException e) {
      throw errors.kept(
          Errors.make()
              .transport(
                  "cancel of "
                      + request.paymentId()
                      + " was not sent: the lookup before it can't be read: "
                      + e.getMessage(),
                  ErrorDetails.after(e).retryable(true).build()));
    } catch (PaymentException e) {
      throw errors.kept(e);
    }
  }

  private Look now() {
    Look look = steps.lookUp(request, deadline);
    if (!look.payment().paymentId().equals(request.paymentId())) {
      throw Errors.make()
          .malformed(
              "asked for payment "
                  + request.paymentId()
                  + ", but the gateway answered with another one. Nothing was cancelled; check the"
                  + " base URL, and any cache or proxy on the way",
              ErrorDetails.builder(steps.terms().gateway()).build());
    }
    requireItsCurrency(look.payment().amount().currency());
    return look;
  }

  private void requireItsCurrency(String currency) {
    Sent sent = CancelMemory.of(request).state().sent();
    if (sent != null && !sent.currency().equals(currency)) {
      throw Errors.make()
          .malformed(
              "payment "
                  + request.paymentId()
                  + " is in "
                  + currency
                  + ", but was in "
                  + sent.currency()
                  + " when the cancel was sent",
              ErrorDetails.builder(steps.terms().gateway()).build());
    }
  }

  /** Looks up how it stands now; null if that fails, which is noted with {@code why}. */
  @Nullable Payment nowOrNull(PaymentException why) {
    try {
      return now().payment();
    } catch (PaymentException | IllegalStateException e) {
      why.addSuppressed(e);
      return null;
    }
  }

  /** Refuses the payment of another order, and another currency. */
  void requireExpected(Payment known) {
    OrderId expected = request.orderId().orElse(known.orderId());
    if (!expected.equals(known.orderId())) {
      Mismatch mismatch =
          new Mismatch(
              Field.ORDER_ID, steps.terms().orderId(), expected.value(), known.orderId().value());
      throw Errors.make()
          .verification(
              "nothing was cancelled: payment "
                  + known.paymentId()
                  + " belongs to another order. Find out which of the two ids is wrong. "
                  + mismatch,
              steps.terms(),
              List.of(mismatch));
    }
    String currency = known.amount().currency();
    Stream.of(request.amount(), request.expectedBalance(), request.taxFree(), request.vat())
        .map(given -> given.map(Money::currency).orElse(currency))
        .filter(given -> !given.equals(currency))
        .findFirst()
        .ifPresent(
            given -> {
              throw new IllegalArgumentException(
                  "nothing was cancelled: the payment is in "
                      + currency
                      + ", the cancel in "
                      + given
                      + ". Give the amount in "
                      + currency);
            });
  }

  /** Refuses more than is left. */
  void requireCovered(Payment known) {
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
   * Refuses a balance that differs from the expected one, unless the gateway itself can tell: it
   * compares the balance, and its record of the caller's key says whether this was done before.
   */
  void requireExplained(Payment known, Money expected, CancelEvidence evidence) {
    boolean comparable = !isAwaited(known); // an account has its whole amount as balance, too
    if (comparable && steps.knowsKeys() && CancelMemory.of(request).hasCallersKey()) {
      return;
    }
    GatewayException differs =
        Errors.make()
            .gateway(
                "nothing was cancelled: "
                    + known.balance()
                    + " can still be cancelled of "
                    + known.paymentId()
                    + ", not the expected "
                    + expected
                    + ". Check what else was cancelled, then make a new request",
                ErrorDetails.builder(steps.terms().gateway()).build());
    boolean less = expected.isMoreThan(known.balance());
    if (less && evidence.couldBeWithin(known, expected.minus(known.balance()))) {
      throw errors.unknown(differs);
    }
    throw differs;
  }

  /** Whether it is an account that waits for a deposit. */
  boolean isAwaited(Payment payment) {
    return payment.status().known() == Known.WAITING_FOR_DEPOSIT;
  }

  /**
   * Whether its account is closed, and there was no deposit.
   *
   * @param revoked whether the gateway has just said so, whatever the payment's status
   */
  boolean isClosed(Payment payment, boolean revoked) {
    Known status = payment.status().known();
    return payment.balance().isZero()
        && (CLOSED.contains(status) || (revoked && mayFollowClosing(status)));
  }

  private boolean mayFollowClosing(Known status) {
    return status == Known.READY
        || (status == Known.WAITING_FOR_DEPOSIT && steps.showsClosedAsWaiting());
  }
}
