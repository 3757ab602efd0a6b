package kr.pgsdk.examples.shop.payments;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayWays;
import kr.pgsdk.examples.shop.orders.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A buyer's orders: what they are, where they stand, and how they end. */
@Controller
class OrderPages {
  private static final int MOST_ORDERS = 50;
  private static final String BUYER = "buyer"; // who decided, in the history

  private final Orders orders;
  private final OrderDesk desk;
  private final Endings endings;
  private final Refunds refunds;
  private final UnusedPayments unused;
  private final RefundAccounts accounts;
  private final PayWays ways;
  private final MessageSource messages;

  OrderPages(
      Orders orders,
      OrderDesk desk,
      Endings endings,
      Refunds refunds,
      UnusedPayments unused,
      RefundAccounts accounts,
      PayWays ways,
      MessageSource messages) {
    this.orders = orders;
    this.desk = desk;
    this.endings = endings;
    this.refunds = refunds;
    this.unused = unused;
    this.accounts = accounts;
    this.ways = ways;
    this.messages = messages;
  }

  /** An order in the list. */
  record Entry(Order order, Standing standing) {}

  @GetMapping("/orders")
  String list(Buyer buyer, Model model) {
    List<Entry> entries =
        orders.ofBuyer(buyer, MOST_ORDERS).stream()
            .map(order -> new Entry(order, desk.standing(order)))
            .toList();
    model.addAttribute("entries", entries);
    return "orders";
  }

  @GetMapping("/orders/{id}")
  String one(
      Buyer buyer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String came,
      Model model,
      Locale locale) {
    OrderPage page = desk.page(orders.of(buyer, id), came, locale);
    model.addAttribute("page", page);
    model.addAttribute("order", page.order());
    model.addAttribute("ways", ways);
    model.addAttribute("banks", Bank.values());
    return "order";
  }

  @GetMapping("/orders/{id}/receipt")
  String receipt(Buyer buyer, @PathVariable String id) {
    String url = desk.receipt(orders.of(buyer, id)).orElseThrow(Problem.NO_RECEIPT::toException);
    return "redirect:" + url;
  }

  /** The buyer doesn't want it any more, and has paid nothing. */
  @PostMapping("/orders/{id}/give-up")
  String giveUp(Buyer buyer, @PathVariable String id) {
    Order order = orders.of(buyer, id);
    if (!order.isPayable()) {
      throw Problem.NOT_OPEN.toException();
    }
    if (endings.end(order, "given up by the buyer") == Closing.UNDER_WAY) {
      throw Problem.UNDER_WAY.toException();
    }
    return "redirect:/orders/" + order.id();
  }

  /** The buyer wants the money back. */
  @PostMapping("/orders/{id}/cancel")
  String cancel(Buyer buyer, @PathVariable String id, HttpServletRequest request, Locale locale) {
    Order order = orders.of(buyer, id);
    RefundAccount account = accounts.read(request, order);
    if (account == null && desk.isDeposited(order)) {
      throw Problem.ACCOUNT_NEEDED.toException();
    }
    refunds.request(
        order.id(), new Refunds.Ask(null, words("order.byBuyer", locale), BUYER, account));
    return "redirect:/orders/" + order.id();
  }

  /** The buyer says where a deposit goes back to that came too late, or twice. */
  @PostMapping("/orders/{id}/misplaced-deposit")
  String misplaced(
      Buyer buyer, @PathVariable String id, HttpServletRequest request, Locale locale) {
    Order order = orders.of(buyer, id);
    PaymentRow deposit = unused.deposit(order);
    RefundAccount account = accounts.read(request, deposit);
    if (account == null) {
      throw Problem.ACCOUNT_NEEDED.toException();
    }
    unused.giveBack(
        order.orderId(),
        PaymentId.of(deposit.key().paymentId()),
        account,
        words("order.unusedDeposit", locale),
        BUYER);
    return "redirect:/orders/" + order.id();
  }

  private String words(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
