package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import org.jspecify.annotations.Nullable;

/**
 * Schedules, and what was done to them.
 *
 * @param done in one word
 * @param missing the orders that were asked for, and of which Iamport's answer says nothing
 */
record ScheduleReport(String done, List<IamportScheduledPayment> schedules, List<OrderId> missing)
    implements Report {
  /** Of which all were asked for that Iamport tells of. */
  static ScheduleReport all(String done, List<IamportScheduledPayment> schedules) {
    return new ScheduleReport(done, schedules, List.of());
  }

  /**
   * As {@link #all}, of those that were asked for by their orders.
   *
   * @param asked the orders
   */
  static ScheduleReport of(
      String done, List<IamportScheduledPayment> schedules, List<OrderId> asked) {
    Set<OrderId> told =
        schedules.stream().map(IamportScheduledPayment::orderId).collect(Collectors.toSet());
    return new ScheduleReport(
        done, schedules, asked.stream().distinct().filter(order -> !told.contains(order)).toList());
  }

  @Override
  public int exitCode() {
    return missing.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "done",
        done,
        "schedules",
        schedules.stream().map(ScheduleView::json).toList(),
        "missing",
        missing);
  }

  @Override
  public void print(Page page) {
    page.line(Page.Tone.GOOD, schedules.isEmpty() ? "nothing " + done : done);
    schedules.forEach(schedule -> ScheduleView.print(page, schedule));
    if (!missing.isEmpty()) {
      page.line(Page.Tone.BAD, "Iamport didn't tell of these orders: look each up.");
      missing.forEach(order -> page.value("order id", order.value()));
    }
  }
}
