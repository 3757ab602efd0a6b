package kr.pgsdk.examples.shop.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.examples.shop.orders.PayWays;
import kr.pgsdk.examples.shop.orders.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Compares a day with a gateway's own list of it. */
@Controller
class ReconcilePages {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int MOST = 200;

  private final DurablePayments payments;
  private final PayWays ways;
  private final Clock clock;

  ReconcilePages(DurablePayments payments, PayWays ways, Clock clock) {
    this.payments = payments;
    this.ways = ways;
    this.clock = clock;
  }

  @GetMapping("/operator/reconcile")
  String reconcile(
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    LocalDate asked = day == null ? today : day;
    model.addAttribute("accounts", ways.accounts());
    model.addAttribute("account", account);
    model.addAttribute("day", asked);
    model.addAttribute("today", today);
    if (account != null) {
      if (!ways.accounts().contains(account) || asked.isAfter(today)) {
        throw Problem.BAD_INPUT.toException();
      }
      model.addAttribute("differences", differences(account, asked));
    }
    return "operator/reconcile";
  }

  private List<Discrepancy> differences(String account, LocalDate day) {
    try (Stream<Discrepancy> differences = payments.reconcile(account, day)) {
      return differences.limit(MOST).toList();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Problem.NOT_NOW.toException();
    }
  }
}
