package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cancel.
 *
 * @param resume the text to continue with; null if the refund is over
 * @param advice how to continue
 */
record CancelReport(Cancellation cancellation, @Nullable RefundText resume, List<String> advice)
    implements Report {
  @Override
  public int exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object(
        "cancellation",
        outcome(),
        "cancelledNow",
        now(),
        "payment",
        PaymentView.json(cancellation.payment()),
        "resume",
        resume == null ? null : resume.text());
  }

  /** Null if the gateway says that the cancel is done, but shows no record of it. */
  private @Nullable String now() {
    return cancellation instanceof Cancellation.AlreadyCancelled
        ? "0"
        : cancellation.cancelledNow().map(Money::toPlainString).orElse(null);
  }

  private String outcome() {
    if (cancellation instanceof Cancellation.Cancelled) {
      return "CANCELLED";
    }
    return cancellation instanceof Cancellation.Pending ? "PENDING" : "ALREADY_CANCELLED";
  }

  @Override
  public void print(Page page) {
    if (cancellation instanceof Cancellation.Cancelled) {
      page.line(Page.Tone.GOOD, "cancelled" + amount());
    } else if (cancellation instanceof Cancellation.Pending) {
      page.line(Page.Tone.WAITING, "pending" + amount());
    } else {
      page.line(Page.Tone.GOOD, "already cancelled; nothing was cancelled now");
    }
    PaymentView.print(page, cancellation.payment());
    page.value("resume", resume == null ? "" : resume.text()).advice(advice);
  }

  private String amount() {
    return cancellation.cancelledNow().map(money -> ": " + money).orElse("");
  }
}
