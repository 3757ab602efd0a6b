package kr.pgsdk.sandbox.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.RefundRecord.State;

/** What was said of refunds. */
final class RefundOracle {
  private final Facts facts;
  private final RefundEnds ends;

  RefundOracle(Facts facts) {
    this.facts = facts;
    this.ends = new RefundEnds(facts);
  }

  /** What all calls of it together did. */
  void checkExecution(Refund refund) {
    if (refund.calls.isEmpty()) {
      return;
    }
    Call last = refund.calls.get(refund.calls.size() - 1);
    List<RefundRecord> rows = facts.rows(refund);
    facts.require(facts.moved(refund).size() <= 1, last, "refund: executed more than once");
    long takenOn = rows.stream().filter(row -> row.state() != State.FAILED).count();
    facts.require(
        takenOn <= 1 || facts.moved(refund).size() > 1, last, "refund: taken on more than once");
    for (RefundRecord row : rows) {
      boolean uncaptured = facts.truth(refund).captures().isEmpty();
      facts.require(
          refund.amount != null
              ? row.amount().equals(refund.amount)
              : uncaptured || row.amount().equals(all(refund, row)),
          last,
          "refund: another amount or currency than asked");
      facts.require(
          refund.given == null
              || row.balanceBefore().equals(refund.given)
              || facts.isOn(Switch.IAMPORT_CHECKSUM_NOT_ATOMIC)
              || isAccountUnseen(refund, row),
          last,
          "refund: executed although another balance was given");
    }
    List<Sent> sent = refund.calls.stream().flatMap(call -> call.requests.stream()).toList();
    boolean beside = sent.stream().anyMatch(one -> sent.stream().anyMatch(one::isBeside));
    facts.require(!beside, last, "refund: sent under another key beside one at work");
  }

  /**
   * What a refund of all takes back: the balance; at PortOne less what was under way beside it, if
   * the balance didn't count that yet.
   */
  private Money all(Refund refund, RefundRecord row) {
    Money left = facts.truth(refund).balanceJustBefore(row);
    return facts.isPortOne() && row.balanceBefore().isMoreThan(left) ? left : row.balanceBefore();
  }

  void check(Call call, Refund refund) {
    if (call.said instanceof Pending) {
      checkPending(call, refund);
    } else if (call.said instanceof Cancellation said) {
      if (refund.amount != null) {
        checkPart(call, refund, said);
      } else {
        checkAll(call, refund, said);
      }
    } else if (call.said instanceof OutcomeUnknownException unknown) {
      facts.require(
          unknown.pendingCancel().isPresent(), call, "doubt: gives no request to go on with");
    } else {
      checkDenial(call, refund);
    }
  }

  private String ofDeposit(Call call) {
    boolean deposit = !facts.isIamport() && facts.paid(call).checkout() == Checkout.ACCOUNT;
    return deposit ? " (deposit)" : "";
  }

  private static String name(Cancellation said) {
    return said.getClass().getSimpleName();
  }

  /** A part is done when its own request has done it, whatever else went back. */
  private void checkPart(Call call, Refund refund, Cancellation said) {
    LedgerEntry own = doneBy(refund, call.ended);
    facts.require(
        own != null || facts.couldBeATwins(refund),
        call,
        name(said)
            + " (part): its own request "
            + Facts.stateOf(facts.rows(refund), call.ended)
            + ofDeposit(call));
    checkAmount(call, own, said);
  }

  /** All is a goal, whoever reached it; Cancelled claims it. */
  private void checkAll(Call call, Refund refund, Cancellation said) {
    if (!facts.ever(call, PaymentTimeline.State::isCancelled)) {
      String why =
          facts.ever(call, s -> !s.held() || s.balance().equals(s.underWay()))
              ? "all of it is still under way"
              : facts.ever(call, s -> s.isBounced()) ? "it bounced" : "money is left";
      if (facts.truth(call).captures().isEmpty()) {
        why = "nothing was captured or closed";
      }
      facts.require(false, call, name(said) + " (all): " + why + ofDeposit(call));
      return;
    }
    if (said instanceof Cancelled) {
      boolean own = facts.rows(refund).stream().anyMatch(row -> row.at(call.ended) == State.DONE);
      // Another's answer in place of its own shows the same, and Iamport's has no key to tell.
      boolean anothersAnswer =
          facts.isIamport() && call.requests.stream().anyMatch(Sent::isOfAnother);
      if (anothersAnswer && !own) {
        return;
      }
      facts.require(own, call, "Cancelled (all): another request did it");
      checkAmount(call, doneBy(refund, call.ended), said);
    }
  }

  private LedgerEntry doneBy(Refund refund, Instant time) {
    return facts.moved(refund).stream()
        .filter(entry -> !entry.at().isAfter(time))
        .findFirst()
        .orElse(null);
  }

  private void checkAmount(Call call, LedgerEntry own, Cancellation said) {
    boolean captured = !facts.truth(call).captures().isEmpty();
    Optional<Money> now = Said.cancelledNow(said);
    boolean right =
        own != null
            ? now.filter(amount -> !amount.equals(own.amount())).isEmpty()
            : captured || facts.plan.unapproved() || now.filter(a -> !a.isZero()).isEmpty();
    facts.require(right, call, name(said) + ": cancelledNow isn't what its own request moved");
  }

  private void checkPending(Call call, Refund refund) {
    List<RefundRecord> rows = facts.rows(refund);
    Instant from = facts.earliest(call);
    boolean own =
        rows.stream()
            .anyMatch(row -> row.at(call.ended) != null && wasUnderWay(row, from, call.ended));
    // One refundStatus speaks for all deposits that go back.
    boolean anotherDeposit =
        !facts.isIamport()
            && facts.paid(call).checkout() == Checkout.ACCOUNT
            && rows.stream().anyMatch(row -> row.at(call.ended) != null)
            && facts.ever(call, s -> !s.underWay().isZero());
    // Nothing shows that a company behind Iamport has given it up; or done it, if no reason tells.
    boolean unseen =
        facts.isOn(Switch.IAMPORT_REFUNDS_LATER)
            && rows.stream()
                .anyMatch(
                    row ->
                        row.at(call.ended) == State.FAILED
                            || (row.at(call.ended) == State.DONE && facts.hidesReasons()));
    facts.require(
        own
            || anotherDeposit
            || unseen
            || isGoalUnderWay(call, refund, rows)
            || isUntrueLookup(call, rows)
            || isTakenOn(call, refund),
        call,
        "Pending: its own request " + Facts.stateOf(rows, call.ended));
  }

  /** Whether it has ended, and the lookup that would have said so didn't tell the truth. */
  private static boolean isUntrueLookup(Call call, List<RefundRecord> rows) {
    List<Sent> lookups = call.lookups();
    return !lookups.isEmpty()
        && lookups.get(lookups.size() - 1).isUntrue()
        && rows.stream()
            .map(row -> row.at(call.ended))
            .anyMatch(state -> state == State.DONE || state == State.FAILED);
  }

  /** Whether another's answer, code 0 without a row, said that it was taken on; it wasn't. */
  private boolean isTakenOn(Call until, Refund refund) {
    return facts.hidesWhatIsUnderWay()
        && facts.rows(refund).isEmpty()
        && refund.calls.stream()
            .filter(call -> !call.ended.isAfter(until.ended))
            .flatMap(call -> call.posts().stream())
            .anyMatch(Sent::isOfAnother);
  }

  /**
   * Whether it closed an account nobody had paid into, which was issued only after what its lookup
   * showed: Toss compares the given balance with the account's whole amount.
   */
  private boolean isAccountUnseen(Refund refund, RefundRecord row) {
    return facts.isToss()
        && facts.truth(refund).captures().isEmpty()
        && row.balanceBefore().isZero()
        && facts.payments.get(refund.payment).price().equals(refund.given)
        && refund.calls.stream()
            .filter(call -> call.sent(row.cause().requestId()))
            .flatMap(call -> call.lookups().stream())
            .anyMatch(lookup -> facts.isConfirmedAfter(lookup, refund.payment));
  }

  /** Whether a cancel of all was taken on, and all there is was under way, whoever's it is. */
  private boolean isGoalUnderWay(Call call, Refund refund, List<RefundRecord> rows) {
    return refund.amount == null
        && rows.stream().anyMatch(row -> row.at(call.ended) != null)
        && facts.ever(call, s -> s.held() && s.balance().equals(s.underWay()));
  }

  /** Whether it was under way at some instant: never, if it was done as it was taken on. */
  private static boolean wasUnderWay(RefundRecord row, Instant from, Instant to) {
    List<RefundRecord.Change> changes = row.changes();
    for (int i = 0; i < changes.size(); i++) {
      Instant begun = changes.get(i).at();
      Instant over = i + 1 < changes.size() ? changes.get(i + 1).at() : Instant.MAX;
      if (changes.get(i).state() == State.UNDER_WAY
          && over.isAfter(begun)
          && over.isAfter(from)
          && !begun.isAfter(to)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the payment company behind PortOne refused what it carried out, and every lookup of the
   * call after that failed or was behind: docs/histories.md.
   */
  private static boolean isTheCompanysWordAlone(Call call) {
    return call.said instanceof GatewayException said
        && said.gatewayCode().filter("PG_PROVIDER"::equals).isPresent()
        && isAllBehind(call);
  }

  /** Whether no lookup after the last money request of a call told how it stood after that. */
  static boolean isAllBehind(Call call) {
    List<Sent> after = new ArrayList<>();
    for (Sent sent : call.requests) {
      if (sent.isMoney()) {
        after.clear();
      } else {
        after.add(sent);
      }
    }
    after.removeIf(sent -> !sent.answered && !sent.isUntrue());
    return !after.isEmpty()
        && after.stream().allMatch(sent -> sent.met.isStale() || sent.isUntrue());
  }

  private void checkDenial(Call call, Refund refund) {
    List<RefundRecord> rows = facts.rows(refund);
    if (call.said instanceof GatewayException said && Said.isGivenUp(said)) {
      facts.require(
          rows.stream().anyMatch(row -> row.at(call.ended) == State.FAILED),
          call,
          "given up: its own request " + Facts.stateOf(rows, call.ended));
    }
    if (Facts.saidDone(refund, call) || isTheCompanysWordAlone(call)) {
      return;
    }
    List<LedgerEntry> moved = facts.movedBySent(refund, call);
    boolean later = moved.stream().allMatch(entry -> entry.at().isAfter(call.ended));
    facts.require(
        moved.isEmpty(),
        call,
        call.said.getClass().getSimpleName()
            + ": denies what its own request "
            + (later ? "does later" : "has done"));
  }

  /** After the faults have stopped, each refund has ended one way or the other, and said so. */
  void checkSettled(Refund refund) {
    if (!refund.calls.isEmpty()) {
      ends.check(refund, refund.calls.get(refund.calls.size() - 1));
    }
  }
}
