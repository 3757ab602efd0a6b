package kr.pgsdk.examples.shop.payments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.durable.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer who came back from the gateway is told beside where the order stands. Anybody can
 * type it: it decides nothing.
 */
public enum ReturnNotice {
  /** Paid, or a deposit is awaited: the order's page says it. */
  AS_SHOWN,
  /** The window was closed. */
  GAVE_UP,
  /** The card was refused, or the payment failed. */
  REFUSED,
  /** What came back wasn't what the order costs. */
  MISMATCH,
  /** There is a payment, and nothing is paid: mostly the window was closed. */
  NOT_YET,
  /** Not known yet; the order remembers it. */
  ASKING,
  /** Another account awaits the deposit already. */
  DEPOSIT_AWAITED,
  /** The order is over. */
  CLOSED,
  /** It was paid, and cancelled since. */
  CANCELLED;

  /** What an arrival comes to. */
  static ReturnNotice of(Arrival arrival) {
    if (arrival instanceof Arrival.NotPaid not) {
      return switch (not.why()) {
        case NOT_STARTED -> GAVE_UP;
        case REFUSED -> REFUSED;
        case MISMATCH -> MISMATCH;
        case CANCELLED -> CANCELLED;
        case CLOSED -> CLOSED;
        case DEPOSIT_AWAITED -> DEPOSIT_AWAITED;
        case NOT_YET_PAID -> NOT_YET;
        case UNKNOWN -> ASKING;
        case UNKNOWN_ORDER -> AS_SHOWN;
      };
    }
    return arrival instanceof Arrival.UnderWay ? ASKING : AS_SHOWN;
  }

  /** Whether the order itself says it. */
  private boolean isOfTheOrder() {
    return this == AS_SHOWN || this == ASKING;
  }

  /** For the address of the order's page. */
  String query() {
    return isOfTheOrder() ? "" : "?came=" + name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #query} again; whatever it isn't is nothing. */
  public static Optional<ReturnNotice> read(@Nullable String text) {
    return Arrays.stream(values())
        .filter(one -> !one.isOfTheOrder() && one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
