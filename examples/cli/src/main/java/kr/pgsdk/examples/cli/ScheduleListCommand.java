package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.schedule.IamportScheduleQuery;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "List schedules by their time, the earliest first.")
final class ScheduleListCommand extends ListVerb<IamportScheduledPayment> {
  private static final int PAGE_SIZE = 1000;
  private static final Set<IamportScheduleStatus> STATUSES =
      Set.of(
          IamportScheduleStatus.SCHEDULED,
          IamportScheduleStatus.EXECUTED,
          IamportScheduleStatus.REVOKED);

  @Mixin private final PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--status",
      paramLabel = "scheduled|executed|revoked",
      description = "Which schedules (default: all).")
  private @Nullable String status;

  ScheduleListCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  List<Column<IamportScheduledPayment>> columns() {
    return ScheduleView.COLUMNS;
  }

  @Override
  Stream<IamportScheduledPayment> rows(PaymentGateway open) {
    IamportScheduleQuery between = IamportScheduleQuery.between(period.start(), period.end());
    IamportScheduleQuery query = status == null ? between : between.withStatus(known(status));
    return Gateway.iamport(open).schedules().list(query, PAGE_SIZE, true);
  }

  private static IamportScheduleStatus known(String word) {
    IamportScheduleStatus status = IamportScheduleStatus.of(word);
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("--status must be scheduled, executed or revoked");
    }
    return status;
  }
}
