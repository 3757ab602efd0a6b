package kr.pgsdk.examples.shop.payments;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.examples.shop.orders.Fulfilments;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.spring.Merchants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what is known of an order, from the shop, the payments, and the gateway if need be. */
@Service
public class OrderDesk {
  private final DurablePayments payments;
  private final Merchants merchants;
  private final Fulfilments fulfilments;
  private final Refunds refunds;
  private final Clock clock;

  OrderDesk(
      DurablePayments payments,
      Merchants merchants,
      Fulfilments fulfilments,
      Refunds refunds,
      Clock clock) {
    this.payments = payments;
    this.merchants = merchants;
    this.fulfilments = fulfilments;
    this.refunds = refunds;
    this.clock = clock;
  }

  /** What the order's page shows. */
  public OrderPage page(Order order, @Nullable String came, Locale locale) {
    Optional<OrderView> known = payments.order(order.orderId());
    List<RefundRecord> asked = refunds.of(order);
    Standing standing = Standing.of(order, known, asked, clock.instant());
    return new OrderPage(
        order,
        standing,
        fulfilments.of(order).contents(order, locale),
        asked,
        ReturnNotice.read(came),
        standing == Standing.AWAITING ? account(known) : Optional.empty(),
        deposit(known, row -> row.key().paymentId().equals(order.paymentId())).isPresent(),
        known.flatMap(view -> UnusedPayments.deposit(order, view)).map(OrderDesk::won),
        duplicate(known));
  }

  /** Where an order stands. */
  public Standing standing(Order order) {
    return Standing.of(order, payments.order(order.orderId()), refunds.of(order), clock.instant());
  }

  /** Whether an order was paid by a deposit, which goes back to an account alone. */
  public boolean isDeposited(Order order) {
    return deposit(
            payments.order(order.orderId()), row -> row.key().paymentId().equals(order.paymentId()))
        .isPresent();
  }

  private Optional<VirtualAccount> account(Optional<OrderView> known) {
    return row(known, row -> row.status() == PaymentStatus.Known.WAITING_FOR_DEPOSIT)
        .flatMap(this::find)
        .flatMap(Payment::virtualAccount);
  }

  /** The receipt of what pays an order, as the gateway keeps it. */
  public Optional<String> receipt(Order order) {
    return row(
            payments.order(order.orderId()), row -> row.key().paymentId().equals(order.paymentId()))
        .flatMap(this::find)
        .flatMap(Payment::receiptUrl)
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
  }

  private Optional<Payment> find(PaymentRow row) {
    try {
      return merchants
          .find(row.key().account())
          .flatMap(
              merchant ->
                  merchant
                      .gateway()
                      .find(PaymentLookup.byPaymentId(PaymentId.of(row.key().paymentId()))));
    } catch (PaymentException e) {
      return Optional.empty(); // the page says that it can't be shown now
    }
  }

  private static long won(PaymentRow payment) {
    return payment.balance().amount().longValue();
  }

  private static Optional<OrderPage.Duplicate> duplicate(Optional<OrderView> known) {
    return row(known, row -> row.role() == PaymentRow.Role.DUPLICATE)
        .map(
            row -> new OrderPage.Duplicate(row.captured().amount().longValue(), !row.holdsMoney()));
  }

  private static Optional<PaymentRow> deposit(
      Optional<OrderView> known, Predicate<PaymentRow> which) {
    return row(known, which.and(row -> row.dueAt() != null));
  }

  private static Optional<PaymentRow> row(Optional<OrderView> known, Predicate<PaymentRow> which) {
    return known.stream().flatMap(view -> view.payments().stream()).filter(which).findFirst();
  }
}
