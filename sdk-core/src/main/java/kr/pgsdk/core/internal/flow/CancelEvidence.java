package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Phase;
import kr.pgsdk.core.internal.flow.CancelRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a payment proves about one refund. That a cancel is there, or that the balance fell, proves
 * that somebody cancelled; only a cancel that can be attributed proves that this refund did.
 */
final class CancelEvidence {
  /** Where a refund stands by what a payment shows. */
  enum Standing {
    /** Nothing shows it. */
    NOT_SHOWN,
    /** More than one cancel could be it. */
    UNCLEAR,
    /** Accepted, and not finished. */
    PENDING,
    /** Executed. */
    DONE,
    /** Accepted, and given up. */
    GIVEN_UP
  }

  /** A standing, and the cancel that proves it. */
  record Finding(Standing standing, @Nullable Row row) {
    @Nullable Money amount() {
      return row == null ? null : row.cancel().amount();
    }
  }

  private static final Set<Known> NEVER_CAPTURED =
      EnumSet.of(
          Known.READY, Known.IN_PROGRESS, Known.WAITING_FOR_DEPOSIT, Known.FAILED, Known.EXPIRED);

  private static final Set<Known> PAID_INTO = EnumSet.of(Known.PAID, Known.PARTIALLY_CANCELLED);

  private final CancelRequest request;
  private final CancelMark mark;
  private final boolean reasonsKept;
  private final boolean keyMayBeReused;
  private final ClaimedRows claims;
  private final CancelGoal goal;
  private final CancelAmount amount;

  CancelEvidence(CancelRequest request, CancelSteps steps, ClaimedRows claims) {
    this.request = request;
    this.mark = CancelMark.of(request, steps);
    this.reasonsKept = steps.keepsReasons();
    this.keyMayBeReused = steps.knowsKeys() && CancelMemory.of(request).hasCallersKey();
    this.claims = claims;
    this.goal = new CancelGoal(request);
    this.amount = new CancelAmount(request, goal, steps.fullCancelMayTakeLess());
  }

  /** Whether the caller gave the key: an earlier process may have sent the request under it. */
  boolean keyMayBeReused() {
    return keyMayBeReused;
  }

  /** What a refund of all asks for. */
  CancelGoal goal() {
    return goal;
  }

  /** How much the refund is of. */
  CancelAmount amount() {
    return amount;
  }

  CancelMark mark() {
    return mark;
  }

  /**
   * What the answer to the refund's own request proves: a new cancel of its amount, the only one
   * that isn't surely another's, is its own whatever the reason says.
   *
   * @param before the cancels of the lookup before it
   * @param balance the balance it was sent with
   */
  Finding inAnswer(Payment answer, List<String> before, Money balance) {
    Money asked = request.amount().orElse(balance);
    boolean anyAmount = asked.isZero(); // all of what was deposited since
    List<Row> candidates =
        CancelRows.without(answer, before).stream()
            .filter(row -> anyAmount || row.cancel().amount().equals(asked))
            .filter(row -> !mark.isAnothers(row.cancel()))
            .toList();
    if (candidates.size() > 1) {
      List<Row> marked = candidates.stream().filter(row -> mark.isOwn(row.cancel())).toList();
      candidates = marked.isEmpty() ? candidates : marked;
    }
    return finding(candidates, answer);
  }

  /** What a lookup, or an old response, proves. */
  Finding inLookup(Payment payment, CancelState state) {
    String known = state.ownRow();
    List<Row> own =
        known == null ? List.of() : CancelRows.named(payment, known, state.rowsBefore());
    if (own.size() > 1) {
      own = own.stream().filter(row -> mark.isOwn(row.cancel())).toList();
    }
    if (state.isInDoubt() && state.sent() != null) {
      // What a response has named is another's, if the response went astray.
      Money balanceSent = Money.of(state.sent().balanceSent(), payment.amount().currency());
      own = own.stream().filter(row -> amount.isAsked(payment, row, balanceSent)).toList();
    }
    if (own.isEmpty()) {
      own =
          CancelRows.of(payment).stream()
              .filter(row -> mark.isOwn(row.cancel()) && amount.fits(payment, row, state))
              .toList();
    }
    if (own.isEmpty()
        && state.isInDoubt()
        && !reasonsKept
        && request.amount().isPresent()
        && !isNamedUnshown(payment, state)) {
      own = unmarked(payment, state);
    }
    return own.isEmpty() && isGivenUpAmongOthers(payment, state)
        ? new Finding(Standing.GIVEN_UP, null)
        : finding(own, payment);
  }

  /** Whether a response has named its cancel, and the payment doesn't show that one yet. */
  private static boolean isNamedUnshown(Payment payment, CancelState state) {
    String named = state.ownRow();
    return named != null && CancelRows.named(payment, named, state.rowsBefore()).isEmpty();
  }

  /** Whether it was accepted beside others like it, and all of them have failed: it too. */
  private boolean isGivenUpAmongOthers(Payment payment, CancelState state) {
    if (state.phase() != Phase.ACCEPTED || state.ownRow() != null || !reasonsKept) {
      return false;
    }
    List<Row> alike =
        CancelRows.without(payment, state.rowsBefore()).stream()
            .filter(row -> amount.fits(payment, row, state))
            .toList();
    return alike.size() > 1 && alike.stream().allMatch(row -> row.cancel().state() == State.FAILED);
  }

  /** The cancel whose reason got lost on its way, if nothing but the refund in doubt can be it. */
  private List<Row> unmarked(Payment payment, CancelState state) {
    List<Row> candidates =
        CancelRows.without(payment, state.rowsBefore()).stream()
            .filter(row -> couldBeOwn(payment, row, state))
            .filter(row -> !isClaimed(payment, row))
            .toList();
    if (candidates.size() != 1 || state.sent() == null) {
      return candidates;
    }
    Row only = candidates.get(0);
    boolean startsThere =
        CancelRows.balanceBefore(payment, only).compareTo(state.sent().balanceSent()) == 0;
    boolean own =
        startsThere
            && (mark.isOwnCut(only.cancel()) || !isTwinOpen(payment))
            && mark.isLost(only.cancel())
            && claims.claim(payment.paymentId(), only, request.idempotencyKey());
    return own ? candidates : List.of();
  }

  private boolean isClaimed(Payment payment, Row row) {
    return claims.isAnothers(payment.paymentId(), row, request.idempotencyKey());
  }

  /** Whether another refund of its amount is in doubt, too. */
  private boolean isTwinOpen(Payment payment) {
    return claims.isAnotherOpen(
        payment.paymentId(), request.amount().orElseThrow(), request.idempotencyKey());
  }

  private static Finding finding(List<Row> own, Payment payment) {
    if (own.size() != 1) {
      return new Finding(own.isEmpty() ? Standing.NOT_SHOWN : Standing.UNCLEAR, null);
    }
    Row row = own.get(0);
    return new Finding(
        switch (row.cancel().state()) {
          case FAILED -> Standing.GIVEN_UP;
          case PENDING -> Standing.PENDING;
          case DONE -> paidBack(payment);
        },
        row);
  }

  /** A deposit's way back is reported of the whole payment, not of one cancel. */
  private static Standing paidBack(Payment payment) {
    if (CancelGoal.REFUND_UNDER_WAY.contains(payment.refundStatus())) {
      return Standing.PENDING;
    }
    if (CancelGoal.REFUND_FAILED.contains(payment.refundStatus())) {
      return CancelGoal.count(payment, State.DONE) == 1 ? Standing.GIVEN_UP : Standing.UNCLEAR;
    }
    return Standing.DONE;
  }

  /**
   * Whether a lookup proves that nothing of a refund in doubt was executed, once nothing sent for
   * it can be worked on any more.
   *
   * @param longAgo whether so much time has passed that the gateway would show whatever was done
   */
  boolean isNotExecuted(Payment payment, CancelState state, boolean longAgo) {
    Known status = payment.status().known();
    boolean settled =
        status != Known.UNKNOWN
            && CancelGoal.count(payment, State.PENDING) == 0
            && !CancelGoal.REFUND_UNDER_WAY.contains(payment.refundStatus());
    boolean mayBeDone =
        state.bankDoubt() || isNamedUnshown(payment, state) || mayBeShown(payment, state);
    if (state.sent() == null || !settled || mayBeDone) {
      return false;
    }
    if (NEVER_CAPTURED.contains(status) && CancelGoal.count(payment, State.DONE) == 0) {
      return true;
    }
    Money balanceShown = Money.of(state.sent().balanceShown(), payment.amount().currency());
    boolean fell = balanceShown.isMoreThan(payment.balance());
    // Where reasons get lost, the payment company may have refunded what isn't shown yet.
    boolean shows = reasonsKept || longAgo;
    return isExplained(payment) && (fell || (shows && !goal.isNothingLeft(payment)));
  }

  /**
   * Whether what was sent was to close an account that was paid into instead: it closed nothing.
   */
  boolean isPaidIntoInstead(Payment payment, CancelState state) {
    boolean closes = state.sent() != null && state.sent().closes();
    return closes && PAID_INTO.contains(payment.status().known());
  }

  /** Whether the cancels that are shown, none of them its own, account for the whole balance. */
  private static boolean isExplained(Payment payment) {
    Money left = payment.balance();
    for (PaymentCancel cancel : payment.cancels()) {
      left = cancel.state() == State.DONE ? left.plus(cancel.amount()) : left;
    }
    return left.equals(payment.amount());
  }

  /**
   * Whether a cancel that came since the refund was first sent could be it; under a key of the
   * caller's, also one that was there before.
   */
  boolean mayBeShown(Payment payment, CancelState state) {
    List<String> before = keyMayBeReused ? List.of() : state.rowsBefore();
    return CancelRows.without(payment, before).stream()
        .anyMatch(row -> couldBeOwn(payment, row, state));
  }

  /** Whether a cancel that isn't surely another's could be the refund. */
  private boolean couldBeOwn(Payment payment, Row row, CancelState state) {
    PaymentCancel cancel = row.cancel();
    return cancel.state() != State.FAILED
        && amount.fits(payment, row, state)
        && mark.mayBeOwn(cancel);
  }

  /**
   * Whether a cancel that brought the balance below the expected one could be the refund.
   *
   * @param gap how far it is below
   */
  boolean couldBeWithin(Payment payment, Money gap) {
    return CancelRows.of(payment).stream()
        .filter(row -> !row.cancel().amount().isMoreThan(gap))
        .anyMatch(row -> mark.isOwn(row.cancel()) || couldBeOwn(payment, row, CancelState.NEW));
  }

  /** Whether the cancel that was found carries the refund's own reference. */
  boolean isMarked(Finding finding) {
    return finding.row() != null && mark.isOwn(finding.row().cancel());
  }
}
