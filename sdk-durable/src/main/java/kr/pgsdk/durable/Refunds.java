package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Kind;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** Sends refunds: the intent is written before the socket is touched, and the end after it. */
final class Refunds {
  private static final Duration BETWEEN_TWO = Duration.ofSeconds(10);
  private static final Duration LONGEST_BEHIND = Duration.ofMinutes(1);
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_SENDS_AFTER_A_REFUSAL = 5;

  private final PaymentStore store;
  private final Accounts accounts;
  private final Settings settings;
  private final Sealer sealer;
  private final Recorder recorder;
  private final Looker looker;
  private final Deliverer deliverer;
  private final Listeners listeners;

  Refunds(
      PaymentStore store,
      Accounts accounts,
      Settings settings,
      Sealer sealer,
      Recorder recorder,
      Looker looker,
      Deliverer deliverer,
      Listeners listeners) {
    this.store = store;
    this.accounts = accounts;
    this.settings = settings;
    this.sealer = sealer;
    this.recorder = recorder;
    this.looker = looker;
    this.deliverer = deliverer;
    this.listeners = listeners;
  }

  /** Another server has taken the refund over: nothing is sent by this one. */
  private static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Works on one refund, whose lease the caller has.
   *
   * @param failures told if the gateway couldn't be asked, or its answer was lost
   * @return when it is due again; null if it has ended
   */
  @Nullable Duration work(String refundId, Consumer<PaymentException> failures) {
    RefundRow refund = store.inNew(session -> session.refund(refundId)).orElse(null);
    if (refund == null || refund.state().isEnd()) {
      return null;
    }
    PaymentRow payment = paid(refund);
    if (payment == null) {
      return refuse(refund, notPaid(refund));
    }
    Account account = accounts.known(payment.key().account());
    if (account == null) {
      return LONGEST_PAUSE; // another process knows the account
    }
    if (isOvertaken(refund)) {
      return refuse(refund, "the payment pays the order now: the other one holds no money");
    }
    return send(refund.of(payment.key()), account, failures);
  }

  /** The payment to refund, looked up if it isn't known to be captured. */
  private @Nullable PaymentRow paid(RefundRow refund) {
    PaymentRow known = payment(refund);
    if (refund.kind() == Kind.CLOSE_ACCOUNT || refund.sends() > 0) {
      return known;
    }
    if (known == null || known.captured().isZero()) {
      looker.look(refund.orderId());
      deliverer.deliver(refund.orderId());
      known = payment(refund);
    }
    return known == null || known.captured().isZero() ? null : known;
  }

  /** A shop that moved to DurablePayments still has payments that it made without. */
  private String notPaid(RefundRow refund) {
    return store.inNew(session -> session.order(refund.orderId())).isPresent()
        ? "the order isn't paid: close it instead"
        : "this shop has opened no such order here: a payment that was made without"
            + " DurablePayments is refunded with PaymentGateway.cancel";
  }

  private @Nullable PaymentRow payment(RefundRow refund) {
    return store.inNew(session -> payment(session, refund)).orElse(null);
  }

  private Optional<PaymentRow> payment(StoreSession session, RefundRow refund) {
    if (refund.payment() != null) {
      return session.payment(refund.payment());
    }
    PaymentId named = parsed(refund).paymentId();
    PaymentKey paying = session.order(refund.orderId()).map(OrderRow::paying).orElse(null);
    return session.payments(refund.orderId()).stream()
        .filter(
            payment ->
                RefundText.isAny(named)
                    ? payment.key().equals(paying)
                    : payment.key().paymentId().equals(named.value()))
        .findFirst();
  }

  private CancelRequest parsed(RefundRow refund) {
    String details = refund.details();
    if (details == null) {
      throw new IllegalStateException("what refund " + refund.refundId() + " asks for is erased");
    }
    return CancelRequest.resume(sealer.open(details));
  }

  /** Whether a second payment has become the one that pays, since the first holds nothing. */
  private boolean isOvertaken(RefundRow refund) {
    PaymentKey duplicate = refund.payment();
    if (duplicate == null
        || !refund.refundId().equals(Ids.ownRefund(Misplaced.DUPLICATE, duplicate))
        || refund.sends() > 0) {
      return false; // a shop's own refund, whatever its id begins with, is sent
    }
    looker.look(refund.orderId());
    return store.inNew(
        session -> {
          OrderRow order = session.lockOrder(refund.orderId()).orElseThrow();
          PaymentKey paying = order.paying();
          PaymentRow first = paying == null ? null : session.payment(paying).orElse(null);
          PaymentRow second = session.payment(duplicate).orElse(null);
          if (first == null || first.holdsMoney() || second == null || !second.holdsMoney()) {
            return false;
          }
          session.savePayment(first.in(PaymentRow.Role.OTHER));
          session.savePayment(second.in(PaymentRow.Role.PAYS));
          session.updateOrder(order.moved(OrderRow.State.PAID, second.key()).next(session.now()));
          session.schedule(
              new WorkKey(WorkKey.Kind.ORDER, order.orderId()), session.now()); // to be delivered
          return true;
        });
  }

  private @Nullable Duration send(
      RefundRow refund, Account account, Consumer<PaymentException> failures) {
    long start = settings.nanoTime().getAsLong();
    Instant now = store.inNew(StoreSession::now);
    Instant sentUntil = refund.sentUntil();
    if (refund.state() == State.IN_FLIGHT && sentUntil != null && now.isBefore(sentUntil)) {
      return Duration.between(now, sentUntil); // the server that sent it may still be at it
    }
    Sending sending = new Sending(refund);
    CancelRequest request = request(refund, now).beforeSending(sending::intent).build();
    Duration spent = Duration.ofNanos(settings.nanoTime().getAsLong() - start);
    Duration deadline = settings.call().minus(spent);
    if (deadline.compareTo(SHORTEST_CALL) < 0) {
      return BETWEEN_TWO; // this server stood still: nothing was sent
    }
    try {
      return ended(sending, request, account.within(deadline).cancel(request));
    } catch (TakenOver e) {
      listeners.leaseLost("refund " + refund.refundId());
      return BETWEEN_TWO;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.DUPLICATE) {
        // Another refund of the payment is in flight, or in doubt until a person ends it.
        return Settings.growing(refund.createdAt(), now, BETWEEN_TWO, LONGEST_PAUSE);
      }
      throw e;
    } catch (OutcomeUnknownException e) {
      failures.accept(e);
      return inDoubt(sending, request, e);
    } catch (GatewayException e) {
      return e.isRetryable() || hasMoved(sending, request, account)
          ? notNow(sending, request, e)
          : refused(sending, request, e);
    } catch (VerificationException | IllegalArgumentException e) {
      return isBehind(refund) ? notNow(sending, request, e) : refused(sending, request, e);
    } catch (PaymentException e) {
      failures.accept(e);
      return notNow(sending, request, e);
    }
  }

  /**
   * Whether the look that spoke against the refund may be older than what is known: the payment has
   * changed within the time that lookups can be behind, and has enough money by that.
   */
  private boolean isBehind(RefundRow refund) {
    PaymentRow known = payment(refund);
    if (known == null || !known.holdsMoney()) {
      return false;
    }
    Money amount = refund.amount();
    boolean enough = amount == null || amount.amount().compareTo(known.balance().amount()) <= 0;
    return enough && now().isBefore(known.seenAt().plus(LONGEST_BEHIND));
  }

  /** One call with a refund. */
  private final class Sending {
    private final RefundRow before;
    private RefundRow now;

    Sending(RefundRow refund) {
      this.before = refund;
      this.now = refund;
    }

    /** Written before the socket is touched; whatever it throws, nothing is sent. */
    void intent(String text) {
      PaymentKey payment = Objects.requireNonNull(before.payment());
      now =
          store.inNew(
              session -> {
                RefundRow row = session.lockRefund(before.refundId()).orElseThrow();
                if (row.fence() != before.fence() || row.state().isEnd()) {
                  throw new TakenOver();
                }
                RefundRow sent =
                    row.of(payment)
                        .sending(
                            sealer.seal(text),
                            Ids.slot(payment),
                            session.now().plus(settings.call()));
                session.updateRefund(sent);
                return sent;
              });
    }
  }

  private CancelRequest.Builder request(RefundRow refund, Instant now) {
    String pinned = refund.pinned();
    if (pinned != null) {
      Instant until = refund.sentUntil() == null ? now : refund.sentUntil();
      Duration since = Duration.between(until, now);
      return CancelRequest.resume(sealer.open(pinned), since.isNegative() ? Duration.ZERO : since)
          .newBuilder();
    }
    PaymentKey payment = Objects.requireNonNull(refund.payment());
    String details = Objects.requireNonNull(refund.details());
    return RefundText.request(sealer.open(details), PaymentId.of(payment.paymentId()))
        .idempotencyKey(Ids.key(store.shop(), refund.refundId(), refund.sends()))
        .reference(Ids.reference(store.shop(), refund.refundId()));
  }

  private @Nullable Duration ended(Sending sending, CancelRequest request, Cancellation done) {
    RefundRow refund = sending.now;
    boolean pending = done instanceof Cancellation.Pending;
    State state = pending ? State.PENDING : State.DONE;
    if (refund.kind() == Kind.CLOSE_ACCOUNT && !done.payment().balance().isZero()) {
      state = State.DEPOSITED;
    }
    end(refund, state, request, done.cancelledNow().orElse(null), null, null);
    PaymentKey payment = Objects.requireNonNull(refund.payment());
    recorder.record(
        refund.orderId(), Recorder.ANY_VERSION, List.of(Observed.after(payment, done.payment())));
    deliverer.deliver(refund.orderId());
    return pending
        ? Settings.growing(refund.createdAt(), now(), Duration.ofMinutes(1), LONGEST_PAUSE)
        : null;
  }

  private Instant now() {
    return store.inNew(StoreSession::now);
  }

  private Duration inDoubt(Sending sending, CancelRequest request, OutcomeUnknownException e) {
    RefundRow refund = sending.now;
    CancelRequest pending = e.pendingCancel().orElse(request);
    end(refund, State.UNKNOWN, pending, null, e.gatewayCode().orElse(null), words(e));
    listeners.inDoubt(OrderId.of(refund.orderId()));
    return e.retryAfter()
        .orElse(Settings.growing(refund.createdAt(), now(), Settings.DOUBT, LONGEST_PAUSE));
  }

  /**
   * Whether another refund changed the balance between the look and the sending: the gateway then
   * refuses for the balance, not for the refund. It is sent again, under a key of its own, for the
   * gateway keeps the refusal under the first.
   */
  private boolean hasMoved(Sending sending, CancelRequest request, Account account) {
    RefundRow refund = sending.now;
    boolean sent = refund.fence() != sending.before.fence();
    Money pinned = request.expectedBalance().orElse(null);
    if (pinned == null
        || !sent
        || sending.before.state() != State.NEW
        || refund.sends() >= MOST_SENDS_AFTER_A_REFUSAL) {
      return false;
    }
    try {
      return account
          .within(settings.call())
          .find(PaymentLookup.byPaymentId(request.paymentId()))
          .map(Payment::balance)
          .filter(balance -> !balance.isZero() && !balance.equals(pinned))
          .isPresent();
    } catch (PaymentException e) {
      return false;
    }
  }

  private @Nullable Duration refused(Sending sending, CancelRequest request, RuntimeException e) {
    RefundRow refund = sending.now;
    String code = e instanceof PaymentException p ? p.gatewayCode().orElse(null) : null;
    State state = sending.before.state() == State.PENDING ? State.FAILED : State.REFUSED;
    if (refund.kind() == Kind.CLOSE_ACCOUNT) {
      looker.look(refund.orderId());
      PaymentRow now = payment(refund);
      state = now != null && now.holdsMoney() ? State.DEPOSITED : state;
    }
    end(refund, state, request, null, code, words(e));
    deliverer.deliver(refund.orderId());
    return null;
  }

  /** Nothing of it was executed: it stands as before, and is tried again later. */
  private Duration notNow(Sending sending, CancelRequest request, RuntimeException e) {
    PaymentException failed = e instanceof PaymentException p ? p : null;
    RefundRow refund = sending.now;
    State was = sending.before.state();
    boolean everSent = was != State.NEW;
    State before = was == State.IN_FLIGHT ? State.UNKNOWN : was;
    end(
        refund,
        before,
        everSent ? request : null,
        null,
        failed == null ? null : failed.gatewayCode().orElse(null),
        words(e));
    return Optional.ofNullable(failed)
        .flatMap(PaymentException::retryAfter)
        .orElse(Settings.growing(refund.createdAt(), now(), Settings.DOUBT, LONGEST_PAUSE));
  }

  private @Nullable Duration refuse(RefundRow refund, String why) {
    end(refund, State.REFUSED, null, null, null, why);
    return null;
  }

  /**
   * Writes what became of it. The answer to its own POST is proof under any fence; a doubt or a
   * refusal is this server's to write only while no other has sent it since.
   */
  private void end(
      RefundRow refund,
      State state,
      @Nullable CancelRequest request,
      @Nullable Money done,
      @Nullable String code,
      @Nullable String message) {
    boolean proof = state == State.DONE || state == State.PENDING || state == State.DEPOSITED;
    store.run(
        session -> {
          RefundRow now = session.lockRefund(refund.refundId()).orElseThrow();
          boolean mine = now.fence() == refund.fence();
          if ((!mine && !proof) || now.state().isEnd()) {
            return;
          }
          String text = request == null ? null : sealer.seal(request.toText());
          Instant at = session.now();
          session.updateRefund(
              now.of(refund.payment() == null ? now.payment() : refund.payment())
                  .ended(state, text, done, cut(code, 100), cut(message, 500), at));
          session.addEvent(
              new EventRow(
                  refund.orderId(), at, "REFUND_" + state, null, "refund " + refund.refundId()));
          if (proof) {
            // The payment has changed too; whoever dies before recording that leaves this behind.
            session.hint(new WorkKey(WorkKey.Kind.ORDER, refund.orderId()));
          }
        });
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

  /** As the columns hold it: what the gateway did must not go unwritten for its words. */
  private static @Nullable String cut(@Nullable String words, int length) {
    if (words == null) {
      return null;
    }
    String text = words.replace('\0', ' ');
    return text.length() <= length ? text : text.substring(0, length);
  }
}
