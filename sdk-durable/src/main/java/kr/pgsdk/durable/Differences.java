package kr.pgsdk.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.durable.Discrepancy.Kind;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import org.jspecify.annotations.Nullable;

/** What differs between a payment at the gateway and in the store, in words. */
final class Differences {
  private final List<Discrepancy> all = new ArrayList<>();
  private final KnownPayment known;

  private Differences(KnownPayment known) {
    this.known = known;
  }

  /** Whether the store knows a payment as the gateway shows it. */
  static boolean none(KnownPayment known, Payment shown) {
    return known.payment() != null && of(known, shown).isEmpty();
  }

  /**
   * What differs of a payment that the store knows.
   *
   * @param shown null if the gateway knows no such payment
   */
  static List<Discrepancy> of(KnownPayment known, @Nullable Payment shown) {
    Differences differences = new Differences(known);
    PaymentRow ours = Objects.requireNonNull(known.payment());
    if (shown == null) {
      differences.missing(ours);
    } else {
      differences.compare(ours, PaymentRows.of(shown, ours));
    }
    return differences.all;
  }

  private void missing(PaymentRow ours) {
    if (!ours.captured().isZero()) {
      add(Kind.MISSING_CAPTURE, null, ours.captured(), "the gateway knows no such payment");
    }
  }

  private void compare(PaymentRow ours, PaymentRow there) {
    Money captured = there.captured();
    if (ours.captured().isZero() && !captured.isZero()) {
      add(
          Kind.UNKNOWN_CAPTURE,
          captured,
          null,
          "the gateway shows it captured, and the store as " + ours.status());
      return;
    }
    if (captured.isZero() && !ours.captured().isZero()) {
      add(
          Kind.MISSING_CAPTURE,
          null,
          ours.captured(),
          "the store has it as captured, and the gateway shows " + there.status());
      return;
    }
    if (!captured.equals(ours.captured())) {
      boolean sameCurrency = captured.currency().equals(ours.captured().currency());
      String what = sameCurrency ? "amount" : "currency";
      add(Kind.AMOUNT_DIFFERS, captured, ours.captured(), "another " + what + " was captured");
    } else if (KnownPayment.isMispriced(ours) && there.holdsMoney()) {
      add(Kind.AMOUNT_DIFFERS, captured, ours.price(), "the order costs another amount");
    }
    refunds(ours, there);
    if (all.isEmpty() && there.status() != ours.status()) {
      add(
          Kind.STATUS_DIFFERS,
          there.balance(),
          ours.balance(),
          "the gateway shows it as " + there.status() + ", and the store as " + ours.status());
    }
  }

  private void refunds(PaymentRow ours, PaymentRow there) {
    Money returned = there.returned();
    Money done = known.doneRefunds(there);
    if (done.isMoreThan(returned)) {
      add(Kind.MISSING_REFUND, returned, done, "less went back than refunds are done");
    } else if (!returned.equals(ours.returned())) {
      add(Kind.REFUNDED_DIFFERS, returned, ours.returned(), "another amount went back");
    }
  }

  private void add(Kind kind, @Nullable Money there, @Nullable Money ours, String sentence) {
    all.add(discrepancy(known, kind, there, ours, sentence));
  }

  /** A movement of a payment that the store doesn't know. */
  static Discrepancy unknown(KnownPayment known, Transaction row, Optional<OrderId> orderId) {
    boolean capture = row.kind() == Transaction.Kind.CAPTURE;
    String why =
        known.order() == null
            ? "the shop opened no such order or it was purged"
            : known.elsewhere() != null
                ? "the order has it at account " + known.elsewhere()
                : "the order has no such payment";
    return discrepancy(
        known,
        capture ? Kind.UNKNOWN_CAPTURE : Kind.UNKNOWN_REFUND,
        orderId,
        row.amount(),
        null,
        (capture ? "captured at " : "cancelled at ") + Reconciler.inSeoul(row.at()) + "; " + why);
  }

  /** A movement that the gateway lists of a payment that it doesn't show. */
  static Discrepancy notShown(KnownPayment known, Transaction row) {
    PaymentRow ours = Objects.requireNonNull(known.payment());
    boolean capture = row.kind() == Transaction.Kind.CAPTURE;
    return discrepancy(
        known,
        capture ? Kind.AMOUNT_DIFFERS : Kind.REFUNDED_DIFFERS,
        row.amount(),
        capture ? ours.captured() : ours.returned(),
        "the gateway lists it at "
            + Reconciler.inSeoul(row.at())
            + " and doesn't find the payment");
  }

  /** A refund of a payment that the gateway doesn't know. */
  static Discrepancy missing(KnownPayment known, RefundRow refund) {
    Money amount = KnownPayment.amount(refund);
    return discrepancy(
        known,
        Kind.MISSING_REFUND,
        Optional.of(OrderId.of(refund.orderId())),
        null,
        amount == null ? Objects.requireNonNull(known.payment()).returned() : amount,
        "refund " + refund.refundId() + " is done, and the gateway knows no such payment");
  }

  /** A cancel that no refund of the shop's asked for. */
  static Discrepancy unclaimed(KnownPayment known, Transaction row) {
    return discrepancy(
        known,
        Kind.UNCLAIMED_REFUND,
        row.amount(),
        null,
        "cancelled at "
            + Reconciler.inSeoul(row.at())
            + row.id().map(id -> " under the gateway's number " + id).orElse("")
            + "; no refund of the shop's asked for it");
  }

  /** Of a payment that the store knows. */
  private static Discrepancy discrepancy(
      KnownPayment known, Kind kind, @Nullable Money there, @Nullable Money ours, String sentence) {
    OrderId orderId = OrderId.of(Objects.requireNonNull(known.payment()).orderId());
    return discrepancy(known, kind, Optional.of(orderId), there, ours, sentence);
  }

  private static Discrepancy discrepancy(
      KnownPayment known,
      Kind kind,
      Optional<OrderId> orderId,
      @Nullable Money there,
      @Nullable Money ours,
      String sentence) {
    return new Discrepancy(
        known.key().account(),
        kind,
        orderId,
        PaymentId.of(known.key().paymentId()),
        Optional.ofNullable(there),
        Optional.ofNullable(ours),
        sentence);
  }
}
