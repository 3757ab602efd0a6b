package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.RefundCall.Sent;
import kr.pgsdk.durable.RefundRecords.Result;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Kind;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;

/** What follows from a call with a refund. Each returns when it is due again; null at its end. */
record RefundResults(
    PaymentStore store,
    Settings settings,
    RefundRecords records,
    RefundedPayment payments,
    Recorder recorder,
    OrderRefresh refresh,
    Deliverer deliverer,
    SharedCancels sharedCancels,
    Listeners listeners) {
  private static final int MOST_SENDS_AFTER_A_REFUSAL = 5;

  /** The gateway shows it as done, or accepted. */
  @Nullable Duration ended(Sent sent, CancelRequest request, Cancellation done) {
    RefundRow refund = sent.now();
    boolean pending = done instanceof Cancellation.Pending;
    State state = pending ? State.PENDING : State.DONE;
    if (refund.kind() == Kind.CLOSE_ACCOUNT && !done.payment().balance().isZero()) {
      state = State.DEPOSITED;
    }
    records.write(
        refund, Result.proved(state, request, state == State.DONE ? back(refund, done) : null));
    PaymentKey payment = Objects.requireNonNull(refund.payment());
    Recorder.Recorded recorded =
        recorder.record(refund.orderId(), Observation.after(payment, done.payment()));
    if (recorded.result() == Recorder.Result.DOUBTFUL) {
      refresh.look(refund.orderId()); // the cancel's own lookup was behind, or a deposit is gone
    }
    deliverer.deliver(refund.orderId());
    return pending
        ? Settings.growing(refund.createdAt(), now(), Duration.ofMinutes(1), Refunds.LONGEST_PAUSE)
        : sharedCancels.afterEnd(refund);
  }

  /** A part is done only by a cancel of its amount, in this call or before it. */
  private static @Nullable Money back(RefundRow refund, Cancellation done) {
    boolean nothing = done.payment().cancelled().isZero();
    return done.cancelledNow().orElse(nothing ? null : refund.amount());
  }

  private Instant now() {
    return store.inNew(StoreSession::now);
  }

  /** Nothing proves what became of it. */
  Duration inDoubt(Sent sent, CancelRequest request, OutcomeUnknownException e) {
    RefundRow refund = sent.now();
    unknown(refund, e.pendingCancel().orElse(request), e);
    return pause(refund, e);
  }

  private void unknown(RefundRow refund, CancelRequest pending, PaymentException e) {
    records.write(
        refund, new Result(State.UNKNOWN, pending, null, e.gatewayCode().orElse(null), words(e)));
    listeners.inDoubt(OrderId.of(refund.orderId()));
  }

  /** As long as the gateway asks for, unless that is for ever. */
  private Duration pause(RefundRow refund, @Nullable PaymentException why) {
    Duration asked = Optional.ofNullable(why).flatMap(PaymentException::retryAfter).orElse(null);
    if (asked == null) {
      return Settings.growing(refund.createdAt(), now(), Settings.DOUBT, Refunds.LONGEST_PAUSE);
    }
    return Settings.atMost(Refunds.LONGEST_PAUSE, asked);
  }

  /** The gateway refuses it, or a lookup proves that it wasn't executed. */
  @Nullable Duration refusedByGateway(
      Sent sent, CancelRequest request, Account account, GatewayException e) {
    // What a lookup proves has neither.
    boolean lookupRefused = e.httpStatus().isPresent() || e.gatewayCode().isPresent();
    boolean onlyLooked = !sent.wasSent() && (sent.before().state() == State.NEW || lookupRefused);
    if (e.isRetryable() || onlyLooked) {
      return notNow(sent, request, e);
    }
    if (!hasMoved(sent, request, account, e)) {
      return refused(sent, request, e);
    }
    return isByTheCompany(e) ? companyMayHaveDoneIt(sent, e) : notNow(sent, request, e);
  }

  /** A payment company's refusal that the gateway passes on, as its own server error. */
  private static boolean isByTheCompany(GatewayException e) {
    return e.httpStatus().orElse(0) >= 500;
  }

  /** It refused, and the balance has fallen by its refund or by another's: each is possible. */
  private Duration companyMayHaveDoneIt(Sent sent, GatewayException e) {
    RefundRow refund = sent.now();
    unknown(refund, records.stored(Objects.requireNonNull(refund.pinned())), e);
    return pause(refund, null);
  }

  /** The payment that a lookup shows isn't one that could be refunded so. */
  @Nullable Duration refusedByLookup(Sent sent, CancelRequest request, RuntimeException e) {
    return mayHaveMoney(sent) ? notNow(sent, request, e) : refused(sent, request, e);
  }

  /**
   * Whether there may be money for the refund that a look doesn't show: another refund is under
   * way, which may yet fail; or the look may be older than what is known, for the payment has
   * changed within the time that lookups can be behind. The look is as old as the call, however
   * long this server stood still since.
   */
  private boolean mayHaveMoney(Sent sent) {
    PaymentRow known = payments.of(sent.before());
    if (known == null || !known.holdsMoney()) {
      return false;
    }
    Money amount = sent.before().amount();
    boolean enough = amount == null || amount.amount().compareTo(known.balance().amount()) <= 0;
    boolean behind = sent.begun().isBefore(known.seenAt().plus(Settings.LONGEST_BEHIND));
    return enough && (behind || isAnotherUnderWay(sent.before()));
  }

  private boolean isAnotherUnderWay(RefundRow refund) {
    return store.inNew(
        session ->
            session.refunds(refund.orderId()).stream()
                .filter(other -> !other.refundId().equals(refund.refundId()))
                .filter(other -> Objects.equals(other.payment(), refund.payment()))
                .anyMatch(other -> other.state() == State.PENDING));
  }

  /**
   * Whether another refund changed the balance between the look and the sending: the gateway then
   * refuses for the balance, not for the refund. It is sent again, under a key of its own, for the
   * gateway keeps the refusal under the first.
   */
  private boolean hasMoved(
      Sent sent, CancelRequest request, Account account, GatewayException refusal) {
    Money pinned = request.expectedBalance().orElse(null);
    if (pinned == null
        || !sent.wasSent()
        || sent.before().state() != State.NEW
        || sent.now().sends() >= MOST_SENDS_AFTER_A_REFUSAL) {
      return false;
    }
    PaymentRow known = payments.of(sent.before());
    if (known != null && isOther(known.balance(), pinned) && !isByTheCompany(refusal)) {
      return true; // a lookup could be behind
    }
    try {
      return account
          .within(settings.call())
          .find(PaymentLookup.byPaymentId(request.paymentId()))
          .filter(payment -> isOther(payment.balance(), pinned))
          .isPresent();
    } catch (PaymentException e) {
      return true; // nothing speaks for the refund's being refused for itself
    }
  }

  private static boolean isOther(Money balance, Money pinned) {
    return !balance.isZero() && !balance.equals(pinned);
  }

  private @Nullable Duration refused(Sent sent, CancelRequest request, RuntimeException e) {
    RefundRow refund = sent.now();
    String code = e instanceof PaymentException p ? p.gatewayCode().orElse(null) : null;
    State state = wasAccepted(sent, e) ? State.FAILED : State.REFUSED;
    if (refund.kind() == Kind.CLOSE_ACCOUNT) {
      refresh.look(refund.orderId());
      PaymentRow now = payments.of(refund);
      state = now != null && now.holdsMoney() ? State.DEPOSITED : state;
    }
    records.write(refund, new Result(state, request, null, code, words(e)));
    deliverer.deliver(refund.orderId());
    return null;
  }

  /** Whether it has failed after the gateway accepted it: this call only saw that. */
  private static boolean wasAccepted(Sent sent, RuntimeException e) {
    State before = sent.before().state();
    return before == State.PENDING
        || (before != State.NEW && !sent.wasSent() && e instanceof GatewayException);
  }

  /** Nothing of it was executed: it stands as before, and is tried again later. */
  Duration notNow(Sent sent, CancelRequest request, RuntimeException e) {
    PaymentException failed = e instanceof PaymentException p ? p : null;
    RefundRow refund = sent.now();
    State was = sent.before().state();
    records.write(
        refund,
        new Result(
            was == State.IN_FLIGHT ? State.UNKNOWN : was,
            was == State.NEW ? null : request,
            null,
            failed == null ? null : failed.gatewayCode().orElse(null),
            words(e)));
    return pause(refund, failed);
  }

  /** Nothing is sent for it, unless what speaks against it has changed by now. */
  @Nullable Duration refuse(RefundRow refund, String why, Predicate<StoreSession> still) {
    return records.writeIf(refund, new Result(State.REFUSED, null, null, null, why), still)
        ? null
        : Refunds.BETWEEN_TWO;
  }

  /** Only this text is stored, so it ends with the gateway's own reason. */
  private static @Nullable String words(RuntimeException e) {
    String message = e.getMessage();
    String reason = e instanceof PaymentException p ? p.gatewayMessage().orElse(null) : null;
    return message == null || reason == null
        ? message
        : message.replace("; gatewayMessage() has its reason", "")
            + " The gateway's reason: "
            + reason.replaceAll("\\p{Cntrl}", " ");
  }
}
