package kr.pgsdk.examples.cli;

import java.util.stream.Collectors;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.VirtualAccount;

/** The outcomes of the demonstration, each in a line. */
final class DemoWords {
  private DemoWords() {}

  static String told(Confirmation confirmation) {
    if (confirmation instanceof Confirmed confirmed) {
      return "Confirmed, captured "
          + (confirmed.capture() == Confirmed.Capture.BY_THIS_CALL ? "by this call" : "before");
    }
    if (confirmation instanceof AwaitingDeposit waiting) {
      return "AwaitingDeposit" + waiting.payment().virtualAccount().map(DemoWords::told).orElse("");
    }
    NotConfirmed not = (NotConfirmed) confirmation;
    return "NotConfirmed: "
        + not.reason()
        + ", money held: "
        + not.moneyHeld()
        + not.mismatches().stream().map(mismatch -> "; " + mismatch).collect(Collectors.joining())
        + not.refusal().map(DemoWords::told).orElse("");
  }

  static String told(Cancellation cancellation) {
    return cancellation.getClass().getSimpleName()
        + ": "
        + cancellation.cancelledNow().map(Money::toString).orElse("nothing")
        + " now, "
        + cancellation.payment().balance()
        + " left";
  }

  private static String told(VirtualAccount account) {
    return ": bank " + account.bankCode().orElse("not said") + ", account " + account.number();
  }

  private static String told(Refusal refusal) {
    return "; "
        + refusal.code().map(code -> code + ": ").orElse("")
        + refusal.message().orElse("no message");
  }
}
