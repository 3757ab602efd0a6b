package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.schedule.IamportSchedulePage;
import kr.pgsdk.iamport.schedule.IamportScheduleQuery;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import kr.pgsdk.iamport.schedule.IamportSchedules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "List schedules by their time, the earliest first.")
final class ScheduleListCommand extends ListVerb<IamportScheduledPayment> {
  private static final int PAGE_SIZE = 100;

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
    IamportScheduleQuery query =
        status == null ? between : between.withStatus(IamportScheduleStatus.of(status));
    IamportSchedules schedules = Gateway.iamport(open).schedules();
    return Stream.iterate(
            schedules.list(query, PAGE_SIZE, true),
            Objects::nonNull,
            page -> next(schedules, query, page))
        .flatMap(page -> page.list().stream());
  }

  private static @Nullable IamportSchedulePage next(
      IamportSchedules schedules, IamportScheduleQuery query, IamportSchedulePage page) {
    int next = page.next().orElse(0);
    return next == 0 ? null : schedules.list(query.withPage(next), PAGE_SIZE, true);
  }
}
