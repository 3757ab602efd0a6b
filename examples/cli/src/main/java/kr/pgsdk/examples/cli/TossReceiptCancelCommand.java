package kr.pgsdk.examples.cli;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.toss.receipt.TossCashReceiptCancelRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Cancel a cash receipt, or a part of it with --amount.")
final class TossReceiptCancelCommand extends Verb {
  @Option(
      names = "--receipt-key",
      required = true,
      paramLabel = "KEY",
      description = "The receipt's key, which issue printed.")
  private String receiptKey = "";

  @Option(names = "--amount", paramLabel = "N", description = "How much (default: all of it).")
  private @Nullable String amount;

  TossReceiptCancelCommand(Pg pg) {
    super(pg, Gateway.TOSS);
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    TossCashReceiptCancelRequest.Builder request =
        amount == null
            ? TossCashReceiptCancelRequest.full(receiptKey)
            : TossCashReceiptCancelRequest.partial(receiptKey, Money.of(amount, "KRW"));
    return ReceiptReport.of(Gateway.toss(open).cashReceipts().cancel(request.build()));
  }
}
