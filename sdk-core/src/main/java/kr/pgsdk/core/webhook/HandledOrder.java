package kr.pgsdk.core.webhook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * What has been handled of one order: an order may have several payments. A payment that holds or
 * held money is never forgotten, for it would be handed on as paid once more; of all others the
 * newest few are kept.
 */
final class HandledOrder {
  /** A try without money that is forgotten is handed on once more than it need be. */
  private static final int MAX_WITHOUT_MONEY = 8;

  /** Tries without money never make the text longer than this: it must fit a guard's column. */
  static final int MAX_LENGTH_WITHOUT_MONEY = 2_000;

  /** Behind a payment whose own state no longer tells that it held money. */
  private static final String HELD_MONEY = " held";

  private final List<PaymentState> states;
  private final Set<String> heldMoney;

  private HandledOrder(List<PaymentState> states, Set<String> heldMoney) {
    this.states = states;
    this.heldMoney = heldMoney;
  }

  /** Reads what {@link #toText} wrote; what can't be read counts as not handled. */
  static HandledOrder parse(String text) {
    List<PaymentState> states = new ArrayList<>();
    Set<String> heldMoney = new HashSet<>();
    for (String line : text.split("\n", -1)) {
      boolean held = line.endsWith(HELD_MONEY);
      PaymentState state =
          PaymentState.parse(held ? line.substring(0, line.length() - HELD_MONEY.length()) : line);
      if (state != null) {
        states.add(state);
        if (held || state.hasHeldMoney()) {
          heldMoney.add(state.paymentId());
        }
      }
    }
    return new HandledOrder(states, heldMoney);
  }

  /** Whether a payment of the order holds or held money when it was handled. */
  boolean hasHeldMoney() {
    return !heldMoney.isEmpty();
  }

  /** Where this payment stood when it was last handled; null if it wasn't. */
  @Nullable PaymentState state(String paymentId) {
    for (PaymentState state : states) {
      if (state.paymentId().equals(paymentId)) {
        return state;
      }
    }
    return null;
  }

  /** Whether anything else than this has been handled. */
  boolean hasOtherThan(PaymentState state) {
    return states.stream().anyMatch(other -> !other.equals(state));
  }

  /**
   * Another payment that held money when it was handled, the last of several; null if there is
   * none, or if this payment held money itself.
   */
  @Nullable PaymentId paidInsteadOf(PaymentId paymentId) {
    PaymentId paid = null;
    for (PaymentState state : states) {
      if (state.holdsMoney()) {
        paid = PaymentId.of(state.paymentId());
      }
    }
    PaymentState own = state(paymentId.value());
    return own != null && own.holdsMoney() ? null : paid;
  }

  /** These, and {@code state} instead of what the same payment had. */
  HandledOrder with(PaymentState state) {
    List<PaymentState> all = new ArrayList<>(states);
    all.removeIf(other -> other.paymentId().equals(state.paymentId()));
    all.add(state);
    Set<String> held = new HashSet<>(heldMoney);
    if (state.hasHeldMoney()) {
      held.add(state.paymentId());
    }
    return new HandledOrder(withoutOldTries(all, held), held);
  }

  /** Drops the oldest of those that never held money, until they are few and short. */
  private static List<PaymentState> withoutOldTries(List<PaymentState> all, Set<String> held) {
    List<PaymentState> kept = new ArrayList<>();
    int tries = 0;
    int length = 0;
    for (int i = all.size() - 1; i >= 0; i--) {
      PaymentState state = all.get(i);
      boolean newest = i == all.size() - 1;
      if (!held.contains(state.paymentId())) {
        tries++;
        length += state.toText().length() + 1;
        if (!newest && (tries > MAX_WITHOUT_MONEY || length > MAX_LENGTH_WITHOUT_MONEY)) {
          continue;
        }
      }
      kept.add(0, state);
    }
    return kept;
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    for (PaymentState state : states) {
      text.append(text.length() == 0 ? "" : "\n").append(state.toText());
      if (heldMoney.contains(state.paymentId()) && !state.hasHeldMoney()) {
        text.append(HELD_MONEY);
      }
    }
    return text.toString();
  }
}
