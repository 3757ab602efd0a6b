package kr.pgsdk.sandbox.wire;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's payments, read and changed one at a time, apart from what the shop asks for.
 * Thread-safe.
 *
 * @param <P> a payment of the gateway's
 */
public abstract class Desk<P> implements BackOffice {
  private final String gateway;

  /** Guards all state of the gateway. */
  protected final StateLock lock;

  private volatile Consumer<PaymentId> changed = id -> {};

  /**
   * Makes a desk.
   *
   * @param lock guards all state of the gateway
   */
  protected Desk(String gateway, StateLock lock) {
    this.gateway = gateway;
    this.lock = lock;
  }

  /** Lets what is due by now happen first. Under the lock. */
  protected void catchUp() {}

  /** The payment with this number; null if there is none. Under the lock. */
  protected abstract @Nullable P payment(PaymentId id);

  /** Keeps how the payment stands, for lookups that are behind. Under the lock. */
  protected abstract void remember(P payment);

  @Override
  public final void onChange(Consumer<PaymentId> told) {
    changed = told;
  }

  /** Tells those who send webhooks that there may be something to send. */
  public final void announce(PaymentId id) {
    changed.accept(id);
  }

  /** Changes a payment, and announces it. */
  public final void on(PaymentId id, Consumer<P> act) {
    locked(
        () -> {
          P payment = require(id);
          remember(payment);
          act.accept(payment);
          return id;
        });
    announce(id);
  }

  /** Reads a payment. */
  protected final <T> T of(PaymentId id, Function<P, T> read) {
    return locked(() -> read.apply(require(id)));
  }

  /** Works on the gateway's state. */
  protected final <T> T locked(Supplier<T> work) {
    return lock.call(
        () -> {
          catchUp();
          return work.get();
        });
  }

  private P require(PaymentId id) {
    P payment = payment(id);
    if (payment == null) {
      throw new IllegalArgumentException("this " + gateway + " has no payment " + id);
    }
    return payment;
  }
}
