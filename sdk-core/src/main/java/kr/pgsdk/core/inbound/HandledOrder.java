package kr.pgsdk.core.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/** What has been handled of one order: an order may have several payments. */
final class HandledOrder {
  // An order with more payments than this is handed on once more than it need be.
  private static final int MAX_PAYMENTS = 8;

  private final List<PaymentState> states;

  private HandledOrder(List<PaymentState> states) {
    this.states = states;
  }

  /** Reads what {@link #toText} wrote; what can't be read counts as not handled. */
  static HandledOrder parse(String text) {
    List<PaymentState> states = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      PaymentState state = PaymentState.parse(line);
      if (state != null) {
        states.add(state);
      }
    }
    return new HandledOrder(states);
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
    return new HandledOrder(all.subList(Math.max(0, all.size() - MAX_PAYMENTS), all.size()));
  }

  String toText() {
    return states.stream().map(PaymentState::toText).collect(Collectors.joining("\n"));
  }
}
