package kr.pgsdk.examples.shop.payments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Fulfilments;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderState;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.orders.PayWays;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.spring.Merchants;
import kr.pgsdk.spring.web.PgReturns;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The checkout: opens the order for its payment, and shows the button that opens the window. */
@Controller
class PayPages {
  private static final int LONGEST_NAME = 40; // Iamport's

  private final DurablePayments payments;
  private final PgReturns returns;
  private final Merchants merchants;
  private final Orders orders;
  private final Fulfilments fulfilments;
  private final PayWays ways;
  private final Clock clock;

  PayPages(
      DurablePayments payments,
      PgReturns returns,
      Merchants merchants,
      Orders orders,
      Fulfilments fulfilments,
      PayWays ways,
      Clock clock) {
    this.payments = payments;
    this.returns = returns;
    this.merchants = merchants;
    this.orders = orders;
    this.fulfilments = fulfilments;
    this.ways = ways;
    this.clock = clock;
  }

  @GetMapping("/orders/{id}/pay")
  String pay(
      Buyer buyer,
      @PathVariable String id,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Order order = orders.of(buyer, id);
    boolean open = order.state() == OrderState.OPEN && order.expiresAt().isAfter(clock.instant());
    Checkout checkout = open ? payments.open(toOpen(order)) : new Checkout.Closed();
    if (checkout instanceof Checkout.Ready ready) {
      Merchant merchant = merchants.get(ready.account());
      GatewayScript script = GatewayScript.of(merchant);
      response.setHeader("Content-Security-Policy", script.policy());
      model.addAttribute("order", order);
      model.addAttribute("contents", fulfilments.of(order).contents(order, locale));
      model.addAttribute("checkout", ready.preparation().checkout().toJson());
      model.addAttribute("merchant", merchant);
      model.addAttribute("script", script);
      model.addAttribute("back", returns.url(merchant.name(), order.orderId()));
      model.addAttribute("ways", ways);
      return "pay";
    }
    return "redirect:/orders/" + order.id() + (checkout instanceof Checkout.UnderWay ? "?came=checking" : "");
  }

  /** Another gateway or method; the order stays the same. */
  @PostMapping("/orders/{id}/pay-by")
  String payBy(
      Buyer buyer,
      @PathVariable String id,
      @RequestParam String account,
      @RequestParam String method) {
    Order order = orders.of(buyer, id);
    if (order.state() != OrderState.OPEN) {
      throw Problem.NOT_OPEN.toException();
    }
    orders.payBy(order, ways.read(account, method));
    return "redirect:/orders/" + order.id() + "/pay";
  }

  private OpenOrder toOpen(Order order) {
    CheckoutOptions.Builder page =
        CheckoutOptions.builder()
            .method(method(order.payBy().method()))
            .returnUrl(returns.url(order.payBy().account(), order.orderId()));
    Optional.of(order.receiver()).filter(name -> !name.isEmpty()).ifPresent(page::buyerName);
    String title = order.title();
    return OpenOrder.builder(order.orderId(), order.money())
        .orderName(title.length() > LONGEST_NAME ? title.substring(0, LONGEST_NAME) : title)
        .account(order.payBy().account())
        .checkout(page.build())
        .build();
  }

  private static CheckoutMethod method(PayBy.Method method) {
    return switch (method) {
      case CARD -> CheckoutMethod.CARD;
      case VIRTUAL_ACCOUNT -> CheckoutMethod.VIRTUAL_ACCOUNT;
    };
  }
}
