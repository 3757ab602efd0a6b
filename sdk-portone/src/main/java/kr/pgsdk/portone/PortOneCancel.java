package kr.pgsdk.portone;

import java.time.Duration;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.flow.CancelSteps;
import kr.pgsdk.core.internal.flow.CancelToSend;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.flow.Sendable;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.model.PortOneCancellation;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;

/** What PortOne adds to the flow of a cancel. */
final class PortOneCancel implements CancelSteps {
  /** Answers are kept for three hours, which "may change" (api/rest-v2): trusted for less. */
  private static final Duration KEY_LIFE = Duration.ofMinutes(150);

  private final PortOneClient client;
  private final boolean makesReferences;

  PortOneCancel(PortOneClient client, boolean makesReferences) {
    this.client = client;
    this.makesReferences = makesReferences;
  }

  @Override
  public GatewayTerms terms() {
    return PortOnePayment.TERMS;
  }

  @Override
  public Look lookUp(CancelRequest request, Deadline deadline) {
    PortOnePayment payment =
        client
            .api(deadline)
            .find(request.paymentId(), request.orderId().orElse(null))
            .orElseThrow(() -> PortOneApi.none(request.paymentId()));
    return new Look(payment.toPayment(), false);
  }

  @Override
  public Sendable<Reply> cancel(CancelToSend order) {
    Sendable<Reply> cancel = built(order);
    return deadline -> {
      try {
        return cancel.send(deadline);
      } catch (GatewayException refusal) {
        return new Refused(refusal, false, false);
      } catch (OutcomeUnknownException doubt) {
        return Refused.in(doubt, false);
      }
    };
  }

  private Sendable<Reply> built(CancelToSend order) {
    if (order.closes()) {
      return deadline -> closed(order, deadline);
    }
    PortOneCancelRequest cancel = request(order);
    return deadline -> cancelled(order, cancel, deadline);
  }

  private Reply closed(CancelToSend order, Deadline deadline) {
    OrderId orderId = order.known().orderId();
    // Another request than the cancel of a deposit, so never under the same key.
    String key = DerivedKey.of("close", order.key());
    Object unused = client.api(deadline).closeAccount(orderId, key);
    return Accepted.revoked(now(orderId, order.known(), deadline));
  }

  private Payment now(OrderId orderId, Payment fallback, Deadline deadline) {
    try {
      return client.api(deadline).payment(orderId).toPayment();
    } catch (PaymentException e) {
      return fallback;
    }
  }

  /** The response shows the cancel, and not the payment. */
  private Reply cancelled(CancelToSend order, PortOneCancelRequest cancel, Deadline deadline) {
    PortOneApi.Cancelled answer = client.api(deadline).cancelled(cancel);
    PortOneCancellation cancellation = answer.cancellation();
    Payment now;
    try {
      now = client.api(deadline).payment(order.known().orderId()).toPayment();
    } catch (PaymentException e) {
      // Under the caller's own key it may be a response about another payment.
      if (CancelMemory.of(order.request()).hasCallersKey()) {
        throw PortOneAfterCancel.unseen(order, e);
      }
      now = PortOneAfterCancel.of(order.known(), cancellation);
    }
    return Accepted.named(now, cancellation.id(), answer.followsDoubt());
  }

  private static PortOneCancelRequest request(CancelToSend order) {
    CancelRequest request = order.request();
    OrderId paymentId = order.known().orderId();
    PortOneCancelRequest.Builder cancel =
        request
            .amount()
            .map(part -> PortOneCancelRequest.partial(paymentId, part, order.reason()))
            .orElseGet(
                () ->
                    PortOneCancelRequest.full(
                        paymentId, order.balance().currency(), order.reason()))
            .currentCancellableAmount(order.balance());
    request.taxFree().ifPresent(cancel::taxFreeAmount);
    request.vat().ifPresent(cancel::vatAmount);
    request.refundAccount().ifPresent(cancel::refundAccount);
    request.requester().ifPresent(cancel::requester);
    return cancel.idempotencyKey(order.key()).build();
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return PortOneRefusals.classify(refusal);
  }

  /** The lock compares the balance: it is another's refund that has changed it. */
  @Override
  public boolean saysRefundUnderWay(GatewayException refusal) {
    return PortOneRefusals.is(refusal, PortOneErrorCode.CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN);
  }

  /** What status an account's payment has once it is closed isn't documented. */
  @Override
  public boolean showsClosedAsWaiting() {
    return true;
  }

  @Override
  public boolean closesAccounts() {
    return true;
  }

  @Override
  public Duration keyLife() {
    return KEY_LIFE;
  }

  /** Without an amount all goes back that is left; what is under way may not count (cancel). */
  @Override
  public boolean fullCancelMayTakeLess() {
    return true;
  }

  /** Whether a reason is recorded as it was sent isn't documented. */
  @Override
  public boolean keepsReasons() {
    return false;
  }

  @Override
  public boolean isReasonLost(String recorded) {
    return false;
  }

  @Override
  public boolean makesReferences() {
    return makesReferences;
  }
}
