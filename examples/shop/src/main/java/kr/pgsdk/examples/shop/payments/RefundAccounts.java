package kr.pgsdk.examples.shop.payments;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.pages.Input;
import kr.pgsdk.spring.Merchants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where a deposit goes back to. */
@Component
public class RefundAccounts {
  private static final List<String> FIELDS = List.of("number", "holder");

  private final Merchants merchants;
  private final DurablePayments payments;

  RefundAccounts(Merchants merchants, DurablePayments payments) {
    this.merchants = merchants;
    this.payments = payments;
  }

  /** Returns the account of a form, for what paid an order; null if none of it is filled in. */
  public @Nullable RefundAccount read(HttpServletRequest form, Order order) {
    return payments
        .order(order.orderId())
        .flatMap(known -> paying(known, order))
        .map(row -> read(form, row))
        .orElse(null);
  }

  private static Optional<PaymentRow> paying(OrderView known, Order order) {
    return known.payments().stream()
        .filter(row -> row.key().paymentId().equals(order.paymentId()))
        .findFirst();
  }

  /**
   * Returns the account of a form; null if none of it is filled in.
   *
   * @param payment what goes back there: its own gateway has its own codes of banks
   */
  public @Nullable RefundAccount read(HttpServletRequest form, PaymentRow payment) {
    boolean none =
        FIELDS.stream().map(form::getParameter).allMatch(text -> text == null || text.isBlank());
    if (none) {
      return null;
    }
    Bank bank = Input.word(Bank.class, form.getParameter("bank"));
    String number = Input.line(form.getParameter("number"), 20).replaceAll("[ -]", "");
    String holder = Input.line(form.getParameter("holder"), 30);
    if (!number.matches("[0-9]{6,16}")) {
      throw Problem.BAD_INPUT.toException();
    }
    return RefundAccount.of(bank.at(merchants.get(payment.key().account())), number, holder);
  }
}
