package kr.pgsdk.core;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One refund. <strong>The same object handed in twice is one refund; two objects are two.</strong>
 * After an {@link kr.pgsdk.core.error.OutcomeUnknownException} hand in its {@code pendingCancel()},
 * never a new request.
 *
 * <p>A full and a partial cancel have factories of their own, because a missing or zero amount
 * means <em>everything</em> at Iamport.
 *
 * <p>The object remembers the balance it was first served with (the <em>pinned</em> balance): the
 * gateway is told it with every request and executes nothing if its own differs. It also remembers
 * how far it has come: done or taken on, it is never sent again; a part in doubt is sent to Iamport
 * again only a minute later, since Iamport recognises no repetition. To outlive the process, store
 * payment id, amount, reason, {@link #expectedBalance()} and {@link #idempotencyKey()}, and build
 * the request anew from them, with {@link Builder#inDoubt()}.
 *
 * <p>Thread-safe: calls with the same object wait for each other.
 */
public final class CancelRequest {
  private final PaymentId paymentId;
  private final @Nullable Money amount;
  private final String reason;
  private final @Nullable OrderId orderId;
  private final @Nullable Money expectedBalance;
  private volatile String idempotencyKey;
  private final @Nullable Money taxFree;
  private final @Nullable Money vat;
  private final @Nullable RefundAccount refundAccount;

  private final AtomicReference<@Nullable Money> pinned = new AtomicReference<>();
  private volatile Progress progress;
  private volatile long progressAt;
  private volatile boolean resumed;
  private volatile boolean keySpent;
  private final Lock turn = new ReentrantLock();

  /** How far a request has come, as far as this object has seen. */
  public enum Progress {
    /** Nothing that was sent can have been executed. */
    NOT_EXECUTED,
    /** It may have been executed: nothing a later serving runs into proves that it was not. */
    IN_DOUBT,
    /** The gateway has taken it on, and carries it out later without showing it until then. */
    TAKEN,
    /** It was executed. */
    DONE,
    /** The gateway had taken it on, and has given it up: it never will be executed. */
    GIVEN_UP
  }

  private CancelRequest(Builder builder) {
    this.paymentId = builder.paymentId;
    this.amount = builder.amount;
    this.reason = builder.reason;
    this.orderId = builder.orderId;
    this.expectedBalance = builder.expectedBalance;
    this.idempotencyKey =
        builder.idempotencyKey != null ? builder.idempotencyKey : UUID.randomUUID().toString();
    this.taxFree = builder.taxFree;
    this.vat = builder.vat;
    this.refundAccount = builder.refundAccount;
    this.progress = builder.progress;
    this.progressAt = builder.progressAt;
    this.resumed = builder.resumed;
    this.keySpent = builder.keySpent;
  }

  /**
   * Starts a cancel of all that is left of a payment; for a virtual account nobody has paid into,
   * of the account itself.
   *
   * @param reason why, at most 200 characters; the gateway stores it and may show it
   * @throws IllegalArgumentException if the reason is blank, too long or has control characters
   */
  public static Builder full(PaymentId paymentId, String reason) {
    return new Builder(paymentId, null, reason);
  }

  /**
   * Starts a cancel of a part.
   *
   * @param amount how much goes back to the buyer
   * @param reason why, at most 200 characters; the gateway stores it and may show it
   * @throws IllegalArgumentException if the amount is zero, or the reason is blank, too long or has
   *     control characters
   */
  public static Builder partial(PaymentId paymentId, Money amount, String reason) {
    return new Builder(paymentId, Requests.positive(amount, "amount"), reason);
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

  /** The balance before this cancel: as the caller gave it, or as it was pinned. */
  public Optional<Money> expectedBalance() {
    Money pinnedBalance = pinned.get();
    return Optional.ofNullable(pinnedBalance != null ? pinnedBalance : expectedBalance);
  }

  /**
   * The key under which Toss recognises a repetition; Iamport knows none. It changes when Toss may
   * answer for ever what it has answered under it: so store it after each call that left a doubt.
   */
  public String idempotencyKey() {
    return idempotencyKey;
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
   * For gateways: pins the balance this request is served with. The first call wins.
   *
   * @return the pinned balance
   */
  public Money pinBalance(Money balance) {
    pinned.compareAndSet(null, Objects.requireNonNull(balance, "balance"));
    return Objects.requireNonNull(pinned.get());
  }

  /** For gateways: the balance pinned by an earlier serving; empty before the first. */
  public Optional<Money> pinnedBalance() {
    return Optional.ofNullable(pinned.get());
  }

  /**
   * For gateways: notes how far it has come; it never goes back.
   *
   * @param nanoTime the monotonic clock's reading
   */
  public void advance(Progress reached, long nanoTime) {
    if (reached.compareTo(progress) >= 0) {
      progress = reached;
      progressAt = nanoTime;
      resumed = false;
    }
  }

  /** For gateways: whether its doubt is older than this object, and of an unknown time. */
  public boolean isResumed() {
    return resumed;
  }

  /** For gateways: how far it has come. */
  public Progress progress() {
    return progress;
  }

  /** For gateways: the monotonic clock's reading when that was noted last. */
  public long progressAt() {
    return progressAt;
  }

  /** For gateways: notes that an answer under the key may be repeated for ever. */
  public void markKeySpent() {
    keySpent = true;
  }

  /** For gateways: whether that was noted of the current key. */
  public boolean isKeySpent() {
    return keySpent;
  }

  /** For gateways: goes on under another key, made of this one. */
  public void renewKey() {
    byte[] next = (idempotencyKey + "/next").getBytes(StandardCharsets.UTF_8);
    idempotencyKey = UUID.nameUUIDFromBytes(next).toString();
    keySpent = false;
  }

  /** For gateways: the lock to hold while serving this request. */
  public Lock turn() {
    return turn;
  }

  /**
   * Returns a builder with everything this request has, its key and balance included. What it
   * builds is recognised by the gateway as the same refund as long as the key is left alone.
   */
  public Builder newBuilder() {
    Builder builder = new Builder(paymentId, amount, reason);
    builder.orderId = orderId;
    builder.expectedBalance = expectedBalance().orElse(null);
    builder.idempotencyKey = idempotencyKey;
    builder.taxFree = taxFree;
    builder.vat = vat;
    builder.refundAccount = refundAccount;
    builder.progress = progress;
    builder.progressAt = progressAt;
    builder.resumed = resumed;
    builder.keySpent = keySpent;
    return builder;
  }

  @Override
  public String toString() {
    return "CancelRequest[" + paymentId + ", " + (amount == null ? "all" : amount) + "]";
  }

  /** Builds a {@link CancelRequest}. */
  public static final class Builder {
    private static final int MAX_REASON_LENGTH = 200; // Toss cancelReason; Iamport takes 256

    private final PaymentId paymentId;
    private final @Nullable Money amount;
    private final String reason;
    private @Nullable OrderId orderId;
    private @Nullable Money expectedBalance;
    private @Nullable String idempotencyKey;
    private @Nullable Money taxFree;
    private @Nullable Money vat;
    private @Nullable RefundAccount refundAccount;
    private Progress progress = Progress.NOT_EXECUTED;
    private long progressAt;
    private boolean resumed;
    private boolean keySpent;

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
     * What could be cancelled before this cancel, as the shop knows it. The gateway executes
     * nothing if it knows another. Looked up if not given.
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
      this.idempotencyKey = Requests.idempotencyKey(idempotencyKey);
      return this;
    }

    /**
     * Says that this request is built anew from what was stored of one that may have been executed,
     * and of which the process that served it is gone. It is looked up before anything is sent, and
     * a part of a payment at Iamport is sent again a minute after it is handed in, at the soonest.
     */
    public Builder inDoubt() {
      this.progress = Progress.IN_DOUBT;
      this.resumed = true;
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
