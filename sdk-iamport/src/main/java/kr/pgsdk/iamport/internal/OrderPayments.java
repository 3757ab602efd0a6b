package kr.pgsdk.iamport.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Observer;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonRows;
import kr.pgsdk.iamport.model.IamportPayment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All payments of one order: every try has its own. */
public final class OrderPayments {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.order");
  // A gateway that goes on for ever must not fill the memory.
  private static final int MAX_PAGES = 100;
  private static final int PAGE = 100;
  private static final String NEWEST_FIRST = "-started";
  private static final String RESPONSE = "response";

  /** A page of them; {@code next} is the next page's number, 0 for none. */
  private record Page(List<IamportPayment> payments, int next) {}

  private final OrderId orderId;
  private final List<IamportPayment> all;

  private OrderPayments(OrderId orderId, List<IamportPayment> all) {
    this.orderId = orderId;
    this.all = all;
  }

  public static OrderPayments fetch(IamportCalls calls, OrderId orderId) {
    String id = orderId.value();
    // An encoded slash or backslash in a path is refused by many front ends.
    return new OrderPayments(
        orderId,
        id.contains("/") || id.contains("\\")
            ? calls.list(
                HttpRequest.safe("payments", "GET", "payments").query("merchant_uid[]", id),
                json -> read(calls, json, orderId))
            : walk(calls, orderId));
  }

  private static List<IamportPayment> walk(IamportCalls calls, OrderId orderId) {
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
      Page page = fetch(calls, orderId, number);
      all.addAll(page.payments());
      number = page.next();
    }
    return all;
  }

  /** Fetches a page whole: a verb counts on all payments, under one deadline. */
  private static Page fetch(IamportCalls calls, OrderId orderId, int number) {
    JsonRows<IamportPayment> rows =
        new JsonRows<>(json -> read(calls, json, orderId), RESPONSE, "list");
    return calls.send(
        page(orderId, NEWEST_FIRST, number).responseIsList(),
        response -> rows.read(response.json()),
        body -> {
          JsonObject page = body.requiredObject(RESPONSE);
          return new Page(rows.strict(page), NumberedPages.next(page, number));
        },
        refusal -> NumberedPages.isNone(refusal, number) ? new Page(List.of(), 0) : null);
  }

  /** Asks for a page of them. */
  public static HttpRequest.Builder page(OrderId orderId, String sorting, int number) {
    return HttpRequest.safe("findAll", "GET", "payments", "findAll", orderId.value())
        .about(PaymentLookup.byOrderId(orderId))
        .query("page", number)
        .query("limit", PAGE)
        .query("sorting", sorting);
  }

  /** Reads one of them; another order's is malformed. */
  public static IamportPayment read(IamportCalls calls, JsonObject json, OrderId orderId) {
    return calls.payment(json, payment -> payment.orderId().equals(orderId));
  }

  /** The one that tells most about the order. */
  public Optional<Payment> mostTelling() {
    return mostTelling(payment -> false).map(IamportPayment::toPayment);
  }

  /** As {@link #mostTelling()}; of several that tell as much, one that is {@code preferred}. */
  public Optional<IamportPayment> mostTelling(Predicate<IamportPayment> preferred) {
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
