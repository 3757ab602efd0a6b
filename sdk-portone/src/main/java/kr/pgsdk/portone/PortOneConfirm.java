package kr.pgsdk.portone;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.flow.CaptureSteps;
import kr.pgsdk.core.internal.flow.RefusalClass;
import kr.pgsdk.core.internal.flow.Sendable;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.internal.PortOneReply;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/**
 * What PortOne adds to the flow of a confirm. Through most channels the checkout has captured;
 * through one with manual confirmation it brings a token back, and the confirm captures.
 *
 * <p>No promotion needs to be accepted: {@code amount.total} is the price whatever the discount.
 */
final class PortOneConfirm implements CaptureSteps {
  private final PortOneClient client;
  private final boolean acceptsTestPayments;

  PortOneConfirm(PortOneClient client, boolean acceptsTestPayments) {
    this.client = client;
    this.acceptsTestPayments = acceptsTestPayments;
  }

  @Override
  public GatewayTerms terms() {
    return PortOnePayment.TERMS;
  }

  @Override
  public Found find(ConfirmRequest request, Deadline deadline) {
    return client
        .api(deadline)
        .find(request.paymentId(), request.orderId())
        .map(payment -> new Found(payment.toPayment(), null, false))
        .orElseGet(() -> new Found(null, PortOneApi.none(request.paymentId()), false));
  }

  @Override
  public @Nullable CaptureSteps capturing(ConfirmRequest request) {
    return request.paymentToken().isPresent() ? this : null;
  }

  @Override
  public Sendable<Captured> capture(ConfirmRequest request, int number) {
    String token = request.paymentToken().orElseThrow();
    PortOneConfirmRequest.Builder confirm =
        PortOneConfirmRequest.builder(request.orderId(), token, request.money())
            .txId(request.paymentId())
            .idempotencyKey(request.idempotencyKey().orElseGet(() -> key(request, token)));
    if (!acceptsTestPayments) {
      confirm.isTest(false);
    }
    PortOneConfirmRequest built = confirm.build();
    return deadline -> captured(client.api(deadline).confirm(built));
  }

  /** The response has neither status nor amount (manual-confirm): the flow looks the payment up. */
  private static Captured captured(PortOneReply answer) {
    return new Captured(null, answer.replayed(), answer.followsDoubt());
  }

  /**
   * Returns the key of a confirm, derived from all that is in its body, so that a second server
   * repeats it. Never change how: a request under way would be sent under two keys.
   */
  static String key(ConfirmRequest request, String token) {
    return DerivedKey.of(
        "confirm",
        request.paymentId().value(),
        request.orderId().value(),
        request.money().toPlainString(),
        request.money().currency(),
        token);
  }

  @Override
  public RefusalClass classify(GatewayException refusal) {
    return PortOneRefusals.ofConfirm(refusal);
  }

  /** A token is good for one confirm. */
  @Override
  public boolean mayPass(GatewayException refusal) {
    return false;
  }

  @Override
  public boolean saysNotFound(GatewayException refusal) {
    return PortOneRefusals.is(refusal, PortOneErrorCode.PAYMENT_NOT_FOUND);
  }

  @Override
  public boolean isMisdirected(GatewayException refusal) {
    return false; // a wrong address answers in no shape of PortOne's
  }

  @Override
  public boolean saysMismatch(GatewayException refusal) {
    return PortOneRefusals.is(refusal, PortOneErrorCode.INFORMATION_MISMATCH);
  }

  @Override
  public boolean pause(int number, Deadline deadline) {
    return false;
  }

  @Override
  public boolean acceptsTestPayments() {
    return acceptsTestPayments;
  }
}
