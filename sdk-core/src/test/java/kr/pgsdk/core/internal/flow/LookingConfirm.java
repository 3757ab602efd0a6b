package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import kr.pgsdk.core.internal.time.Deadlines;
import kr.pgsdk.core.internal.time.Environment;
import org.jspecify.annotations.Nullable;

/** The confirm of a gateway whose checkout captures, for the fake gateways of other packages. */
public final class LookingConfirm {
  private LookingConfirm() {}

  /** Confirms as the SDK does when a lookup shows this payment, or none. */
  public static Confirmation confirm(
      GatewayTerms terms, ConfirmRequest request, @Nullable Payment shown) {
    FakeConfirmSteps steps = new FakeConfirmSteps(terms).shows(shown);
    steps.acceptsTestPayments = true;
    CancelFlow noCancels = new CancelFlow(new FakeCancelSteps(Like.IAMPORT), new ClaimedRows());
    steps.onlyReads = true;
    return new ConfirmFlow(steps, noCancels, new OpenConfirms())
        .confirm(request, () -> Deadlines.in(Duration.ofSeconds(30), Environment.system()));
  }
}
