package kr.pgsdk.examples.cli;

import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.RefundAccount;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Give money back: all that is left, or a part of it with --amount.")
final class CancelCommand extends Verb {
  /** As much of a random id as there is room for: it begins with the time. */
  private static final int MADE_UP_REFERENCE = 20;

  @Option(names = "--payment-id", required = true, paramLabel = "ID", description = "The payment.")
  private String paymentId = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(
      names = "--order-id",
      paramLabel = "ID",
      description = "Cancel only if the payment is of this order.")
  private @Nullable String orderId;

  @Option(
      names = "--amount",
      paramLabel = "N",
      description = "How much; without it, all that is left.")
  private @Nullable String amount;

  @Option(names = "--currency", paramLabel = "CODE", description = "KRW unless given.")
  private String currency = "KRW";

  @Option(
      names = "--expected-balance",
      paramLabel = "N",
      description = "Cancel only if this much is left before; makes it safe to repeat.")
  private @Nullable String expectedBalance;

  @Option(
      names = "--reference",
      paramLabel = "TEXT",
      description = {
        "A mark of your own for this refund, in front of the reason: a refund that the payment",
        "shows with it isn't made again. A part gets one made up if you give none."
      })
  private @Nullable String reference;

  private static final class Refund {
    @Option(
        names = "--refund-bank",
        required = true,
        paramLabel = "CODE",
        description = "The buyer's bank, in the gateway's own code.")
    private String bank = "";

    @Option(
        names = "--refund-account",
        required = true,
        paramLabel = "NUMBER",
        description = "The buyer's account, for a deposit that was paid in.")
    private String account = "";

    @Option(
        names = "--refund-holder",
        required = true,
        paramLabel = "NAME",
        description = "In whose name it is.")
    private String holder = "";

    @Option(
        names = "--refund-phone",
        paramLabel = "NUMBER",
        description = "The holder's phone; some payment companies at Iamport ask for it.")
    private @Nullable String phone;

    RefundAccount toAccount() {
      RefundAccount refundAccount = RefundAccount.of(bank, account, holder);
      return phone == null ? refundAccount : refundAccount.withPhone(phone);
    }
  }

  @ArgGroup(exclusive = false)
  private @Nullable Refund refund;

  CancelCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byPaymentId(PaymentId.of(paymentId)));
  }

  @Override
  Report ask(PaymentGateway gateway) {
    PaymentId id = PaymentId.of(paymentId);
    CancelRequest.Builder request =
        amount == null
            ? CancelRequest.full(id, reason)
            : CancelRequest.partial(id, Money.of(amount, currency), reason);
    if (orderId != null) {
      request.orderId(OrderId.of(orderId));
    }
    if (expectedBalance != null) {
      request.expectedBalance(Money.of(expectedBalance, currency));
    }
    if (reference != null) {
      request.reference(reference);
    } else if (amount != null) {
      request.reference(OrderId.random().value().substring(0, MADE_UP_REFERENCE));
    }
    if (refund != null) {
      request.refundAccount(refund.toAccount());
    }
    return new CancelReport(gateway.cancel(request.build()));
  }

  private record CancelReport(Cancellation cancellation) implements Report {
    @Override
    public int exitCode() {
      return ExitCode.DONE;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "cancellation",
          word(),
          "cancelledNow",
          now(),
          "payment",
          PaymentView.json(cancellation.payment()));
    }

    /** Null if the gateway shows no record of this cancel, though it says that it is done. */
    private @Nullable String now() {
      return cancellation instanceof Cancellation.AlreadyCancelled
          ? "0"
          : cancellation.cancelledNow().map(Money::toPlainString).orElse(null);
    }

    private String word() {
      if (cancellation instanceof Cancellation.Cancelled) {
        return "CANCELLED";
      }
      return cancellation instanceof Cancellation.Pending ? "PENDING" : "ALREADY_CANCELLED";
    }

    @Override
    public void print(Page page) {
      if (cancellation instanceof Cancellation.Cancelled) {
        page.line(Page.Tone.GOOD, "cancelled" + amount());
      } else if (cancellation instanceof Cancellation.Pending) {
        page.line(Page.Tone.WAITING, "pending" + amount() + "; look it up again later");
      } else {
        page.line(Page.Tone.GOOD, "already cancelled; nothing was cancelled now");
      }
      PaymentView.print(page, cancellation.payment());
    }

    private String amount() {
      return cancellation.cancelledNow().map(money -> ": " + money).orElse("");
    }
  }
}
