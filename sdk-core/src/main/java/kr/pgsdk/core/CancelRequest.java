package kr.pgsdk.core;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.access.CancelState;
import org.jspecify.annotations.Nullable;

/**
 * One refund. <strong>The same object handed in twice is one refund; two objects are two.</strong>
 * After an {@link kr.pgsdk.core.error.OutcomeUnknownException} hand in its {@code pendingCancel()},
 * never a new request.
 *
 * <p>A full and a partial cancel have factories of their own, because a missing or zero amount
 * means <em>everything</em> at Iamport.
 *
 * <p>The object remembers what it was first sent with: the balance, which the gateway compares with
 * its own, and the cancels that were there before. It also remembers how far it has come: once done
 * or accepted it is never sent again. To outlive the process, store {@link #toText()} and go on
 * with {@link #resume(String)}.
 *
 * <p>A part goes out with a <em>reference</em> in front of its reason, such as {@code [3f9a0c12de]
 * one item returned}: by it, and by nothing else that a payment shows, a lookup can tell this
 * refund from another one of the same amount.
 *
 * <p>Thread-safe: calls with the same object wait for each other.
 */
public final class CancelRequest {
  static {
    CancelMemory.grant(request -> ((CancelRequest) request).memory);
  }

  private final PaymentId paymentId;
  private final @Nullable Money amount;
  private final String reason;
  private final @Nullable OrderId orderId;
  private final @Nullable Money expectedBalance;
  private final String idempotencyKey;
  private final @Nullable String reference;
  private final @Nullable Money taxFree;
  private final @Nullable Money vat;
  private final @Nullable RefundAccount refundAccount;
  private final CancelMemory memory;

  private CancelRequest(Builder builder) {
    this.paymentId = builder.paymentId;
    this.amount = builder.amount;
    this.reason = builder.reason;
    this.orderId = builder.orderId;
    this.expectedBalance = builder.expectedBalance;
    this.idempotencyKey =
        builder.idempotencyKey != null ? builder.idempotencyKey : UUID.randomUUID().toString();
    this.reference = builder.reference;
    this.taxFree = builder.taxFree;
    this.vat = builder.vat;
    this.refundAccount = builder.refundAccount;
    this.memory =
        builder.memory != null
            ? builder.memory
            : new CancelMemory(CancelState.NEW, builder.callersKey, null);
  }

  /**
   * Starts a cancel of all that is left of a payment; for a virtual account nobody has paid into,
   * of the account itself.
   *
   * @param reason why, at most 200 characters; the gateway stores it and may show it. It is cut
   *     where a {@link Builder#reference reference} in front of it needs the room
   * @throws IllegalArgumentException if the reason is blank, too long or has control characters
   */
  public static Builder full(PaymentId paymentId, String reason) {
    return new Builder(paymentId, null, reason);
  }

  /**
   * Starts a cancel of a part.
   *
   * @param amount how much goes back to the buyer
   * @param reason why, at most 200 characters; the gateway stores it and may show it. It is cut
   *     where the reference in front of it needs the room
   * @throws IllegalArgumentException if the amount is zero, or the reason is blank, too long or has
   *     control characters
   */
  public static Builder partial(PaymentId paymentId, Money amount, String reason) {
    return new Builder(paymentId, Requests.positive(amount, "amount"), reason);
  }

  /**
   * Returns the refund that {@link #toText()} was called on, to be handed in again, by this process
   * or another. <strong>Keep this object: a job that reads the text anew each time must use {@link
   * #resume(String, Duration)}, else it waits for ever.</strong> When the last sending ended is
   * taken for now: a refund in doubt is sent again at Iamport only when nothing sent before can
   * still be worked on, and that waits from the first call with the object.
   *
   * @throws IllegalArgumentException if the text isn't what {@code toText()} returned
   */
  public static CancelRequest resume(String text) {
    return resume(text, Duration.ZERO);
  }

  /**
   * As {@link #resume(String)}, for a caller who knows when the last call with it ended.
   *
   * @param sinceLastSending how long ago that was, or less
   * @throws IllegalArgumentException if the text isn't what {@code toText()} returned, or the
   *     duration is negative
   */
  public static CancelRequest resume(String text, Duration sinceLastSending) {
    if (sinceLastSending.isNegative()) {
      throw new IllegalArgumentException("sinceLastSending must not be negative");
    }
    return CancelText.read(text, sinceLastSending);
  }

  /**
   * Returns the refund as one line of text: what was asked, the key, the reference, the balance and
   * the cancels it was first sent with, and how far it has come. Store it before the first call and
   * after every call, also after an exception, and hand {@link #resume(String)} of it in later. A
   * text from before the first call keeps the key, but knows of no sending: at Iamport only the
   * reference then protects from a second refund. It grows by about 40 characters for each cancel
   * the payment had before, and by up to nine for each Hangul syllable of the reason.
   *
   * <p>It holds the refund account, if there is one: keep it as you keep that.
   */
  public String toText() {
    return CancelText.write(this, memory);
  }

  /** The payment. */
  public PaymentId paymentId() {
    return paymentId;
  }

  /** How much; empty for all that is left. */
  public Optional<Money> amount() {
    return Optional.ofNullable(amount);
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  /** The order the payment must belong to. */
  public Optional<OrderId> orderId() {
    return Optional.ofNullable(orderId);
  }

  /** The balance before this cancel: the one it was sent with, else the caller's. */
  public Optional<Money> expectedBalance() {
    CancelState.Sent sent = memory.state().sent();
    return sent == null ? givenBalance() : Optional.of(Money.of(sent.pinned(), sent.currency()));
  }

  /** The balance before this cancel as the caller gave it. */
  Optional<Money> givenBalance() {
    return Optional.ofNullable(expectedBalance);
  }

  /** The key under which Toss recognises a repetition; Iamport knows none. It never changes. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /** The caller's reference; empty if none was given. */
  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  /** The tax-free part of the amount. */
  public Optional<Money> taxFree() {
    return Optional.ofNullable(taxFree);
  }

  /** The VAT in the amount; Iamport only. */
  public Optional<Money> vat() {
    return Optional.ofNullable(vat);
  }

  /** Where a deposit is refunded to. */
  public Optional<RefundAccount> refundAccount() {
    return Optional.ofNullable(refundAccount);
  }

  /**
   * Returns a builder with everything this request has. What it builds is the same refund as this
   * one: it shares key, reference and memory with it, and calls with either wait for each other.
   * Giving it another {@link Builder#idempotencyKey key} makes it another refund, without this
   * one's reference.
   *
   * <p>For another process this isn't enough: store {@link #toText()}.
   */
  public Builder newBuilder() {
    Builder builder = new Builder(paymentId, amount, reason);
    builder.orderId = orderId;
    builder.expectedBalance = expectedBalance;
    builder.idempotencyKey = idempotencyKey;
    builder.callersKey = memory.hasCallersKey();
    builder.reference = reference;
    builder.taxFree = taxFree;
    builder.vat = vat;
    builder.refundAccount = refundAccount;
    builder.memory = memory;
    builder.ofAnother = true;
    return builder;
  }

  @Override
  public String toString() {
    return "CancelRequest[" + paymentId + ", " + (amount == null ? "all" : amount) + "]";
  }

  /** Builds a {@link CancelRequest}. */
  public static final class Builder {
    private static final int MAX_REASON_LENGTH = 200; // Toss cancelReason; Iamport takes 256
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final PaymentId paymentId;
    private final @Nullable Money amount;
    private final String reason;
    private @Nullable OrderId orderId;
    private @Nullable Money expectedBalance;
    private @Nullable String idempotencyKey;
    private boolean callersKey;
    private @Nullable String reference;
    private @Nullable Money taxFree;
    private @Nullable Money vat;
    private @Nullable RefundAccount refundAccount;
    private @Nullable CancelMemory memory;

    /** Whether the reference came from a request, not from the caller. */
    private boolean ofAnother;

    private Builder(PaymentId paymentId, @Nullable Money amount, String reason) {
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      this.amount = amount;
      this.reason = Texts.line(reason, "reason");
      if (reason.length() > MAX_REASON_LENGTH) {
        throw new IllegalArgumentException(
            "reason must have at most " + MAX_REASON_LENGTH + " characters");
      }
    }

    /** The order the payment must belong to: if a lookup shows another, nothing is cancelled. */
    public Builder orderId(OrderId orderId) {
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      return this;
    }

    /**
     * What could be cancelled before this cancel, as the shop knows it; zero for a payment that was
     * never captured. If the lookup shows another balance, nothing is sent and the answer is a
     * {@code GatewayException}, or an {@code OutcomeUnknownException} if the payment shows a cancel
     * that could be this refund; at Toss, under a key of the caller's, Toss itself compares. Looked
     * up if not given.
     */
    public Builder expectedBalance(Money expectedBalance) {
      this.expectedBalance = Objects.requireNonNull(expectedBalance, "expectedBalance");
      return this;
    }

    /**
     * A key of the caller's own: 1 to 300 visible ASCII characters, never used for another refund.
     * Random by default.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder idempotencyKey(String idempotencyKey) {
      String key = Requests.idempotencyKey(idempotencyKey);
      if (!key.equals(this.idempotencyKey)) {
        this.memory = null;
        this.reference = this.ofAnother ? null : this.reference;
        this.ofAnother = false;
      }
      this.idempotencyKey = key;
      this.callersKey = true;
      return this;
    }

    /**
     * The shop's own mark for this refund, 1 to 32 of {@code A-Z a-z 0-9 _ -}, never used for
     * another refund of the same payment. It stands in front of the reason at the gateway, as
     * {@code [reference] reason}. A refund that the payment already shows with it and with its
     * amount is not made again, even if this process has never heard of it. Without one, a part
     * gets ten characters made of its key.
     *
     * @throws IllegalArgumentException if it breaks that rule, or the refund has been sent with
     *     another one
     */
    public Builder reference(String reference) {
      if (!REFERENCE.matcher(reference).matches()) {
        throw new IllegalArgumentException(
            "reference must be 1 to 32 letters, digits, _ or -, without spaces");
      }
      if (memory != null && memory.state().sent() != null && !reference.equals(this.reference)) {
        throw new IllegalArgumentException(
            "this refund was sent with another reference, or none: give another refund its own key"
                + " first");
      }
      this.reference = reference;
      this.ofAnother = false;
      return this;
    }

    /** The tax-free part of the amount, for payments that have one. */
    public Builder taxFree(Money taxFree) {
      this.taxFree = Objects.requireNonNull(taxFree, "taxFree");
      return this;
    }

    /** The VAT in the amount, for payments that were made with one. Iamport only. */
    public Builder vat(Money vat) {
      this.vat = Objects.requireNonNull(vat, "vat");
      return this;
    }

    /** Where a deposit is refunded to. */
    public Builder refundAccount(RefundAccount refundAccount) {
      this.refundAccount = Objects.requireNonNull(refundAccount, "refundAccount");
      return this;
    }

    /** Goes on with what is remembered of a refund with this key. */
    void resumed(String key, CancelMemory remembered) {
      this.idempotencyKey = Requests.idempotencyKey(key);
      this.memory = remembered;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if the amount, its tax parts and the balance are of
     *     different currencies, or a part is more than the whole
     */
    public CancelRequest build() {
      requireWithin(amount, "amount", expectedBalance, "the expected balance");
      Money whole = amount != null ? amount : expectedBalance;
      String wholeName = amount != null ? "the amount" : "the expected balance";
      requireWithin(taxFree, "tax-free part", whole, wholeName);
      requireWithin(vat, "VAT", whole, wholeName);
      return new CancelRequest(this);
    }

    private static void requireWithin(
        @Nullable Money part, String partName, @Nullable Money whole, String wholeName) {
      if (part != null && whole != null && part.isMoreThan(whole)) {
        throw new IllegalArgumentException(
            partName + " (" + part + ") must not be more than " + wholeName + " (" + whole + ")");
      }
    }
  }
}
