package kr.pgsdk.examples.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.toss.settlement.TossSettlement;
import kr.pgsdk.toss.settlement.TossSettlementDate;
import kr.pgsdk.toss.settlement.TossSettlementFee;
import kr.pgsdk.toss.settlement.TossSettlementQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "List settlements by day.")
final class TossSettlementsCommand extends ListVerb<TossSettlement> {
  @Mixin private final PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--by-payout",
      description = "Use the day of the payout, not the day of the sale.")
  private boolean byPayout;

  TossSettlementsCommand(Pg pg) {
    super(pg, Gateway.TOSS);
  }

  @Override
  List<Column<TossSettlement>> columns() {
    return List.of(
        new Column<>("soldDate", 10, TossSettlement::soldDate),
        new Column<>("paidOutDate", 11, TossSettlement::paidOutDate),
        new Column<>("currency", 8, row -> Optional.of(row.currency())),
        new Column<>("amount", 10, TossSettlement::amount),
        new Column<>("interestFee", 0, TossSettlement::interestFee),
        new Column<>("fee", 8, TossSettlementsCommand::fee),
        new Column<>("supplyAmount", 0, TossSettlement::supplyAmount),
        new Column<>("vat", 0, TossSettlement::vat),
        new Column<>("payOutAmount", 12, TossSettlement::payOutAmount),
        new Column<>("method", 0, TossSettlement::method),
        new Column<>("orderId", 36, TossSettlement::orderId),
        new Column<>("paymentKey", 1, TossSettlement::paymentKey),
        new Column<>("transactionKey", 0, TossSettlement::transactionKey),
        new Column<>("approvedAt", 0, TossSettlement::approvedAt));
  }

  /** The sum of the fees. */
  private static Optional<BigDecimal> fee(TossSettlement row) {
    return row.fees().stream()
        .map(TossSettlementFee::fee)
        .flatMap(Optional::stream)
        .reduce(BigDecimal::add);
  }

  @Override
  Stream<TossSettlement> rows(PaymentGateway open) {
    TossSettlementQuery.Builder query =
        TossSettlementQuery.builder(period.firstDay(), period.lastDay())
            .dateType(byPayout ? TossSettlementDate.PAID_OUT : TossSettlementDate.SOLD);
    return Gateway.toss(open).settlements().list(query.build());
  }
}
