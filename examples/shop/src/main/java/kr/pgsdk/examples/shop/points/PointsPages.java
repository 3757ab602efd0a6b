package kr.pgsdk.examples.shop.points;

import java.util.Locale;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.PayWays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The balance, its ledger, and the form to charge it. */
@Controller
class PointsPages {
  private static final int LINES = 50;

  private final Points points;
  private final PointsOrders charges;
  private final PayWays ways;

  PointsPages(Points points, PointsOrders charges, PayWays ways) {
    this.points = points;
    this.charges = charges;
    this.ways = ways;
  }

  @GetMapping("/points")
  String balance(Buyer buyer, Model model) {
    model.addAttribute("balance", points.balance(buyer));
    model.addAttribute("entries", points.entries(buyer, LINES));
    model.addAttribute("amounts", PointsOrders.AMOUNTS);
    model.addAttribute("ways", ways);
    return "points";
  }

  @PostMapping("/points")
  String charge(
      Buyer buyer,
      @RequestParam long amount,
      @RequestParam String account,
      @RequestParam String method,
      Locale locale) {
    Order order = charges.place(buyer, amount, ways.read(account, method), locale);
    return "redirect:/orders/" + order.id() + "/pay";
  }
}
