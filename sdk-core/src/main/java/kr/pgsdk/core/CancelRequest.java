package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import org.jspecify.annotations.Nullable;

/**
 * One refund. <strong>The same object passed to {@code cancel} twice is one refund; two objects are
 * two.</strong> After an {@code OutcomeUnknownException}, cancel again with pendingCancel().
 *
 * <p>The object remembers the state of the payment when it was first sent (the balance, which the
 * gateway compares with its own, and the earlier cancels), and its own progress: once done or
 * accepted, it is never sent again. To resume it in another process, store {@link #toText()} and
 * call {@link #resume(String, Duration)}. Thread-safe: calls with it wait for each other.
 *
 * <p>A partial refund is sent with a <em>reference</em> in front of its reason, such as {@code
 * [3f9a0c12de] one item returned}. Only the reference tells two refunds of one amount apart.
 */
public final class CancelRequest implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  static {
    CancelMemory.grant(request -> request.identity.memory());
  }

  final CancelContent content; // a copy, never changed
  private final CancelIdentity identity;

  private CancelRequest(Builder builder) {
    this.content = builder.content.copy();
    this.identity = builder.identity.fixed();
    if (builder.beforeSending != null) {
      identity.memory().beforeSending(builder.beforeSending);
    }
  }

  /**
   * Starts a cancel of all that is left of a payment. A virtual account without a deposit is
   * closed. A part has its own factory: at Iamport a missing or zero amount means everything.
   *
   * @param reason what the gateway stores and may show: at most 200 characters as {@link
   *     String#length} counts, so that an emoji is two or more. Line breaks and tabs become spaces.
   *     It is shortened if the {@link Builder#reference reference} in front of it needs the space
   * @throws IllegalArgumentException if it is blank, longer, or has other control characters
   */
  public static Builder full(PaymentId paymentId, String reason) {
    return new Builder(new CancelContent(paymentId, null, reason), new CancelIdentity());
  }

  /**
   * Starts a cancel of a part.
   *
   * @param amount how much goes back to the buyer
   * @param reason as for {@link #full}
   * @throws IllegalArgumentException if the amount is zero, or the reason breaks its rule
   */
  public static Builder partial(PaymentId paymentId, Money amount, String reason) {
    Money part = Requests.positive(amount, "amount");
    return new Builder(new CancelContent(paymentId, part, reason), new CancelIdentity());
  }

  /**
   * Returns the refund that {@link #toText()} was called on, for any process. At Iamport, and after
   * a server error, a refund in doubt is sent again only after the time in which the gateway may
   * still work on the last sending. That time starts here: <strong>keep this object. A job that
   * reads the text each time must use {@link #resume(String, Duration)}; otherwise the time never
   * ends.</strong>
   *
   * @throws IllegalArgumentException if the text isn't what {@code toText()} returned
   */
  public static CancelRequest resume(String text) {
    return resume(text, Duration.ZERO);
  }

  /** As {@link #resume(String)}, if the last call ended {@code sinceLastSending} ago or earlier. */
  public static CancelRequest resume(String text, Duration sinceLastSending) {
    return CancelText.read(text, sinceLastSending);
  }

  /**
   * Returns the refund as one line of text: the request, key, reference, the payment's state when
   * it was first sent, and its progress. Store it before the first call and after every call, also
   * after an exception. A text from before the first call has the key, but records no sending: at
   * Iamport only the reference then protects against a second refund.
   *
   * <p>It holds the refund account in clear, and nothing else that is secret: protect it in the
   * same way. Java serialization of this object writes the same text. A field that this version
   * doesn't know is refused: store the text whole. It grows by about 40 characters for each cancel
   * the payment had before, and by up to nine for each Hangul syllable of the reason.
   */
  public String toText() {
    return CancelText.write(this, identity.memory());
  }

  /** The payment. */
  public PaymentId paymentId() {
    return content.paymentId;
  }

  /** The amount; empty for all that is left. */
  public Optional<Money> amount() {
    return Optional.ofNullable(content.amount);
  }

  /** Why. */
  public String reason() {
    return content.reason;
  }

  /** The order the payment must belong to. */
  public Optional<OrderId> orderId() {
    return Optional.ofNullable(content.orderId);
  }

  /** The balance before this cancel: the one it was first sent with; before that, the caller's. */
  public Optional<Money> expectedBalance() {
    CancelState.Sent sent = identity.memory().state().sent();
    return Optional.ofNullable(
        sent == null ? content.expectedBalance : Money.of(sent.balanceSent(), sent.currency()));
  }

  /** Toss and PortOne recognise a repetition by this key; Iamport has none. It never changes. */
  public String idempotencyKey() {
    return identity.key();
  }

  /** The caller's reference; empty if none was given. */
  public Optional<String> reference() {
    return Optional.ofNullable(identity.reference());
  }

  /** The tax-free part of the amount. */
  public Optional<Money> taxFree() {
    return Optional.ofNullable(content.taxFree);
  }

  /** The VAT in the amount; Iamport only. */
  public Optional<Money> vat() {
    return Optional.ofNullable(content.vat);
  }

  /** Where a deposit is refunded to. */
  public Optional<RefundAccount> refundAccount() {
    return Optional.ofNullable(content.refundAccount);
  }

  /** Who asked for it. */
  public Optional<CancelRequester> requester() {
    return Optional.ofNullable(content.requester);
  }

  /** The shop's number for an asynchronous cancel. */
  public Optional<String> cancelRequestId() {
    return Optional.ofNullable(identity.requestId());
  }

  /**
   * Returns a builder of the same refund: what it builds shares key, reference and progress with
   * this object. Setting another {@link Builder#idempotencyKey key} makes it another refund,
   * without this one's reference and cancelRequestId.
   */
  public Builder newBuilder() {
    return new Builder(content.copy(), identity.copy());
  }

  @Override
  public String toString() {
    return "CancelRequest[" + content + "]";
  }

  /** Builds a {@link CancelRequest}. */
  public static final class Builder {
    private final CancelContent content;
    final CancelIdentity identity;
    private @Nullable Consumer<String> beforeSending;

    private Builder(CancelContent content, CancelIdentity identity) {
      this.content = content;
      this.identity = identity;
    }

    /** The payment's order; if a lookup shows another one, nothing is cancelled. */
    public Builder orderId(OrderId orderId) {
      content.orderId = Objects.requireNonNull(orderId, "orderId");
      return this;
    }

    /**
     * The balance before this cancel, as the shop knows it; zero for a payment that was never
     * captured. Without it, the balance that a lookup shows is used. If the lookup shows another
     * balance, nothing is sent: the call throws a {@code GatewayException}, or an {@code
     * OutcomeUnknownException} if a cancel in the payment could be this refund. If the caller set a
     * key, Toss itself compares the balance.
     */
    public Builder expectedBalance(Money expectedBalance) {
      content.expectedBalance = Objects.requireNonNull(expectedBalance, "expectedBalance");
      return this;
    }

    /**
     * The caller's own idempotency key, random by default: 1 to 300 visible ASCII characters, never
     * used for another refund.
     *
     * @throws IllegalArgumentException for any other text
     */
    public Builder idempotencyKey(String idempotencyKey) {
      identity.key(idempotencyKey);
      return this;
    }

    /**
     * The shop's own number for this refund, 1 to 32 of {@code A-Z a-z 0-9 _ -}, never used for
     * another refund of the same payment. If the payment already has a refund with this reference
     * and amount, it is not made again, even if another process made it. A partial refund without a
     * reference gets ten characters made from its key.
     *
     * @throws IllegalArgumentException for another form, or if the refund was sent with another one
     */
    public Builder reference(String reference) {
      identity.reference(reference);
      return this;
    }

    /** The tax-free part of the amount, for payments that have one. */
    public Builder taxFree(Money taxFree) {
      content.taxFree = Objects.requireNonNull(taxFree, "taxFree");
      return this;
    }

    /** The VAT in the amount, for payments that were made with one. Iamport only. */
    public Builder vat(Money vat) {
      content.vat = Objects.requireNonNull(vat, "vat");
      return this;
    }

    /** Where a deposit is refunded to. */
    public Builder refundAccount(RefundAccount refundAccount) {
      content.refundAccount = Objects.requireNonNull(refundAccount, "refundAccount");
      return this;
    }

    /**
     * Who asked for the cancel; Naver Pay needs this. Iamport passes it on, and assumes the shop if
     * it isn't set. PortOne V2 takes it too. Toss has no such field, so it is ignored there.
     */
    public Builder requester(CancelRequester requester) {
      content.requester = Objects.requireNonNull(requester, "requester");
      return this;
    }

    /**
     * The shop's number for the cancel, never used for another one: 6 to 64 of {@code A-Z a-z 0-9 -
     * _ =}. Toss requires it for overseas wallets, which cancel later, and repeats it in the
     * payment's cancels. Iamport and PortOne V2 have no such field, so it is ignored there.
     *
     * @throws IllegalArgumentException for another form, or if the refund was sent with another one
     */
    public Builder cancelRequestId(String cancelRequestId) {
      identity.requestId(cancelRequestId);
      return this;
    }

    /**
     * Sets code that stores the refund before it is sent. Each {@code cancel} call that sends the
     * refund calls this code once, before anything is written to a socket. It gets {@link
     * CancelRequest#toText} of a refund that may have been executed. If the process dies after
     * that, another process resumes the refund from this text. The code runs in the caller's
     * thread. If it throws, nothing is sent, the refund doesn't change, and the caller gets the
     * exception. Not part of the text.
     */
    public Builder beforeSending(Consumer<String> intent) {
      this.beforeSending = Objects.requireNonNull(intent, "intent");
      return this;
    }

    /** Returns the request; throws if currencies differ, or a part is more than the whole. */
    public CancelRequest build() {
      Requests.within(content.amount, content.expectedBalance, content.taxFree, content.vat);
      return new CancelRequest(this);
    }
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(SerializedForm.Kind.CANCEL_REQUEST, toText());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
