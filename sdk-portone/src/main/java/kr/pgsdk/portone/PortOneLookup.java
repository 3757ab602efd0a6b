package kr.pgsdk.portone;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/**
 * Finds a payment by PortOne's id where the shop's own is known as well: by the latter, which has a
 * lookup of its own, and by a search only if that shows another payment.
 */
final class PortOneLookup {
  private PortOneLookup() {}

  /** The payment with PortOne's id, whatever order it is of; empty if there is none. */
  static Optional<PortOnePayment> exact(
      PortOneApi api, PaymentId transactionId, @Nullable OrderId order) {
    return Optional.ofNullable(order)
        .flatMap(api::find)
        .filter(payment -> payment.transactionId().equals(transactionId))
        .or(() -> api.find(transactionId));
  }

  /** There is no payment with this id. */
  static GatewayException none(PaymentId transactionId) {
    return Errors.make()
        .gateway(
            "portone: no payment has the transactionId " + transactionId,
            ErrorDetails.builder(PortOnePayment.TERMS.gateway())
                .gatewayCode(PortOneErrorCode.PAYMENT_NOT_FOUND.text())
                .build());
  }
}
