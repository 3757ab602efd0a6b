package kr.pgsdk.examples.shop.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.pages.Guesses;
import kr.pgsdk.examples.shop.pages.Input;
import kr.pgsdk.examples.shop.payments.Bank;
import kr.pgsdk.examples.shop.payments.OrderDesk;
import kr.pgsdk.examples.shop.payments.RefundAccounts;
import kr.pgsdk.examples.shop.payments.RefundRecord;
import kr.pgsdk.examples.shop.payments.Refunds;
import kr.pgsdk.examples.shop.payments.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shop's orders as its people see them: where each stands, its history, its refunds. */
@Controller
@RequestMapping("/operator")
class OperatorPages {
  private static final int A_PAGE = 20;
  private static final int LAST_PAGE = 500;
  private static final int MOST = 100;

  private final DurablePayments payments;
  private final Orders orders;
  private final OrderDesk desk;
  private final Refunds refunds;
  private final RefundAccounts accounts;
  private final HistoryWords history;
  private final Guesses guesses;

  OperatorPages(
      DurablePayments payments,
      Orders orders,
      OrderDesk desk,
      Refunds refunds,
      RefundAccounts accounts,
      HistoryWords history,
      Guesses guesses) {
    this.payments = payments;
    this.orders = orders;
    this.desk = desk;
    this.refunds = refunds;
    this.accounts = accounts;
    this.history = history;
    this.guesses = guesses;
  }

  /** An order in the list. */
  record Entry(Order order, Standing standing) {}

  /** A refund that isn't done, and what the payments know of it. */
  record Pending(RefundRecord refund, String state, Optional<Explanation> why) {}

  /** A refund of an order, and why it stands so. */
  record Known(RefundView refund, Explanation why) {}

  @GetMapping("/login")
  String login(HttpServletRequest request, Model model) {
    model.addAttribute("wait", guesses.left(request.getRemoteAddr()));
    return "operator/login";
  }

  @GetMapping
  String overview(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
    if (number < 1 || number > LAST_PAGE) {
      throw Problem.BAD_INPUT.toException();
    }
    List<Entry> entries =
        orders.newest((number - 1) * A_PAGE, A_PAGE + 1).stream()
            .map(order -> new Entry(order, desk.standing(order)))
            .toList();
    model.addAttribute("entries", entries.subList(0, Math.min(A_PAGE, entries.size())));
    model.addAttribute("more", entries.size() > A_PAGE);
    model.addAttribute("number", number);
    model.addAttribute("stats", payments.stats());
    model.addAttribute("attention", payments.attention(MOST).size());
    model.addAttribute("pending", refunds.open(MOST).size());
    return "operator/overview";
  }

  @GetMapping("/orders/{id}")
  String order(@PathVariable String id, Model model, Locale locale) {
    Order order = orders.find(id).orElseThrow(Problem.NOT_FOUND::toException);
    model.addAttribute("page", desk.page(order, null, locale));
    model.addAttribute("order", order);
    payments.order(order.orderId()).ifPresent(known -> show(known, model, locale));
    model.addAttribute("banks", Bank.values());
    return "operator/order";
  }

  private void show(OrderView known, Model model, Locale locale) {
    model.addAttribute("known", known);
    model.addAttribute(
        "refunds",
        known.refunds().stream().map(refund -> new Known(refund, Explanation.of(refund))).toList());
    model.addAttribute(
        "history", known.history().stream().map(line -> history.line(line, locale)).toList());
  }

  @PostMapping("/orders/{id}/refund")
  String refund(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Long amount,
      @RequestParam String reason,
      HttpServletRequest request) {
    Order order = orders.find(id).orElseThrow(Problem.NOT_FOUND::toException);
    refunds.request(
        order.id(),
        new Refunds.Ask(
            amount, Input.line(reason, 100), by(request), accounts.read(request, order)));
    return "redirect:/operator/orders/" + order.id();
  }

  @GetMapping("/refunds")
  String pending(Model model) {
    List<Pending> pending = refunds.open(MOST).stream().map(this::pending).toList();
    model.addAttribute("refunds", pending);
    model.addAttribute("banks", Bank.values());
    return "operator/refunds";
  }

  private Pending pending(RefundRecord refund) {
    return payments
        .refundState(refund.id())
        .map(view -> new Pending(refund, view.state().name(), Optional.of(Explanation.of(view))))
        .orElse(new Pending(refund, "NEW", Optional.empty()));
  }

  @PostMapping("/refunds/{id}/again")
  String again(@PathVariable String id, HttpServletRequest request) {
    RefundRecord refund = refunds.find(id).orElseThrow(Problem.NOT_FOUND::toException);
    Order order = orders.find(refund.orderId()).orElseThrow(Problem.NOT_FOUND::toException);
    refunds.again(id, by(request), accounts.read(request, order));
    return "redirect:/operator/refunds";
  }

  @PostMapping("/refunds/{id}/give-up")
  String giveUp(@PathVariable String id) {
    refunds.giveUp(id);
    return "redirect:/operator/refunds";
  }

  static String by(HttpServletRequest request) {
    String user = request.getRemoteUser();
    return user == null ? "operator" : user;
  }
}
