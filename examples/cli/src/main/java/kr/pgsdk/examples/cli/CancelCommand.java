package kr.pgsdk.examples.cli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    description = {
      "Refund what is left of a payment, or a part of it with --amount.",
      "If the refund is pending or its outcome unknown, pg prints a text for --resume."
    })
final class CancelCommand extends Verb {
  /** The options whose values the text of {@code --resume} contains. */
  private static final List<String> CONTAINED_IN_TEXT =
      List.of(
          "--payment-id",
          "--reason",
          "--order-id",
          "--amount",
          "--currency",
          "--expected-balance",
          "--reference");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--payment-id",
      paramLabel = "ID",
      description = "The payment's id. Required without --resume.")
  private @Nullable String paymentId;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; the gateway stores it. Required without --resume.")
  private @Nullable String reason;

  @Option(
      names = "--order-id",
      paramLabel = "ID",
      description = "Cancel only if the payment belongs to this order.")
  private @Nullable String orderId;

  @Option(
      names = "--amount",
      paramLabel = "N",
      description = "How much to refund (default: all that is left).")
  private @Nullable String amount;

  @Option(names = "--currency", paramLabel = "CODE", description = "Currency (default: KRW).")
  private String currency = "KRW";

  @Option(
      names = "--expected-balance",
      paramLabel = "N",
      description =
          "Cancel only if exactly this much can still be refunded. To repeat a cancel, use --resume.")
  private @Nullable String expectedBalance;

  @Option(
      names = "--reference",
      paramLabel = "TEXT",
      description =
          "Your own id for this refund, shown in front of the reason. A refund that the payment"
              + " already shows with it isn't made again. Default for a part: made by the SDK.")
  private @Nullable String reference;

  @Option(
      names = "--resume",
      paramLabel = "TEXT",
      description =
          "Continue a refund that ended pending, unknown or not executed, by the text that pg"
              + " printed. It replaces the options above. If pg prints a new text, keep that one.")
  private @Nullable String resume;

  @Option(
      names = "--since",
      paramLabel = "SECONDS",
      converter = SecondsText.class,
      description =
          "With --resume: seconds since the command that printed the text ended (default: 0). Some"
              + " refunds stay unknown until two minutes have passed.")
  private @Nullable Duration since;

  private static final class Refund {
    @Option(
        names = "--refund-bank",
        required = true,
        paramLabel = "CODE",
        description = "The bank of the buyer's account, in the gateway's code.")
    private String bank = "";

    @Option(
        names = "--refund-account",
        required = true,
        paramLabel = "NUMBER",
        description =
            "The buyer's account, to refund a virtual account that was paid. pg never prints it:"
                + " give it again with --resume.")
    private String account = "";

    @Option(
        names = "--refund-holder",
        required = true,
        paramLabel = "NAME",
        description = "The account holder's name.")
    private String holder = "";

    @Option(
        names = "--refund-phone",
        paramLabel = "NUMBER",
        description = "The holder's phone number. Some payment companies at Iamport require it.")
    private @Nullable String phone;

    RefundAccount toAccount() {
      RefundAccount refundAccount = RefundAccount.of(bank, account, holder);
      return phone == null ? refundAccount : refundAccount.withPhone(phone);
    }
  }

  @ArgGroup(exclusive = false)
  private @Nullable Refund refund;

  /** Created once: the object remembers what was sent. */
  private @Nullable CancelRequest request;

  CancelCommand(Pg pg, Gateway gateway) {
    super(pg, gateway);
  }

  @Override
  Optional<PaymentLookup> moneyInDoubt() {
    return Optional.of(PaymentLookup.byPaymentId(request().paymentId()));
  }

  @Override
  Optional<CancelRequest> refund() {
    return Optional.ofNullable(request);
  }

  @Override
  Report execute(PaymentGateway gateway) {
    Cancellation cancellation = gateway.cancel(request());
    if (!(cancellation instanceof Cancellation.Pending)) {
      return new CancelReport(cancellation, null, List.of());
    }
    RefundText text = RefundText.of(request());
    return new CancelReport(cancellation, text, advice().afterPending(text));
  }

  private CancelRequest request() {
    if (request == null) {
      request = resume == null ? newRequest() : resumedRequest(resume);
    }
    return request;
  }

  private CancelRequest resumedRequest(String text) {
    for (String option : CONTAINED_IN_TEXT) {
      if (isGiven(option)) {
        throw new IllegalArgumentException(
            option + " contradicts --resume: the text already says what to refund");
      }
    }
    return RefundText.resume(
        text, since == null ? Duration.ZERO : since, refund == null ? null : refund.toAccount());
  }

  private boolean isGiven(String option) {
    return Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
  }

  private CancelRequest newRequest() {
    if (since != null) {
      throw new IllegalArgumentException("--since needs --resume");
    }
    PaymentId id = PaymentId.of(required("--payment-id", paymentId));
    String why = required("--reason", reason);
    CancelRequest.Builder request =
        amount == null
            ? CancelRequest.full(id, why)
            : CancelRequest.partial(id, Money.of(amount, currency), why);
    if (orderId != null) {
      request.orderId(OrderId.of(orderId));
    }
    if (expectedBalance != null) {
      request.expectedBalance(Money.of(expectedBalance, currency));
    }
    if (reference != null) {
      request.reference(reference);
    }
    if (refund != null) {
      request.refundAccount(refund.toAccount());
    }
    return request.build();
  }

  private static String required(String option, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("missing " + option + " (or use --resume)");
    }
    return value;
  }
}
