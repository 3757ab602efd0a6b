package kr.pgsdk.examples.cli;

import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Cancel the cash receipt of a payment.")
final class IamportReceiptCancelCommand extends Verb {
  @Option(
      names = "--payment-id",
      required = true,
      paramLabel = "ID",
      description = "The payment's id: imp_uid.")
  private String paymentId = "";

  IamportReceiptCancelCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    return ReceiptReport.of(
        "cancelled", Gateway.iamport(open).cashReceipts().cancel(PaymentId.of(paymentId)));
  }
}
