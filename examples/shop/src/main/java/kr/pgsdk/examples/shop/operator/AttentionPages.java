package kr.pgsdk.examples.shop.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.pages.Input;
import kr.pgsdk.examples.shop.payments.Bank;
import kr.pgsdk.examples.shop.payments.RefundAccounts;
import kr.pgsdk.examples.shop.payments.RefundRecord;
import kr.pgsdk.examples.shop.payments.Refunds;
import kr.pgsdk.examples.shop.payments.UnusedPayments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What no rule ends: doubts and refusals that wait for a person, and what the person says. */
@Controller
@RequestMapping("/operator/attention")
class AttentionPages {
  private static final Logger LOG = LoggerFactory.getLogger(AttentionPages.class);
  private static final int MOST = 100;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NOTE = 200;

  private final DurablePayments payments;
  private final Orders orders;
  private final Refunds refunds;
  private final UnusedPayments unused;
  private final RefundAccounts accounts;

  AttentionPages(
      DurablePayments payments,
      Orders orders,
      Refunds refunds,
      UnusedPayments unused,
      RefundAccounts accounts) {
    this.payments = payments;
    this.orders = orders;
    this.refunds = refunds;
    this.unused = unused;
    this.accounts = accounts;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("entries", payments.attention(MOST).stream().map(this::worry).toList());
    model.addAttribute("banks", Bank.values());
    model.addAttribute("stats", payments.stats());
    return "operator/attention";
  }

  private Worry worry(Attention attention) {
    Optional<RefundView> refund = payments.refundState(attention.subject());
    Optional<String> payment =
        refund.isPresent()
            ? refund.flatMap(RefundView::paymentId).map(PaymentId::value)
            : Optional.of(attention.subject());
    return new Worry(
        attention,
        attention.orderId().flatMap(order -> orders.find(order.value())),
        asked(attention.subject(), refund),
        attention
            .orderId()
            .flatMap(order -> payment.flatMap(id -> unused.find(order, PaymentId.of(id)))));
  }

  /** A refund of all has no amount of its own, but in the shop's table. */
  private Optional<Long> asked(String refundId, Optional<RefundView> refund) {
    return refunds
        .find(refundId)
        .map(RefundRecord::card)
        .or(() -> refund.flatMap(RefundView::amount).map(Worry::won));
  }

  /** A refund, by what the gateway's console shows. */
  @PostMapping("/resolve")
  String resolve(
      @RequestParam String refund,
      @RequestParam String outcome,
      @RequestParam String note,
      HttpServletRequest request) {
    Resolution resolution = Input.word(Resolution.class, outcome);
    String written = Input.line(note, LONGEST_NOTE);
    String refundId = Input.line(refund, LONGEST_ID);
    return decide(
        () -> {
          payments.resolve(refundId, resolution, OperatorPages.by(request), written);
          if (resolution == Resolution.DONE) {
            refunds.resolvedAsDone(refundId);
          }
        });
  }

  /** Money that came twice, too late or of a wrong amount goes back. Moves money. */
  @PostMapping("/give-back")
  String giveBack(
      @RequestParam String order,
      @RequestParam String payment,
      @RequestParam String note,
      HttpServletRequest request) {
    String written = Input.line(note, LONGEST_NOTE);
    OrderId orderId = OrderId.of(Input.line(order, LONGEST_ID));
    PaymentId paymentId = PaymentId.of(Input.line(payment, LONGEST_ID));
    PaymentRow misplaced =
        unused
            .find(orderId, paymentId)
            .filter(PaymentRow::isMisplaced)
            .orElseThrow(Problem.NOT_FOUND::toException);
    RefundAccount account = accounts.read(request, misplaced);
    if (account == null && misplaced.dueAt() != null) {
      throw Problem.ACCOUNT_NEEDED.toException();
    }
    String by = OperatorPages.by(request);
    return decide(() -> unused.giveBack(orderId, paymentId, account, written, by));
  }

  /** Money that came twice, too late or of a wrong amount stays here. */
  @PostMapping("/keep")
  String keep(
      @RequestParam String order,
      @RequestParam String payment,
      @RequestParam String note,
      HttpServletRequest request) {
    String written = Input.line(note, LONGEST_NOTE);
    OrderId orderId = OrderId.of(Input.line(order, LONGEST_ID));
    PaymentId paymentId = PaymentId.of(Input.line(payment, LONGEST_ID));
    return decide(() -> payments.keep(orderId, paymentId, OperatorPages.by(request), written));
  }

  /** The account's other credentials are a new key of the same merchant. */
  @PostMapping("/adopt")
  String adopt(@RequestParam String account, HttpServletRequest request) {
    String name = Input.line(account, LONGEST_ID);
    return decide(() -> payments.adopt(name, OperatorPages.by(request)));
  }

  private static String decide(Runnable decision) {
    try {
      decision.run();
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.info("refused: {}", e.getMessage());
      throw Problem.NOT_NOW.toException();
    }
    return "redirect:/operator/attention";
  }
}
