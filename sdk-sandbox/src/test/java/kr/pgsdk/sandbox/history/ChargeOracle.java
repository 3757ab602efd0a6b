package kr.pgsdk.sandbox.history;

import java.util.List;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.sandbox.LedgerEntry;

/**
 * What was said of the charges of one order.
 *
 * @param captures all of the order, whichever payment they belong to
 */
record ChargeOracle(Gateway gateway, List<Call> calls, List<LedgerEntry> captures) {
  void check() {
    for (Call call : calls) {
      ChargeRequest request = ((Asked.Charge) call.asked).request();
      long own =
          captures.stream()
              .filter(
                  entry -> calls.stream().anyMatch(c -> isOf(call, c) && c.sent(entry.requestId())))
              .count();
      require(own <= 1, call, "charged twice");
      if (call.said instanceof Confirmed) {
        require(
            captures.stream()
                .anyMatch(e -> e.amount().equals(request.money()) && !e.at().isAfter(call.ended)),
            call,
            "Confirmed, and not paid");
      } else if (call.said instanceof MalformedResponseException) {
        require(false, call, "malformed, from a call that moves money");
      } else if (call.said instanceof NotConfirmed refused && refused.reason() == Reason.REFUSED) {
        boolean captured = captures.stream().anyMatch(e -> sentUntil(call, e));
        require(!captured || mayBeUntold(call, refused), call, "REFUSED, and it captured");
      }
    }
  }

  /** A company refuses what it carried out, and the last look is behind: docs/histories.md. */
  private boolean mayBeUntold(Call call, NotConfirmed refused) {
    return gateway == Gateway.PORTONE
        && refused.moneyHeld() == MoneyHeld.UNKNOWN
        && call.requests.get(call.requests.size() - 1).met.isStale();
  }

  /** Iamport recognises no repetition by another server; the others recognise any. */
  private boolean isOf(Call call, Call other) {
    return gateway != Gateway.IAMPORT || call.server == other.server;
  }

  private boolean sentUntil(Call call, LedgerEntry entry) {
    return calls.stream()
        .anyMatch(
            c -> c.number <= call.number && c.server == call.server && c.sent(entry.requestId()));
  }

  private static void require(boolean holds, Call call, String what) {
    if (!holds) {
      throw new AssertionError(what + ": " + call);
    }
  }
}
