package kr.pgsdk.durable;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway said of a payment.
 *
 * @param payment as it was shown; null if it wasn't, or is of another order
 * @param outcome a word for the store
 * @param freesSlot whether its own request captures nothing any more, so another payment may be
 *     captured once no other request for it is worked on
 * @param confirmedTwice whether a second look showed the same
 */
record Observation(
    PaymentKey key,
    @Nullable Payment payment,
    String outcome,
    boolean freesSlot,
    boolean confirmedTwice,
    Optional<Refusal> refusal) {
  static final String CONFIRMED = "CONFIRMED";
  static final String AWAITING = "AWAITING_DEPOSIT";

  /** It isn't what the order costs. */
  static final String MISMATCH = Reason.MISMATCH.name();

  /** It belongs to another order, whoever named it with this one. */
  static final String FOREIGN = "FOREIGN";

  private static final Set<Reason> UNFINISHED =
      EnumSet.of(Reason.NOT_YET_PAID, Reason.UNKNOWN_STATUS);

  /** A payment that was captured once, or can't be. */
  static final Set<Known> ENDED =
      EnumSet.of(
          Known.PAID,
          Known.PARTIALLY_CANCELLED,
          Known.CANCEL_PENDING,
          Known.CANCELLED,
          Known.FAILED,
          Known.WAITING_FOR_DEPOSIT);

  static Observation of(PaymentKey key, Confirmation outcome) {
    if (outcome instanceof Confirmed confirmed) {
      return new Observation(key, confirmed.payment(), CONFIRMED, false, false, Optional.empty());
    }
    if (outcome instanceof AwaitingDeposit awaiting) {
      return new Observation(key, awaiting.payment(), AWAITING, true, false, Optional.empty());
    }
    NotConfirmed refused = (NotConfirmed) outcome;
    boolean foreign =
        refused.payment().isPresent()
            && refused.mismatches().stream().anyMatch(m -> m.field() == Mismatch.Field.ORDER_ID);
    boolean captured =
        refused.payment().isPresent()
            && (refused.moneyHeld() == MoneyHeld.YES || isRefundUnderWay(refused));
    // As asked for, and a part has gone back before it was seen: it pays the order all the same.
    boolean pays = captured && refused.reason() == Reason.CANCELLED;
    // The verb says NO where nothing is captured; what is captured or cancelled is so once.
    boolean frees =
        captured
            || (refused.payment().isPresent() && refused.reason() == Reason.CANCELLED)
            || refused.moneyHeld() == MoneyHeld.NO
            || refused.reason() == Reason.NOT_FOUND
            || (refused.reason() == Reason.MISMATCH && refused.payment().isEmpty());
    return new Observation(
        key,
        foreign ? null : refused.payment().orElse(null),
        foreign ? FOREIGN : pays ? CONFIRMED : refused.reason().name(),
        frees && !UNFINISHED.contains(refused.reason()),
        false,
        refused.refusal());
  }

  /** Captured, and what is on its way back to the buyer hasn't arrived. */
  private static boolean isRefundUnderWay(NotConfirmed refused) {
    return refused.reason() == Reason.CANCELLED
        && refused
            .payment()
            .filter(payment -> payment.paidAt().isPresent())
            .map(PaymentRows::held)
            .filter(held -> !held.isZero())
            .isPresent();
  }

  /** What a cancel showed of the payment after it; {@link #judgedAs} says what it is. */
  static Observation after(PaymentKey key, Payment payment) {
    return new Observation(
        key,
        payment,
        payment.status().known().name(),
        payment.balance().isZero(),
        false,
        Optional.empty());
  }

  /**
   * A cancel doesn't compare a payment with its order: one that is still paid is to its order what
   * a look found it to be before. And what was captured as the order's stays so while its amount is
   * the same: a promotion that explained it may be gone once a part was given back.
   */
  Observation judgedAs(@Nullable PaymentRow known) {
    if (known == null) {
      return this;
    }
    boolean paid = outcome.equals(Known.PAID.name());
    if (!paid && !isStillTheOrders(known)) {
      return this;
    }
    String before = known.outcome().equals(AWAITING) ? CONFIRMED : known.outcome();
    return new Observation(key, payment, before, freesSlot, confirmedTwice, refusal);
  }

  private boolean isStillTheOrders(PaymentRow known) {
    return outcome.equals(MISMATCH)
        && known.outcome().equals(CONFIRMED)
        && payment != null
        && !known.captured().isZero()
        && known.captured().equals(payment.amount());
  }

  /** Whether nothing is captured by it any more, whoever has asked for that. */
  boolean endsCapture() {
    return isConfirmed()
        || outcome.equals(FOREIGN)
        || (payment != null && freesSlot && ENDED.contains(payment.status().known()));
  }

  /** Whether nobody has captured it so far, or tried to. */
  boolean isUntouched() {
    return payment != null && payment.status().known() == Known.READY;
  }

  Observation again() {
    return new Observation(key, payment, outcome, freesSlot, true, refusal);
  }

  boolean isConfirmed() {
    return outcome.equals(CONFIRMED);
  }

  boolean isAwaiting() {
    return outcome.equals(AWAITING);
  }
}
