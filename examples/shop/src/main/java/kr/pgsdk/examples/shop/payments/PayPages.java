package kr.pgsdk.examples.shop.payments;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Fulfilments;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderState;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayWays;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.spring.CheckoutPage;
import kr.pgsdk.spring.Checkouts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The checkout: opens the order for its payment, and shows the button that opens the window. */
@Controller
class PayPages {
  private final Checkouts checkouts;
  private final Orders orders;
  private final Fulfilments fulfilments;
  private final PayWays ways;
  private final OrderDesk desk;

  PayPages(
      Checkouts checkouts, Orders orders, Fulfilments fulfilments, PayWays ways, OrderDesk desk) {
    this.checkouts = checkouts;
    this.orders = orders;
    this.fulfilments = fulfilments;
    this.ways = ways;
    this.desk = desk;
  }

  @GetMapping("/orders/{id}/pay")
  String pay(
      Buyer buyer,
      @PathVariable String id,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Order order = orders.of(buyer, id);
    Checkout checkout =
        desk.standing(order) == Standing.OPEN
            ? checkouts.open(order.orderId()).orElseThrow()
            : new Checkout.Closed();
    if (checkout instanceof Checkout.Ready ready) {
      CheckoutPage page = checkouts.page(ready);
      GatewayScript script = GatewayScript.of(page);
      response.setHeader("Content-Security-Policy", script.policy());
      model.addAttribute("order", order);
      model.addAttribute("contents", fulfilments.of(order).contents(order, locale));
      model.addAttribute("checkout", page.json());
      model.addAttribute("merchant", page.merchant());
      model.addAttribute("script", script);
      model.addAttribute("ways", ways);
      return "pay";
    }
    if (checkout instanceof Checkout.UnderWay) {
      throw Problem.CHECKOUT_BUSY.toException();
    }
    return "redirect:/orders/" + order.id();
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
}
