package kr.pgsdk.examples.cli;

import java.util.Map;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a command made.
 *
 * @param done what was done, in one word
 */
record PaymentReport(String done, Payment payment) implements Report {
  private boolean failed() {
    return payment.status().known() == PaymentStatus.Known.FAILED;
  }

  @Override
  public int exitCode() {
    return failed() ? ExitCode.REFUSED : ExitCode.DONE;
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return JsonLine.object("done", failed() ? null : done, "payment", PaymentView.json(payment));
  }

  @Override
  public void print(Page page) {
    page.line(failed() ? Page.Tone.BAD : Page.Tone.GOOD, failed() ? "NOT " + done : done);
    PaymentView.print(page, payment);
  }
}
