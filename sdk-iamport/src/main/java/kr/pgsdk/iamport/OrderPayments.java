package kr.pgsdk.iamport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.Observer;
import kr.pgsdk.iamport.model.IamportPayment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All payments of one order: every try has its own. */
final class OrderPayments {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.order");
  // A gateway that goes on for ever must not fill the memory.
  private static final int MAX_PAGES = 100;

  private final OrderId orderId;
  private final List<IamportPayment> all;

  private OrderPayments(OrderId orderId, List<IamportPayment> all) {
    this.orderId = orderId;
    this.all = all;
  }

  static OrderPayments fetch(IamportApi api, OrderId orderId) {
    String id = orderId.value();
    // An encoded slash or backslash in a path is refused by many front ends.
    return new OrderPayments(
        orderId,
        id.contains("/") || id.contains("\\")
            ? api.payments(List.of(), List.of(orderId))
            : walk(api, orderId));
  }

  private static List<IamportPayment> walk(IamportApi api, OrderId orderId) {
    List<IamportPayment> all = new ArrayList<>();
    int number = 1;
    for (int pages = 0; number != 0; pages++) {
      if (pages == MAX_PAGES) {
        throw Errors.make()
            .malformed(
                "iamport: merchant_uid "
                    + orderId
                    + " has more than "
                    + MAX_PAGES
                    + " pages of payments, which no order has. Find it by imp_uid.",
                ErrorDetails.builder(IamportPayment.TERMS.gateway()).build());
      }
      IamportApi.OrderPage page = api.ofOrder(orderId, number);
      all.addAll(page.payments());
      number = page.next();
    }
    return all;
  }

  /** The one that tells most about the order. */
  Optional<Payment> mostTelling() {
    return mostTelling(payment -> false).map(IamportPayment::toPayment);
  }

  /** As {@link #mostTelling()}; of several that tell as much, one that is {@code preferred}. */
  Optional<IamportPayment> mostTelling(Predicate<IamportPayment> preferred) {
    warnOfTwoThatHoldMoney();
    return all.stream()
        .min(
            Comparator.comparingInt(OrderPayments::rank)
                .thenComparing(each -> !preferred.test(each))
                .thenComparing(
                    each -> each.startedAt().orElse(Instant.EPOCH), Comparator.reverseOrder()));
  }

  private static int rank(IamportPayment source) {
    Payment payment = source.toPayment();
    return switch (payment.status().known()) {
      case PAID, PARTIALLY_CANCELLED, CANCEL_PENDING -> 0;
      case UNKNOWN -> holdsMoney(payment) ? 1 : 4;
      case WAITING_FOR_DEPOSIT -> 2;
      case CANCELLED -> 3;
      case READY, IN_PROGRESS, FAILED, EXPIRED -> 4;
    };
  }

  private static boolean holdsMoney(Payment payment) {
    return !payment.balance().isZero();
  }

  private void warnOfTwoThatHoldMoney() {
    List<PaymentId> paid =
        all.stream()
            .map(IamportPayment::toPayment)
            .filter(OrderPayments::holdsMoney)
            .map(Payment::paymentId)
            .distinct()
            .toList();
    if (paid.size() > 1) {
      Observer.quietly(
          () ->
              LOG.warn(
                  "iamport: merchant_uid {} was paid more than once: imp_uid {}", orderId, paid));
    }
  }
}
