package kr.pgsdk.examples.cli;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Issue a cash receipt for cash that wasn't paid through Toss.")
final class TossReceiptIssueCommand extends Verb {
  @Mixin private final OrderOptions order = new OrderOptions();
  @Mixin private final IdentityOptions identity = new IdentityOptions();

  @Option(
      names = "--business",
      description = "For a business's expenses (default: for a person's tax deduction).")
  private boolean business;

  @Option(names = "--tax-free", paramLabel = "N", description = "The tax-free part of the amount.")
  private @Nullable String taxFree;

  TossReceiptIssueCommand(Pg pg) {
    super(pg, Gateway.TOSS);
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    TossCashReceiptRequest.Builder request =
        TossCashReceiptRequest.builder(
            OrderId.of(order.id()),
            order.money(),
            order.name(),
            business ? TossCashReceiptType.EXPENSE_PROOF : TossCashReceiptType.INCOME_DEDUCTION,
            identity.required());
    Optional.ofNullable(taxFree)
        .ifPresent(part -> request.taxFreeAmount(order.part("--tax-free", part)));
    return ReceiptReport.of(Gateway.toss(open).cashReceipts().issue(request.build()));
  }
}
