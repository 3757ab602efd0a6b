package kr.pgsdk.examples.shop.booking;

import java.util.List;
import java.util.Locale;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.PayWays;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.pages.Input;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The gatherings, and the seats of each. */
@Controller
class BookingPages {
  private final Seats seats;
  private final Bookings bookings;
  private final PayWays ways;

  BookingPages(Seats seats, Bookings bookings, PayWays ways) {
    this.seats = seats;
    this.bookings = bookings;
    this.ways = ways;
  }

  /** A gathering in the list. */
  record Entry(Gathering gathering, long free) {}

  @GetMapping("/gatherings")
  String list(Model model) {
    List<Entry> entries =
        seats.gatherings().stream().map(one -> new Entry(one, seats.free(one))).toList();
    model.addAttribute("entries", entries);
    return "gatherings";
  }

  @GetMapping("/gatherings/{id}")
  String one(Buyer buyer, @PathVariable String id, Model model) {
    Gathering gathering = seats.gathering(id).orElseThrow(Problem.NOT_FOUND::toException);
    List<Seat> all = seats.of(gathering, buyer);
    model.addAttribute("gathering", gathering);
    model.addAttribute("seats", all);
    model.addAttribute("open", seats.openOrder(gathering, buyer).orElse(null));
    model.addAttribute(
        "choosable",
        all.stream()
            .anyMatch(one -> one.state() == Seat.State.FREE || one.state() == Seat.State.YOURS));
    model.addAttribute("minutes", Bookings.HOLD.toMinutes());
    model.addAttribute("ways", ways);
    return "gathering";
  }

  @PostMapping("/gatherings/{id}")
  String book(
      Buyer buyer,
      @PathVariable String id,
      @RequestParam String seat,
      @RequestParam String name,
      @RequestParam String account,
      @RequestParam String method,
      Locale locale) {
    Order order =
        bookings.book(buyer, id, seat, Input.line(name, 30), ways.read(account, method), locale);
    return "redirect:/orders/" + order.id() + "/pay";
  }
}
