package kr.pgsdk.toss;

import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.flow.Sendable;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossErrorCode.Retryable;
import kr.pgsdk.toss.model.TossPayment;

/** What Toss adds to the flow of a confirm: the POST that captures. */
final class TossConfirm implements CaptureSteps {
  /**
   * 30 minutes to authenticate and 10 to confirm (webhook-events), and what a last confirm may
   * take.
   */
  private static final Duration LONGEST_SESSION = Duration.ofMinutes(43);

  private final TossClient client;

  TossConfirm(TossClient client) {
    this.client = client;
  }

  @Override
  public GatewayTerms terms() {
    return TossPayment.TERMS;
  }

  @Override
  public Found find(ConfirmRequest request, Deadline deadline) {
    TossApi.Seen seen =
        client.api(deadline).see(PaymentLookup.byPaymentId(request.paymentId())).orElse(null);
    return seen == null
        ? new Found(null, null, false)
        : new Found(seen.payment().toPayment(), null, isOver(seen));
  }

  private static boolean isOver(TossApi.Seen seen) {
    Instant opened = seen.payment().requestedAt().orElse(null);
    Instant at = seen.at();
    return opened != null && at != null && at.isAfter(opened.plus(LONGEST_SESSION));
  }

  @Override
  public Sendable<Captured> capture(ConfirmRequest request, int number) {
    TossConfirmRequest derived =
        TossConfirmRequest.withKeyNumber(
            request.paymentId(), request.orderId(), request.money(), number);
    TossConfirmRequest confirm =
        request
            .idempotencyKey()
            .map(key -> derived.withIdempotencyKey(TossConfirmRequest.numberedKey(key, number)))
            .orElse(derived);
    return deadline -> captured(client.api(deadline).confirm(confirm));
  }

  private static Captured captured(TossReply answered) {
    return new Captured(
        answered.payment().toPayment(), answered.replayed(), answered.followsDoubt());
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return TossRefusals.ofConfirm(refusal);
  }

  @Override
  public boolean mayPass(GatewayException refusal) {
    boolean open = !TossRefusals.ofConfirm(refusal).isDefinite();
    Retryable later =
        refusal.gatewayCode().map(code -> TossErrorCode.of(code).retryable()).orElse(Retryable.NO);
    return later == Retryable.YES || (open && later == Retryable.UNKNOWN);
  }

  @Override
  public boolean saysNotFound(GatewayException refusal) {
    return is(refusal, TossErrorCode.NOT_FOUND_PAYMENT);
  }

  @Override
  public boolean isMisdirected(GatewayException refusal) {
    return is(refusal, TossErrorCode.NOT_FOUND);
  }

  private static boolean is(GatewayException refusal, TossErrorCode code) {
    return refusal.gatewayCode().filter(code.text()::equals).isPresent();
  }

  @Override
  public boolean pause(int number, Deadline deadline) {
    return client.sender().pause(number, deadline);
  }

  /** Toss marks no payment as a test: the key alone decides. */
  @Override
  public boolean acceptsTestPayments() {
    return true;
  }
}
