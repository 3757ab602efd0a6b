package kr.pgsdk.examples.cli;

import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "Look up a schedule. Exit code 1: Iamport has none.")
final class ScheduleFindCommand extends Verb {
  /** What to do when it is unknown what became of a schedule. */
  static final String SEE =
      "It may have been executed. See with pg iamport schedule find before you run it again.";

  @Option(names = "--order-id", required = true, paramLabel = "ID", description = "Your own id.")
  private String orderId = "";

  ScheduleFindCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  Report execute(PaymentGateway open) {
    return new Found(Gateway.iamport(open).schedules().find(OrderId.of(orderId)));
  }

  private record Found(Optional<IamportScheduledPayment> schedule) implements Report {
    @Override
    public int exitCode() {
      return schedule.isPresent() ? ExitCode.DONE : ExitCode.NOT_FOUND;
    }

    @Override
    public Map<String, @Nullable Object> json() {
      return JsonLine.object(
          "found", schedule.isPresent(), "schedule", schedule.map(ScheduleView::json).orElse(null));
    }

    @Override
    public void print(Page page) {
      if (schedule.isPresent()) {
        page.line(Page.Tone.GOOD, "found");
        ScheduleView.print(page, schedule.get());
      } else {
        page.line(Page.Tone.WAITING, "Iamport has no schedule for this order");
      }
    }
  }
}
