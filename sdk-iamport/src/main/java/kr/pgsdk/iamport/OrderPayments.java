package kr.pgsdk.iamport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All payments of one order: every try has its own. */
final class OrderPayments {
  private static final Logger LOG = LoggerFactory.getLogger(OrderPayments.class);
  private static final Page HUNDRED = Page.first().withLimit(100);

  private final OrderId orderId;
  private final List<IamportPayment> all;

  private OrderPayments(OrderId orderId, List<IamportPayment> all) {
    this.orderId = orderId;
    this.all = all;
  }

  static OrderPayments fetch(Calls calls, OrderId orderId) {
    String id = orderId.value();
    // An encoded slash or backslash in a path is refused by many front ends.
    return new OrderPayments(
        orderId,
        id.contains("/") || id.contains("\\")
            ? calls.payments(List.of(), List.of(orderId))
            : walk(calls, orderId));
  }

  private static List<IamportPayment> walk(Calls calls, OrderId orderId) {
    List<IamportPayment> all = new ArrayList<>();
    int number = 1;
    while (number != 0) {
      PagedPayments page = calls.findAll(orderId, StatusFilter.ALL, HUNDRED.withNumber(number));
      all.addAll(page.list());
      number = page.next();
    }
    return all;
  }

  /** The one that tells most about the order. */
  Optional<Payment> mostTelling() {
    warnOfTwoThatHoldMoney();
    return all.stream()
        .min(
            Comparator.comparingInt(OrderPayments::rank)
                .thenComparing(p -> p.startedAt().orElse(Instant.EPOCH), Comparator.reverseOrder()))
        .map(IamportPayment::toPayment);
  }

  private static int rank(IamportPayment payment) {
    Payment seen = payment.toPayment();
    Known status = seen.status().known();
    if (!seen.balance().isZero()) {
      return 0;
    }
    return status == Known.WAITING_FOR_DEPOSIT ? 1 : status == Known.CANCELLED ? 2 : 3;
  }

  private void warnOfTwoThatHoldMoney() {
    List<PaymentId> paid =
        all.stream().filter(p -> rank(p) == 0).map(IamportPayment::paymentId).distinct().toList();
    if (paid.size() > 1) {
      LOG.warn("iamport: merchant_uid {} was paid more than once: imp_uid {}", orderId, paid);
    }
  }
}
