package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.StoreSession;
import org.jspecify.annotations.Nullable;

/**
 * Calls the gateway with a refund: the intent is committed before the socket is touched. Each
 * sending, by whichever server, has the same key, reference and balance.
 */
record RefundCall(
    PaymentStore store,
    Settings settings,
    Sealer sealer,
    RefundResults results,
    Listeners listeners) {
  /** Another server has taken the refund over: nothing is sent by this one. */
  private static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * One call with a refund.
   *
   * @param before the refund as it was before the call
   * @param now as it was written right before it was sent; {@code before} if it wasn't
   * @param begun when the call began: what it showed may be as old
   */
  record Sent(RefundRow before, RefundRow now, Instant begun) {
    boolean wasSent() {
      return now.fence() != before.fence();
    }
  }

  /**
   * Calls.
   *
   * @param refund with its payment
   * @param failures told if the gateway couldn't be asked, or its response was lost
   * @return when it is due again; null if it has ended
   */
  @Nullable Duration make(RefundRow refund, Account account, Consumer<PaymentException> failures) {
    long start = settings.nanoTime().getAsLong();
    Instant now = store.inNew(StoreSession::now);
    Intent intent = new Intent(refund, account, now);
    CancelRequest request = request(refund, now).beforeSending(intent::commit).build();
    Duration left = settings.left(start);
    if (left == null) {
      return Refunds.BETWEEN_TWO; // this server stood still: nothing was sent
    }
    try {
      return results.ended(intent.sent(), request, account.within(left).cancel(request));
    } catch (TakenOver e) {
      listeners.leaseLost("refund " + refund.refundId());
      return Refunds.BETWEEN_TWO;
    } catch (RefundConflicts.InTheWay e) {
      return behindAnother(refund, now);
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.DUPLICATE) { // another one has the payment's slot
        return behindAnother(refund, now);
      }
      throw e;
    } catch (OutcomeUnknownException e) {
      failures.accept(e);
      return results.inDoubt(intent.sent(), request, e);
    } catch (GatewayException e) {
      return results.refusedByGateway(intent.sent(), request, account, e);
    } catch (VerificationException | IllegalArgumentException e) {
      return results.refusedByLookup(intent.sent(), request, e);
    } catch (PaymentException e) {
      failures.accept(e);
      return results.notNow(intent.sent(), request, e);
    }
  }

  private static Duration behindAnother(RefundRow refund, Instant now) {
    return Settings.growing(refund.createdAt(), now, Refunds.BETWEEN_TWO, Refunds.LONGEST_PAUSE);
  }

  /** T1 of a refund. */
  private final class Intent {
    private final RefundRow before;
    private final Account account;
    private final Instant begun;
    private RefundRow now;

    Intent(RefundRow refund, Account account, Instant begun) {
      this.before = refund;
      this.account = account;
      this.begun = begun;
      this.now = refund;
    }

    Sent sent() {
      return new Sent(before, now, begun);
    }

    /** Written before the socket is touched; whatever it throws, nothing is sent. */
    void commit(String text) {
      now = store.inNew(session -> committed(session, text));
    }

    private RefundRow committed(StoreSession session, String text) {
      PaymentKey payment = Objects.requireNonNull(before.payment());
      RefundRow row = session.lockRefund(before.refundId()).orElseThrow();
      if (row.fence() != before.fence() || row.state().isEnd()) {
        throw new TakenOver();
      }
      RefundConflicts.requireNone(session, row.of(payment), account);
      Instant until = session.now().plus(settings.call());
      RefundRow sent = row.of(payment).sending(sealer.seal(text), Ids.slot(payment), until);
      session.updateRefund(sent);
      return sent;
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
}
