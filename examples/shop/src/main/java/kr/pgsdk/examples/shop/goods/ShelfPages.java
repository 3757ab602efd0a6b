package kr.pgsdk.examples.shop.goods;

import java.util.List;
import java.util.Locale;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.orders.PayWays;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.pages.Input;
import kr.pgsdk.examples.shop.points.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shelf, the cart, and the order form. */
@Controller
class ShelfPages {
  private static final int POINTS_STEP = 100; // so that a card is never asked for less

  private final Products products;
  private final Cart cart;
  private final GoodsOrders goods;
  private final Points points;
  private final PayWays ways;

  ShelfPages(Products products, Cart cart, GoodsOrders goods, Points points, PayWays ways) {
    this.products = products;
    this.cart = cart;
    this.goods = goods;
    this.points = points;
    this.ways = ways;
  }

  @GetMapping("/")
  String shelf(Model model) {
    model.addAttribute("products", products.all());
    return "shelf";
  }

  @GetMapping("/cart")
  String cart(Buyer buyer, Model model) {
    List<Cart.Line> lines = cart.lines(buyer);
    model.addAttribute("lines", lines);
    model.addAttribute("total", Cart.total(lines));
    return "cart";
  }

  @PostMapping("/cart")
  String add(Buyer buyer, @RequestParam String product, @RequestParam int quantity) {
    if (quantity < 1 || quantity > Cart.MOST_OF_ONE) {
      throw Problem.BAD_INPUT.toException();
    }
    cart.add(buyer, product, quantity);
    return "redirect:/cart";
  }

  @PostMapping("/cart/change")
  String change(Buyer buyer, @RequestParam String product, @RequestParam int quantity) {
    cart.set(buyer, product, quantity);
    return "redirect:/cart";
  }

  @GetMapping("/order")
  String form(Buyer buyer, Model model) {
    List<Cart.Line> lines = cart.lines(buyer);
    if (lines.isEmpty()) {
      return "redirect:/cart";
    }
    long total = Cart.total(lines);
    long spendable = Math.max(0, Math.min(total, points.balance(buyer)));
    model.addAttribute("lines", lines);
    model.addAttribute("total", total);
    model.addAttribute("balance", points.balance(buyer));
    model.addAttribute("spendable", spendable / POINTS_STEP * POINTS_STEP);
    model.addAttribute("ways", ways);
    return "order-form";
  }

  @PostMapping("/order")
  String place(
      Buyer buyer,
      @RequestParam String receiver,
      @RequestParam String address,
      @RequestParam(required = false) @Nullable Long spend,
      @RequestParam String account,
      @RequestParam String method,
      Locale locale) {
    long spent = spend == null ? 0 : spend;
    if (spent < 0 || spent % POINTS_STEP != 0) {
      throw Problem.BAD_INPUT.toException();
    }
    PayBy payBy = ways.read(account, method);
    GoodsOrders.Wish wish =
        new GoodsOrders.Wish(Input.line(receiver, 30), Input.line(address, 100), spent, payBy);
    Order order = goods.place(buyer, wish, locale);
    return "redirect:/orders/" + order.id() + "/pay";
  }
}
