package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import org.jspecify.annotations.Nullable;

/**
 * Schedules, and what was done to them.
 *
 * @param done in one word
 */
record ScheduleReport(String done, List<IamportScheduledPayment> schedules) implements Report {
  @Override
  public int exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "done", done, "schedules", schedules.stream().map(ScheduleView::json).toList());
  }

  @Override
  public void print(Page page) {
    page.line(Page.Tone.GOOD, schedules.isEmpty() ? "nothing " + done : done);
    schedules.forEach(schedule -> ScheduleView.print(page, schedule));
  }
}
