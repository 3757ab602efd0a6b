package kr.pgsdk.examples.shop.payments;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kr.pgsdk.core.RefundAccount;
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

  RefundAccounts(Merchants merchants) {
    this.merchants = merchants;
  }

  /** Returns the account of a form; null if none of its fields is filled in. */
  public @Nullable RefundAccount read(HttpServletRequest form, Order order) {
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
    boolean toss = merchants.get(order.payBy().account()).isToss();
    return RefundAccount.of(bank.code(toss), number, holder);
  }
}
