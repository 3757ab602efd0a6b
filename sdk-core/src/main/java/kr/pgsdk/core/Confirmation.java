package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** The result of a confirm. Ship only if it is {@link Confirmed}. */
public sealed interface Confirmation {
  /**
   * Returns the confirmed payment, for callers who prefer an exception to a value.
   *
   * @throws VerificationException if this is anything but {@link Confirmed}
   */
  Payment orElseThrow();

  /** Paid, and order id, payment id, amount and currency are the expected ones. */
  final class Confirmed implements Confirmation, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Who captured the money. Don't decide shipping by it: after a lost response either value is
     * possible.
     */
    public enum Capture {
      /** This call's own request; its response is not the repetition of an older one. */
      BY_THIS_CALL,
      /** An earlier call, another server, or the gateway itself. */
      ALREADY_CAPTURED
    }

    private final Payment payment;
    private final Capture capture;

    /** Returns an outcome; a shop's test may make one. */
    public Confirmed(Payment payment, Capture capture) {
      this.payment = Objects.requireNonNull(payment, "payment");
      this.capture = Objects.requireNonNull(capture, "capture");
    }

    /** The paid payment. */
    public Payment payment() {
      return payment;
    }

    /** Who captured the money. */
    public Capture capture() {
      return capture;
    }

    @Override
    public Payment orElseThrow() {
      return payment;
    }

    @Override
    public String toString() {
      return "Confirmed[" + payment + ", " + capture + "]";
    }

    @Serial
    private Object writeReplace() {
      return SerializedForm.of(SerializedForm.Kind.CONFIRMED, payment, capture.name());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
      throw SerializedForm.notThis();
    }
  }

  /**
   * A virtual account was issued, and the buyer must still transfer the money. Order id, payment
   * id, amount and currency are as expected. Show {@code payment().virtualAccount()}; don't ship.
   */
  final class AwaitingDeposit implements Confirmation, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final Payment payment;

    /** Returns an outcome; a shop's test may make one. */
    public AwaitingDeposit(Payment payment) {
      this.payment = Objects.requireNonNull(payment, "payment");
    }

    /** The waiting payment. */
    public Payment payment() {
      return payment;
    }

    @Override
    public Payment orElseThrow() {
      throw Errors.make()
          .verification(
              "order "
                  + payment.orderId()
                  + " is not paid yet: its virtual account awaits a deposit. Show the account to"
                  + " the buyer and ship nothing; a webhook reports the deposit",
              payment.terms(),
              List.of());
    }

    @Override
    public String toString() {
      return "AwaitingDeposit[" + payment + "]";
    }

    @Serial
    private Object writeReplace() {
      return SerializedForm.of(SerializedForm.Kind.AWAITING_DEPOSIT, payment);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
      throw SerializedForm.notThis();
    }
  }

  /** Not paid as expected: don't ship. */
  final class NotConfirmed implements Confirmation, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** Why. The set may grow. */
    public enum Reason {
      /** Order id, payment id, amount or currency differ; see {@code mismatches()}. */
      MISMATCH,
      /** The gateway refused; see {@code refusal()}. */
      REFUSED,
      /** The buyer hasn't finished. */
      NOT_YET_PAID,
      /** The payment was cancelled, wholly or in part. */
      CANCELLED,
      /** The payment failed. */
      FAILED,
      /** The buyer took too long. */
      EXPIRED,
      /** The gateway knows no such payment. */
      NOT_FOUND,
      /** Made through a test channel, which this gateway object doesn't accept. */
      TEST_PAYMENT,
      /** A status this SDK doesn't know. */
      UNKNOWN_STATUS
    }

    /** Whether the gateway holds money for the expected order under this payment. */
    public enum MoneyHeld {
      /** The payment is of this order, captured, and its balance is above zero. */
      YES,
      /** Never captured, failed, fully cancelled, or the payment belongs to another order. */
      NO,
      /**
       * Not known: the status is unknown, a refund is under way or not proven, an earlier confirm
       * may still capture, the payment wasn't found, the response is about another payment, or the
       * gateway wasn't asked because the browser brought something unexpected.
       */
      UNKNOWN
    }

    /** What {@link ConfirmRequest.OnMismatch#CANCEL} did. */
    public enum Refund {
      /** The buyer gets everything back. */
      DONE,
      /** Accepted by the gateway, not finished. */
      PENDING,
      /** Refused or not sent: the gateway still holds the money. */
      FAILED,
      /** Not known: look the payment up. */
      UNKNOWN
    }

    private final GatewayTerms terms;
    private final Reason reason;
    private final MoneyHeld moneyHeld;
    private final List<Mismatch> mismatches;
    private final @Nullable Payment payment;
    private final @Nullable Refusal refusal;
    private final @Nullable Refund refund;
    private final @Nullable String advice;

    NotConfirmed(NotConfirmedBuilder builder) {
      this.terms = builder.terms;
      this.reason = builder.reason;
      this.moneyHeld = builder.moneyHeld;
      this.mismatches = List.copyOf(builder.mismatches);
      this.payment = builder.payment;
      this.refusal = builder.refusal;
      this.refund = builder.refund;
      this.advice = builder.advice;
    }

    /** Starts an outcome; a shop's test may make one. */
    public static NotConfirmedBuilder builder(
        GatewayTerms terms, Reason reason, MoneyHeld moneyHeld) {
      return new NotConfirmedBuilder(terms, reason, moneyHeld);
    }

    /** Why. */
    public Reason reason() {
      return reason;
    }

    /** Whether the gateway holds money for the expected order, as of its last response. */
    public MoneyHeld moneyHeld() {
      return moneyHeld;
    }

    /** Every difference; empty if the payment wasn't seen. Unmodifiable. For operators only. */
    public List<Mismatch> mismatches() {
      return mismatches;
    }

    /** The payment as the gateway last described it, if it did. */
    public Optional<Payment> payment() {
      return Optional.ofNullable(payment);
    }

    /** The gateway's own reason, if it gave one. */
    public Optional<Refusal> refusal() {
      return Optional.ofNullable(refusal);
    }

    /** What became of the refund; empty if none was tried. */
    public Optional<Refund> refund() {
      return Optional.ofNullable(refund);
    }

    /** What an operator should look at, in English, where the SDK knows a common cause. */
    public Optional<String> advice() {
      return Optional.ofNullable(advice);
    }

    @Override
    public Payment orElseThrow() {
      throw Errors.make()
          .verification(
              "the payment is not confirmed: " + this + ". Ship nothing for it", terms, mismatches);
    }

    @Override
    public String toString() {
      return "NotConfirmed["
          + reason
          + ", moneyHeld="
          + moneyHeld
          + (mismatches.isEmpty() ? "" : ", " + mismatches)
          + (refusal == null ? "" : ", " + refusal)
          + (refund == null ? "" : ", refund=" + refund)
          + (advice == null ? "" : ", " + advice)
          + "]";
    }

    @Serial
    private Object writeReplace() {
      return SerializedForm.of(
          SerializedForm.Kind.NOT_CONFIRMED,
          terms,
          reason.name(),
          moneyHeld.name(),
          mismatches.toArray(new Mismatch[0]),
          payment,
          refusal,
          refund == null ? null : refund.name(),
          advice);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
      throw SerializedForm.notThis();
    }
  }
}
