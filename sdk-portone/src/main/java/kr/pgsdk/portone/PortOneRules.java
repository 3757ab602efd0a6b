package kr.pgsdk.portone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.internal.http.KnownHosts;

/** What PortOne demands of a request, checked before anything is sent. */
final class PortOneRules {
  static final KnownHosts HOSTS =
      new KnownHosts(
          List.of("api.portone.io"),
          Map.of(
              "portone.io", "names a page or a script of PortOne",
              "iamport.kr", "is Iamport's (PortOne V1), which has other payments and keys than V2",
              "tosspayments.com", "is Toss's, and this is a gateway for PortOne"));

  // The rule is the payment company's: Toss Payments takes 6 to 64 of these and =, Smartro cuts at
  // 40, and a few take letters and digits alone (the guides of the payment companies).
  private static final Pattern PAYMENT_ID = Pattern.compile("[A-Za-z0-9_-]{6,40}");

  private static final int MAX_ORDER_NAME = 100;

  private PortOneRules() {}

  static void preparable(PrepareRequest request) {
    paymentId(request.orderId());
    request.orderName().ifPresent(PortOneRules::orderName);
    requireUnits(request.money());
  }

  /** Refuses an order id that the payment companies wouldn't take for a new payment. */
  static void paymentId(OrderId orderId) {
    if (!PAYMENT_ID.matcher(orderId.value()).matches()) {
      throw new IllegalArgumentException(
          "PortOne's payment companies take a paymentId of 6 to 40 letters, digits, - and _, and"
              + " some of them only letters and digits: choose another order id");
    }
  }

  /** Refuses a name that no payment company takes (PaymentOrderName). */
  static void orderName(String orderName) {
    if (orderName.length() > MAX_ORDER_NAME) {
      throw new IllegalArgumentException(
          "PortOne's payment companies take an orderName of at most "
              + MAX_ORDER_NAME
              + " characters, and some of them fewer: shorten it");
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
