package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.portone.payment.PortOnePaymentFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "List payments by status and the time of their request, the newest first.")
final class PortOnePaymentsCommand extends ListVerb<PortOnePayment> {
  @Option(
      names = "--status",
      paramLabel = "WORD",
      description = {
        "One of READY, PENDING, VIRTUAL_ACCOUNT_ISSUED, PAID, FAILED, PARTIAL_CANCELLED, CANCELLED",
        "(default: all)."
      })
  private @Nullable String status;

  @Mixin private final PeriodOptions period = new PeriodOptions();

  PortOnePaymentsCommand(Pg pg) {
    super(pg, Gateway.PORTONE);
  }

  @Override
  List<Column<PortOnePayment>> columns() {
    return List.of(
        new Column<>("requestedAt", 30, PortOnePayment::requestedAt),
        new Column<>("paidAt", 0, PortOnePayment::paidAt),
        new Column<>("status", 22, row -> Optional.of(row.status())),
        new Column<>("amount", 10, row -> Optional.of(row.toPayment().amount().amount())),
        new Column<>("balance", 10, row -> Optional.of(row.toPayment().balance().amount())),
        new Column<>("currency", 8, row -> Optional.of(row.currency())),
        new Column<>("orderId", 36, row -> Optional.of(row.paymentId())),
        new Column<>("paymentId", 1, row -> Optional.of(row.transactionId())),
        new Column<>("orderName", 0, PortOnePayment::orderName));
  }

  @Override
  Stream<PortOnePayment> rows(PaymentGateway open) {
    PortOnePaymentFilter.Builder filter =
        PortOnePaymentFilter.builder()
            .timestampType("CREATED_AT")
            .from(period.start())
            .until(period.end())
            .sortBy("REQUESTED_AT")
            .sortOrder("DESC");
    if (status != null) {
      filter.status(List.of(status));
    }
    return Gateway.portOne(open).payments().list(filter.build());
  }
}
