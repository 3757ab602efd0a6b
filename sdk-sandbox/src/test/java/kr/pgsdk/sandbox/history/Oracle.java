package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
import org.jspecify.annotations.Nullable;

/** Holds what the SDK said in a history against what the gateway's ledger says. */
final class Oracle {
  private final Plan plan;
  private final List<Play.Paid> payments;
  private final List<Refund> refunds;
  private final List<Call> calls;
  private final List<Truth> truths;

  Oracle(
      Plan plan,
      List<Play.Paid> payments,
      List<Refund> refunds,
      List<Call> calls,
      List<Truth> truths) {
    this.plan = plan;
    this.payments = payments;
    this.refunds = refunds;
    this.calls = calls;
    this.truths = truths;
  }

  static Oracle of(Play play) {
    return new Oracle(
        play.plan,
        play.payments,
        play.refunds,
        play.calls,
        play.payments.stream()
            .map(paid -> new Truth(play.world.ledger(paid.id()), paid.price()))
            .toList());
  }

  /** Throws an {@link AssertionError} at the first thing that isn't true. */
  void check() {
    for (Truth truth : truths) {
      require(truth.captures().size() <= 1, null, "captured more than once: " + truth.entries);
    }
    for (Refund refund : refunds) {
      long executed = executed(refund).size();
      require(executed <= 1, null, "refund " + refund.number + " was executed " + executed + "x");
    }
    for (Call call : calls) {
      check(call);
    }
    for (Refund refund : refunds) {
      checkSettled(refund);
    }
  }

  private void check(Call call) {
    if (call.asked instanceof Asked.Confirm confirm && confirm.request().withoutCapture()) {
      require(
          caused(call).stream().noneMatch(e -> e.kind() == LedgerEntry.Kind.CAPTURE),
          call,
          "captured although it was to look only");
    }
    if (call.said instanceof Confirmed confirmed) {
      checkConfirmed(call, ((Asked.Confirm) call.asked).request(), confirmed);
    } else if (call.said instanceof NotConfirmed refused) {
      checkNotConfirmed(call, ((Asked.Confirm) call.asked).request(), refused);
    } else if (call.said instanceof Confirmation.AwaitingDeposit) {
      // An account's answer has no time on it that would show an unmarked replay.
      require(
          ever(call, s -> !s.held()) || plan.switches().contains(Switch.TOSS_REPLAY_UNMARKED),
          call,
          "paid already");
    } else if (call.said instanceof Cancellation cancellation) {
      checkCancellation(call, ((Asked.Cancel) call.asked).refund(), cancellation);
    } else if (call.said instanceof Optional<?> found) {
      found.ifPresent(payment -> checkFound(call, (Payment) payment));
      boolean hidden = paid(call).checkout() == Checkout.TEST_CHANNEL && !plan.acceptsTests();
      require(
          found.isPresent() || hidden || !call.settling, call, "an existing payment is not found");
    } else if (call.said instanceof OutcomeUnknownException unknown) {
      checkUnknown(call, unknown);
    } else if (call.said instanceof RuntimeException) {
      require(
          caused(call).isEmpty(),
          call,
          "its own requests moved money, which this exception denies: " + caused(call));
    }
  }

  private void checkConfirmed(Call call, ConfirmRequest request, Confirmed confirmed) {
    Play.Paid paid = paid(call);
    require(
        request.orderId().equals(paid.order()) && request.money().equals(paid.price()),
        call,
        "this isn't what was paid");
    Instant from = call.started;
    if (plan.gateway() == Gateway.TOSS && plan.switches().contains(Switch.TOSS_REPLAY_UNMARKED)) {
      // See docs/histories.md: an unmarked replay this young can't be told from a first answer.
      from = from.minus(Duration.ofSeconds(4));
    }
    require(
        truth(call)
            .everBetween(
                from, call.ended, s -> s.captured().equals(paid.price()) && s.refunded().isZero()),
        call,
        "never paid between call and return");
    if (confirmed.capture() == Capture.BY_THIS_CALL
        && !plan.switches().contains(Switch.TOSS_REPLAY_UNMARKED)) {
      require(
          truth(call).captures().stream().anyMatch(e -> call.sent(e.requestId())),
          call,
          "captured by another call");
    }
  }

  private void checkNotConfirmed(Call call, ConfirmRequest request, NotConfirmed refused) {
    boolean ours = request.orderId().equals(paid(call).order());
    switch (refused.moneyHeld()) {
      case YES -> require(ours && ever(call, Truth.State::held), call, "no money was held");
      case NO -> require(!ours || ever(call, s -> !s.held()), call, "money was held all the time");
      case UNKNOWN -> {}
    }
    NotConfirmed.Refund refund = refused.refund().orElse(null);
    if (refund == NotConfirmed.Refund.DONE) {
      require(ever(call, s -> !s.held()), call, "not refunded");
    }
    if (refund == null || refund == NotConfirmed.Refund.FAILED) {
      require(refundsOf(call).isEmpty(), call, "refunded in spite of it");
    }
  }

  private void checkCancellation(Call call, Refund refund, Cancellation said) {
    if (said instanceof Cancellation.Pending) {
      require(
          plan.switches().contains(Switch.IAMPORT_REFUNDS_LATER)
              || plan.switches().contains(Switch.TOSS_REFUNDS_LATER)
              || neverPaid(call),
          call,
          "nothing waits at this gateway");
      return;
    }
    Money amount = refund.amount;
    if (amount == null) {
      require(ever(call, s -> !s.held()), call, "money is left");
    } else {
      Instant first = since(refund);
      require(
          truth(call).refunds().stream()
              .anyMatch(
                  e ->
                      e.amount().equals(amount)
                          && !e.at().isBefore(first)
                          && !e.at().isAfter(call.ended)),
          call,
          "no such refund was made");
    }
  }

  private void checkFound(Call call, Payment payment) {
    require(payment.paymentId().equals(paid(call).id()), call, "found another payment");
    require(payment.orderId().equals(paid(call).order()), call, "found another order");
    require(
        ever(call, s -> s.balance().equals(payment.balance()))
            || payment.status().known() == Known.UNKNOWN,
        call,
        "never had this balance");
    if (payment.status().known() == Known.PAID) {
      require(ever(call, s -> s.held() && s.refunded().isZero()), call, "never paid");
    }
  }

  private void checkUnknown(Call call, OutcomeUnknownException unknown) {
    require(
        unknown.lookup() != null
            && unknown.lookup().paymentId().filter(paid(call).id()::equals).isPresent(),
        call,
        "names another lookup: " + unknown.lookup());
    if (call.asked instanceof Asked.Cancel) {
      require(unknown.pendingCancel().isPresent(), call, "gives no request to go on with");
    } else {
      require(plan.gateway() == Gateway.TOSS, call, "a confirm moves nothing at Iamport");
    }
    if (call.settling && call.asked instanceof Asked.Confirm) {
      boolean stored = plan.switches().contains(Switch.TOSS_STORES_SERVER_ERRORS);
      require(stored, call, "in doubt although the faults have stopped");
      require(!truth(call).last().held(), call, "in doubt although it is paid");
    }
  }

  /** After the faults have stopped, each refund has ended one way or the other, and said so. */
  private void checkSettled(Refund refund) {
    if (refund.calls.isEmpty()) {
      return;
    }
    Call last = refund.calls.get(refund.calls.size() - 1);
    int executed = executed(refund).size();
    boolean done = last.said instanceof Cancellation;
    if (last.said instanceof OutcomeUnknownException) {
      require(staysInDoubt(refund), last, "not settled although the faults have stopped");
      return;
    }
    if (last.said instanceof Cancellation.Pending) {
      require(
          plan.switches().contains(Switch.IAMPORT_REFUNDS_LATER) || neverPaid(last),
          last,
          "pending for ever");
      return;
    }
    if (done && executed == 0) {
      require(reachedByOthers(refund), last, "said to be done, and no request of it did it");
    }
    if (!done) {
      require(executed == 0, last, "executed, and yet its last call says it wasn't");
    }
  }

  /** Whether this is one of the cases in which nobody could tell; docs/histories.md lists them. */
  private boolean staysInDoubt(Refund refund) {
    boolean iamport = plan.gateway() == Gateway.IAMPORT;
    boolean part = refund.amount != null;
    boolean unseen =
        iamport
            && payments.get(refund.payment).checkout() == Checkout.TEST_CHANNEL
            && !plan.acceptsTests();
    boolean refusalLooksLikeAnError =
        iamport
            && plan.switches().contains(Switch.IAMPORT_PG_REFUSAL_IS_500)
            && executed(refund).isEmpty();
    boolean leavesNoTrace =
        iamport && part && plan.switches().contains(Switch.IAMPORT_REFUNDS_LATER);
    boolean othersRefunded =
        truths.get(refund.payment).refunds().stream()
            .anyMatch(e -> !refund.sent(e.requestId()) && !e.at().isBefore(since(refund)));
    return unseen || refusalLooksLikeAnError || leavesNoTrace || (part && othersRefunded);
  }

  private boolean reachedByOthers(Refund refund) {
    Truth truth = truths.get(refund.payment);
    if (refund.amount == null) {
      return !truth.last().held();
    }
    Instant first = since(refund);
    return truth.refunds().stream()
        .anyMatch(e -> e.amount().equals(refund.amount) && !e.at().isBefore(first));
  }

  /** From when a refund may be this one's: a shop that names the balance has a past of its own. */
  private Instant since(Refund refund) {
    return plan.refunds().get(refund.number).namesBalance()
        ? Instant.MIN
        : refund.calls.get(0).started;
  }

  private boolean neverPaid(Call call) {
    return truth(call).captures().isEmpty();
  }

  private List<LedgerEntry> executed(Refund refund) {
    return truths.get(refund.payment).refunds().stream()
        .filter(entry -> refund.sent(entry.requestId()))
        .toList();
  }

  /** What the requests of this call alone moved, ever. */
  private List<LedgerEntry> caused(Call call) {
    return truths.stream()
        .flatMap(truth -> truth.entries.stream())
        .filter(entry -> call.sent(entry.requestId()))
        .toList();
  }

  private List<LedgerEntry> refundsOf(Call call) {
    return caused(call).stream().filter(e -> e.kind() == LedgerEntry.Kind.REFUND).toList();
  }

  private boolean ever(Call call, Predicate<Truth.State> so) {
    return truth(call).everBetween(call.started, call.ended, so);
  }

  private Truth truth(Call call) {
    return truths.get(call.asked.payment());
  }

  private Play.Paid paid(Call call) {
    return payments.get(call.asked.payment());
  }

  private void require(boolean so, @Nullable Call call, String otherwise) {
    if (!so) {
      throw new AssertionError(call == null ? otherwise : otherwise + "\n  at " + call);
    }
  }
}
