package kr.pgsdk.portone.escrow;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * Payments under escrow: the delivery is told to the payment company, which pays the shop once the
 * buyer has what they bought.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneEscrows {
  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneEscrows(PortOneCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /payments/{paymentId}/escrow/logistics}: tells a delivery. Repeated only with the
   * same idempotency key.
   */
  public PortOneLogisticsResult register(OrderId paymentId, PortOneEscrowRequest request) {
    return logistics("POST", paymentId, request);
  }

  /**
   * {@code PATCH /payments/{paymentId}/escrow/logistics}: changes what was told of a delivery.
   * Repeated only with the same idempotency key.
   */
  public PortOneLogisticsResult modify(OrderId paymentId, PortOneEscrowRequest request) {
    return logistics("PATCH", paymentId, request);
  }

  private PortOneLogisticsResult logistics(
      String method, OrderId paymentId, PortOneEscrowRequest request) {
    return calls.object(
        change(method, paymentId, request.idempotencyKey(), "logistics")
            .body(calls.inBody(RequestFields.of(request))),
        PortOneLogisticsResult::new);
  }

  /**
   * {@code POST /payments/{paymentId}/escrow/complete}: confirms the purchase: <strong>the shop is
   * paid</strong>, and the escrow ends.
   *
   * @param fromStore whether the shop confirms, and not the buyer
   * @return when
   */
  public Optional<Instant> complete(OrderId paymentId, boolean fromStore) {
    RequestFields fields = new RequestFields().flag("fromStore", fromStore);
    return calls.object(
        change("POST", paymentId, PortOneKey.random(), "complete").body(calls.inBody(fields)),
        json -> Optional.ofNullable(json.koreanTime("completedAt")));
  }

  private static HttpRequest.Builder change(
      String method, OrderId paymentId, String key, String what) {
    return HttpRequest.keyedChange(
            "escrow " + what,
            method,
            PortOneKey.header(key),
            "payments",
            paymentId.value(),
            "escrow",
            what)
        .about(PaymentLookup.byOrderId(paymentId));
  }
}
