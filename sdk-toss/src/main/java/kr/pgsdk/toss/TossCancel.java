package kr.pgsdk.toss;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.flow.CancelSteps;
import kr.pgsdk.core.internal.flow.CancelToSend;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.flow.Sendable;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.model.TossPayment;

/** What Toss adds to the flow of a cancel. */
final class TossCancel implements CancelSteps {
  /** Answers are kept for 15 days (authorization, idempotency key). */
  private static final Duration KEY_LIFE = Duration.ofDays(15);

  private final TossClient client;
  private final boolean makesReferences;

  TossCancel(TossClient client, boolean makesReferences) {
    this.client = client;
    this.makesReferences = makesReferences;
  }

  @Override
  public GatewayTerms terms() {
    return TossPayment.TERMS;
  }

  @Override
  public Look lookUp(CancelRequest request, Deadline deadline) {
    return new Look(
        client.api(deadline).payment(PaymentLookup.byPaymentId(request.paymentId())).toPayment(),
        false);
  }

  @Override
  public Sendable<Reply> cancel(CancelToSend order) {
    TossCancelRequest cancel = request(order);
    return deadline -> send(cancel, deadline);
  }

  private Reply send(TossCancelRequest cancel, Deadline deadline) {
    AtomicBoolean replay = new AtomicBoolean();
    try {
      TossReply answered =
          client
              .api(deadline)
              .cancelled(cancel, response -> replay.set(TossReply.isMarkedReplay(response)));
      return new Accepted(
          answered.payment().toPayment(), answered.replayed(), answered.followsDoubt());
    } catch (GatewayException refusal) {
      return new Refused(refusal, replay.get(), false);
    } catch (OutcomeUnknownException doubt) {
      return Refused.in(doubt, replay.get());
    }
  }

  private static TossCancelRequest request(CancelToSend order) {
    CancelRequest request = order.request();
    Money balance = order.balance();
    TossCancelRequest.Builder cancel =
        request
            .amount()
            .map(part -> TossCancelRequest.partial(request.paymentId(), part, order.reason()))
            .orElseGet(() -> TossCancelRequest.full(request.paymentId(), order.reason()));
    if (!balance.currency().equals("KRW")) {
      cancel.currency(balance.currency());
    }
    boolean awaited =
        order.known().status().known() == Known.WAITING_FOR_DEPOSIT && balance.isZero();
    if (!awaited) {
      cancel.refundableAmount(balance);
      request.refundAccount().ifPresent(cancel::refundReceiveAccount);
    }
    // An account without a deposit has a balance of its own at Toss. Without a refund account
    // Toss cancels it only while there is no deposit (payments/cancel, refundReceiveAccount).
    request.taxFree().ifPresent(cancel::taxFreeAmount);
    request.cancelRequestId().ifPresent(cancel::cancelRequestId);
    return cancel.idempotencyKey(order.key()).build();
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return TossRefusals.ofCancel(refusal);
  }

  @Override
  public boolean saysRefundUnderWay(GatewayException refusal) {
    return TossRefusals.saysRefundUnderWay(refusal);
  }

  @Override
  public Duration keyLife() {
    return KEY_LIFE;
  }

  @Override
  public boolean keepsReasons() {
    return true;
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
