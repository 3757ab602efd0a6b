package kr.pgsdk.portone;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PrepareRequest;

/** What PortOne demands of a request, checked before anything is sent. */
final class PortOneRules {
  // The rule is the payment company's: Toss Payments takes 6 to 64 of these and =, Smartro cuts at
  // 40, and a few take letters and digits alone (the guides of the payment companies).
  private static final Pattern PAYMENT_ID = Pattern.compile("[A-Za-z0-9_-]{6,40}");

  private PortOneRules() {}

  static void preparable(PrepareRequest request) {
    paymentId(request.orderId());
    requireUnits(request.money());
  }

  /** Refuses an order id that the payment companies wouldn't take for a new payment. */
  static void paymentId(OrderId orderId) {
    if (!PAYMENT_ID.matcher(orderId.value()).matches()) {
      throw new IllegalArgumentException(
          "PortOne's payment companies take a paymentId of 6 to 40 letters, digits, - and _, and"
              + " some of them letters and digits alone: choose another order id");
    }
  }

  /** PortOne takes whole minor units: what can't be said is refused before anything is asked. */
  static void cancel(CancelRequest request) {
    Stream.of(request.amount(), request.expectedBalance(), request.taxFree(), request.vat())
        .flatMap(Optional::stream)
        .forEach(PortOneRules::requireUnits);
  }

  private static void requireUnits(Money money) {
    long unused = money.minorUnits();
  }
}
