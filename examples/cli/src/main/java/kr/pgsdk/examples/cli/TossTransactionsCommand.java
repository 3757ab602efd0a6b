package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.toss.transaction.TossTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(description = "List payments and cancels by the time they were made.")
final class TossTransactionsCommand extends ListVerb<TossTransaction> {
  @Mixin private final PeriodOptions period = new PeriodOptions();

  TossTransactionsCommand(Pg pg) {
    super(pg, Gateway.TOSS);
  }

  @Override
  List<Column<TossTransaction>> columns() {
    return List.of(
        new Column<>("transactionAt", 20, TossTransaction::transactionAt),
        new Column<>("status", 19, TossTransaction::status),
        new Column<>("amount", 10, TossTransaction::amount),
        new Column<>("currency", 8, TossTransaction::currency),
        new Column<>("method", 0, TossTransaction::method),
        new Column<>("orderId", 36, TossTransaction::orderId),
        new Column<>("paymentKey", 1, TossTransaction::paymentKey),
        new Column<>("transactionKey", 0, row -> Optional.of(row.transactionKey())));
  }

  @Override
  Stream<TossTransaction> rows(PaymentGateway open) {
    return Gateway.toss(open).transactions().list(period.localStart(), period.localEnd());
  }
}
