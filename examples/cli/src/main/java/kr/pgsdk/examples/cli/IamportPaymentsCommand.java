package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(description = "List payments by status and time, the newest first.")
final class IamportPaymentsCommand extends ListVerb<IamportPayment> {
  @Option(
      names = "--status",
      paramLabel = "all|ready|paid|cancelled|failed",
      converter = StatusText.class,
      description = "Which payments (default: all). A partial cancel counts as cancelled.")
  private IamportStatusFilter status = IamportStatusFilter.ALL;

  @Mixin private final PeriodOptions period = new PeriodOptions();

  IamportPaymentsCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  List<Column<IamportPayment>> columns() {
    return List.of(
        new Column<>("startedAt", 20, IamportPayment::startedAt),
        new Column<>("paidAt", 0, IamportPayment::paidAt),
        new Column<>("status", 10, row -> Optional.of(row.status())),
        new Column<>("amount", 10, row -> Optional.of(row.amount().amount())),
        new Column<>("cancelAmount", 12, row -> Optional.of(row.cancelAmount().amount())),
        new Column<>("currency", 8, row -> Optional.of(row.currency())),
        new Column<>("method", 8, IamportPayment::payMethod),
        new Column<>("paymentId", 18, row -> Optional.of(row.paymentId())),
        new Column<>("orderId", 1, row -> Optional.of(row.orderId())),
        new Column<>("orderName", 0, IamportPayment::name));
  }

  @Override
  Stream<IamportPayment> rows(PaymentGateway open) {
    return Gateway.iamport(open)
        .payments()
        .all(status, period.start(), period.end(), IamportSorting.NEWEST_STARTED);
  }

  private static final class StatusText implements ITypeConverter<IamportStatusFilter> {
    @Override
    public IamportStatusFilter convert(String text) {
      for (IamportStatusFilter value : IamportStatusFilter.values()) {
        if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
          return value;
        }
      }
      throw new TypeConversionException("it must be all, ready, paid, cancelled or failed");
    }
  }
}
