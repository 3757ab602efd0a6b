package kr.pgsdk.portone;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.model.PortOnePayment;

/** PortOne's REST calls about a payment: path, retry mode, body and reader of each. */
final class PortOneApi {
  private final PortOneCalls calls;

  PortOneApi(PortOneCalls calls) {
    this.calls = calls;
  }

  /** The payment with the shop's own id. */
  PortOnePayment payment(OrderId paymentId) {
    return calls.object(get(paymentId), json -> asked(json, paymentId));
  }

  /** As {@link #payment}; empty only if PortOne itself says that there is none. */
  Optional<PortOnePayment> find(OrderId paymentId) {
    return calls.find(get(paymentId), json -> asked(json, paymentId));
  }

  private HttpRequest.Builder get(OrderId paymentId) {
    return calls
        .inQuery(HttpRequest.safe("payment", "GET", "payments", paymentId.value()))
        .about(PaymentLookup.byOrderId(paymentId));
  }

  /** Reads a payment, and sees that it is the one that was asked for. */
  private PortOnePayment asked(JsonObject json, OrderId paymentId) {
    PortOnePayment payment = PortOnePayment.read(json, calls.redaction());
    if (!payment.paymentId().equals(paymentId)) {
      throw json.problem("id", "is not the one that was asked for");
    }
    return payment;
  }
}
