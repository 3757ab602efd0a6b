package kr.pgsdk.core;

import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serial;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a value writes in its place when it is serialized: its kind, and the parts that its factory
 * takes. What is read goes through that factory, so that no stream makes a value that breaks a
 * rule.
 *
 * <p>A kind keeps its number for ever. A later version may add parts at the end of a kind: an older
 * one ignores them, and one that isn't there reads as null.
 */
final class SerializedForm implements Externalizable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_PARTS = 100;

  /** What there is, and how it is made of its parts. */
  enum Kind {
    ORDER_ID(1, p -> OrderId.of(p.text(0))),
    PAYMENT_ID(2, p -> PaymentId.of(p.text(0))),
    MONEY(3, p -> Money.of(p.text(0), p.text(1))),
    PAYMENT_LOOKUP(4, SerializedForm::lookup),
    REFUSAL(5, SerializedForm::refusal),
    CANCEL_REQUEST(6, p -> CancelRequest.resume(p.text(0))),
    PAYMENT(7, SerializedForm::wholePayment),
    PAYMENT_CANCEL(8, SerializedForm::cancel),
    CARD_PAYMENT(
        9, p -> CardPayment.of(p.textOrNull(0), p.textOrNull(1), p.orNull(2, Integer.class))),
    PROMOTION(10, p -> Promotion.of(p.textOrNull(0), p.get(1, Money.class))),
    VIRTUAL_ACCOUNT(11, SerializedForm::account),
    CONFIRMED(12, p -> new Confirmation.Confirmed(p.payment(), capture(p.text(1)))),
    AWAITING_DEPOSIT(13, p -> new Confirmation.AwaitingDeposit(p.payment())),
    NOT_CONFIRMED(14, SerializedForm::notConfirmed),
    CANCELLED(15, p -> new Cancellation.Cancelled(p.payment(), p.orNull(1, Money.class))),
    CANCEL_PENDING(16, p -> new Cancellation.Pending(p.payment(), p.orNull(1, Money.class))),
    ALREADY_CANCELLED(17, p -> new Cancellation.AlreadyCancelled(p.payment())),
    TRANSACTION(18, SerializedForm::transaction);

    private final int number;
    private final Function<SerializedForm, Object> factory;

    Kind(int number, Function<SerializedForm, Object> factory) {
      this.number = number;
      this.factory = factory;
    }

    private static Kind of(int number) throws InvalidObjectException {
      return Arrays.stream(values())
          .filter(kind -> kind.number == number)
          .findAny()
          .orElseThrow(() -> new InvalidObjectException("no kind of value: " + number));
    }
  }

  private Kind kind = Kind.MONEY;
  private @Nullable Object[] parts = {};

  /** For the stream alone. */
  public SerializedForm() {}

  private SerializedForm(Kind kind, @Nullable Object[] parts) {
    this.kind = kind;
    this.parts = parts;
  }

  static SerializedForm of(Kind kind, @Nullable Object... parts) {
    return new SerializedForm(kind, parts);
  }

  /** Refuses a stream that brings a value itself: none is ever written so. */
  static InvalidObjectException notThis() {
    return new InvalidObjectException("a SerializedForm is written in place of this");
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    out.writeByte(kind.number);
    out.writeByte(parts.length);
    for (Object part : parts) {
      out.writeObject(part);
    }
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
    kind = Kind.of(in.readUnsignedByte());
    int count = in.readUnsignedByte();
    if (count > MAX_PARTS) {
      throw new InvalidObjectException("too many parts: " + count);
    }
    parts = new Object[count];
    for (int i = 0; i < count; i++) {
      parts[i] = in.readObject();
    }
  }

  @Serial
  private Object readResolve() throws InvalidObjectException {
    try {
      return kind.factory.apply(this);
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      // Not the cause, which may quote what a stranger wrote.
      throw new InvalidObjectException(kind + " breaks a rule of its factory");
    }
  }

  // --- parts

  private <T> @Nullable T orNull(int index, Class<T> type) {
    return index < parts.length ? type.cast(parts[index]) : null;
  }

  private <T> T get(int index, Class<T> type) {
    return Objects.requireNonNull(orNull(index, type));
  }

  private @Nullable String textOrNull(int index) {
    return orNull(index, String.class);
  }

  private String text(int index) {
    return get(index, String.class);
  }

  private <T> List<T> all(int index, Class<T[]> type) {
    return List.of(get(index, type));
  }

  private Payment payment() {
    return get(0, Payment.class);
  }

  // --- factories of more than one part

  private static Confirmation.Confirmed.Capture capture(String name) {
    return Confirmation.Confirmed.Capture.valueOf(name);
  }

  private static PaymentLookup lookup(SerializedForm p) {
    PaymentId paymentId = p.orNull(0, PaymentId.class);
    return paymentId != null
        ? PaymentLookup.byPaymentId(paymentId)
        : PaymentLookup.byOrderId(p.get(1, OrderId.class));
  }

  private static Refusal refusal(SerializedForm p) {
    return Refusal.of(
        p.textOrNull(0),
        p.textOrNull(1),
        p.orNull(2, Integer.class),
        p.textOrNull(3),
        p.get(4, Boolean.class));
  }

  private static PaymentCancel cancel(SerializedForm p) {
    PaymentCancel cancel =
        PaymentCancel.of(
            p.textOrNull(0),
            p.get(1, Money.class),
            PaymentCancel.State.valueOf(p.text(2)),
            p.textOrNull(3),
            p.orNull(4, Instant.class));
    return p.get(5, Boolean.class) ? cancel.madeOutside() : cancel;
  }

  private static VirtualAccount account(SerializedForm p) {
    return VirtualAccount.of(
        p.textOrNull(0), p.text(1), p.textOrNull(2), p.orNull(3, Instant.class));
  }

  private static Transaction transaction(SerializedForm p) {
    return Transaction.of(
        p.get(0, PaymentId.class),
        p.orNull(1, OrderId.class),
        Transaction.Kind.valueOf(p.text(2)),
        p.get(3, Money.class),
        p.textOrNull(4),
        p.get(5, Instant.class));
  }

  static SerializedForm of(Payment payment) {
    return of(
        Kind.PAYMENT,
        payment.terms(),
        payment.paymentId(),
        payment.orderId(),
        payment.amount(),
        payment.status(),
        payment.balance(),
        payment.cancelled(),
        payment.method().orElse(null),
        payment.orderName().orElse(null),
        payment.paidAt().orElse(null),
        payment.test(),
        payment.virtualAccount().orElse(null),
        payment.card().orElse(null),
        payment.receiptUrl().orElse(null),
        payment.webhookSecret().orElse(null),
        payment.cancels().toArray(new PaymentCancel[0]),
        payment.refundStatus().name(),
        payment.promotion().orElse(null),
        payment.failureCode().orElse(null),
        payment.failureMessage().orElse(null));
  }

  private static Payment wholePayment(SerializedForm p) {
    return Payment.builder(
            p.get(0, GatewayTerms.class),
            p.get(1, PaymentId.class),
            p.get(2, OrderId.class),
            p.get(3, Money.class),
            p.get(4, PaymentStatus.class))
        .balance(p.get(5, Money.class))
        .cancelled(p.get(6, Money.class))
        .method(p.textOrNull(7))
        .orderName(p.textOrNull(8))
        .paidAt(p.orNull(9, Instant.class))
        .test(p.get(10, Boolean.class))
        .virtualAccount(p.orNull(11, VirtualAccount.class))
        .card(p.orNull(12, CardPayment.class))
        .receiptUrl(p.textOrNull(13))
        .webhookSecret(p.textOrNull(14))
        .cancels(p.all(15, PaymentCancel[].class))
        .refundStatus(RefundStatus.valueOf(p.text(16)))
        .promotion(p.orNull(17, Promotion.class))
        .failure(p.textOrNull(18), p.textOrNull(19))
        .build();
  }

  private static Confirmation.NotConfirmed notConfirmed(SerializedForm p) {
    String refund = p.textOrNull(6);
    return Confirmation.NotConfirmed.builder(
            p.get(0, GatewayTerms.class),
            Confirmation.NotConfirmed.Reason.valueOf(p.text(1)),
            Confirmation.NotConfirmed.MoneyHeld.valueOf(p.text(2)))
        .mismatches(p.all(3, Mismatch[].class))
        .payment(p.orNull(4, Payment.class))
        .refusal(p.orNull(5, Refusal.class))
        .refund(refund == null ? null : Confirmation.NotConfirmed.Refund.valueOf(refund))
        .advice(p.textOrNull(7))
        .build();
  }
}
