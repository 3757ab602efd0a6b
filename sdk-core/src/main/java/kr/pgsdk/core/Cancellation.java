package kr.pgsdk.core;

import java.util.Objects;

/** What became of a cancel. */
public sealed interface Cancellation {
  /** The payment as the gateway described it after the cancel. */
  Payment payment();

  /**
   * How much this call cancelled: zero if it was cancelled before, the asked amount if it is
   * pending.
   */
  Money cancelledNow();

  /** The asked money is cancelled. */
  final class Cancelled implements Cancellation {
    private final Payment payment;
    private final Money cancelledNow;

    /** Made by a gateway. */
    public Cancelled(Payment payment, Money cancelledNow) {
      this.payment = Objects.requireNonNull(payment, "payment");
      this.cancelledNow = Objects.requireNonNull(cancelledNow, "cancelledNow");
    }

    @Override
    public Payment payment() {
      return payment;
    }

    @Override
    public Money cancelledNow() {
      return cancelledNow;
    }

    @Override
    public String toString() {
      return "Cancelled[" + cancelledNow + ", " + payment + "]";
    }
  }

  /** The gateway has taken the cancel and will finish it later; look the payment up again. */
  final class Pending implements Cancellation {
    private final Payment payment;
    private final Money cancelledNow;

    /** Made by a gateway. */
    public Pending(Payment payment, Money asked) {
      this.payment = Objects.requireNonNull(payment, "payment");
      this.cancelledNow = Objects.requireNonNull(asked, "asked");
    }

    @Override
    public Payment payment() {
      return payment;
    }

    @Override
    public Money cancelledNow() {
      return cancelledNow;
    }

    @Override
    public String toString() {
      return "Pending[" + cancelledNow + ", " + payment + "]";
    }
  }

  /** The asked money was cancelled before this call, which a lookup has proved. */
  final class AlreadyCancelled implements Cancellation {
    private final Payment payment;

    /** Made by a gateway. */
    public AlreadyCancelled(Payment payment) {
      this.payment = Objects.requireNonNull(payment, "payment");
    }

    @Override
    public Payment payment() {
      return payment;
    }

    @Override
    public Money cancelledNow() {
      return Money.zero(payment.amount().currency());
    }

    @Override
    public String toString() {
      return "AlreadyCancelled[" + payment + "]";
    }
  }
}
