package kr.pgsdk.core.async;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.flow.CancelErrors;
import kr.pgsdk.core.internal.time.Environment;

/**
 * A {@link PaymentGateway} whose verbs return at once, and run on an executor of the caller's. All
 * its rules hold unchanged.
 *
 * <p><b>Failures.</b> A verb here throws only for a null argument. Whatever the gateway's verb
 * throws, also for another wrong argument, fails the future. If the executor refuses the call, the
 * future fails with a {@link kr.pgsdk.core.error.TransportException}: nothing was sent; or with an
 * {@link kr.pgsdk.core.error.OutcomeUnknownException} if an earlier call with the same {@link
 * CancelRequest} is in doubt.
 *
 * <p><b>Time.</b> The deadline starts with the call of the verb, so it includes the time that the
 * call waits for a thread. Nothing is sent after the deadline. A call that waited too long fails
 * when a thread takes it.
 *
 * <p><b>Ending a call</b>, as by {@code cancel(true)}: see {@link AsyncCall}.
 *
 * <p><b>Threads.</b> Every call takes one of the executor's threads until it ends. No call waits
 * for a call that has no thread yet, so one thread is enough. But a function that depends on a call
 * runs on the call's thread, and must not wait for other calls. {@link #newExecutor} makes an
 * executor that fits.
 *
 * <p>Thread-safe; one per gateway, for the life of the application.
 */
public final class AsyncPaymentGateway implements AutoCloseable {
  private final PaymentGateway gateway;
  private final Executor executor;
  private final LongSupplier nanoTime;
  private final Set<AsyncCall<?>> calls;

  AsyncPaymentGateway(
      PaymentGateway gateway, Executor executor, LongSupplier nanoTime, Set<AsyncCall<?>> calls) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.nanoTime = nanoTime;
    this.calls = calls;
  }

  /**
   * Returns a gateway that calls {@code gateway} on threads of {@code executor}.
   *
   * @param gateway closed with this
   * @param executor stays the caller's: shut it down after closing this
   */
  public static AsyncPaymentGateway of(PaymentGateway gateway, Executor executor) {
    return new AsyncPaymentGateway(
        gateway, executor, Environment.system().nanoTime(), ConcurrentHashMap.newKeySet());
  }

  /**
   * Returns a new executor that belongs to the caller: one virtual thread for each call where the
   * JVM has them (Java 21 and later), otherwise at most {@code maxThreads} daemon threads. At most
   * 100 calls for each thread may wait; the executor refuses more.
   *
   * @param maxThreads how many calls may be under way at once on a JVM without virtual threads
   * @throws IllegalArgumentException if it is less than 1
   */
  public static ExecutorService newExecutor(int maxThreads) {
    return CallThreads.create(maxThreads);
  }

  /** {@link PaymentGateway#getToken}. Moves no money. */
  public AsyncCall<AuthToken> getToken() {
    return start(gateway::getToken);
  }

  /** {@link PaymentGateway#prepare}. Moves no money. */
  public AsyncCall<Preparation> prepare(PrepareRequest request) {
    Objects.requireNonNull(request, "request");
    return start(() -> gateway.prepare(request));
  }

  /** {@link PaymentGateway#find}. Moves no money. */
  public AsyncCall<Optional<Payment>> find(PaymentLookup lookup) {
    Objects.requireNonNull(lookup, "lookup");
    return start(() -> gateway.find(lookup));
  }

  /**
   * {@link PaymentGateway#confirm}. <strong>Moves money</strong> at Toss, and at PortOne V2 with a
   * payment token. After it was ended from outside, {@link AsyncCall#outcome()} says whether it is
   * in doubt; confirming again with the same request is safe either way.
   */
  public AsyncCall<Confirmation> confirm(ConfirmRequest request) {
    Objects.requireNonNull(request, "request");
    return start(() -> gateway.confirm(request));
  }

  /**
   * {@link PaymentGateway#cancel}. <strong>Moves money.</strong> After it was ended from outside,
   * {@link AsyncCall#outcome()} says whether it is in doubt; call again with the same request,
   * never with a new one.
   */
  public AsyncCall<Cancellation> cancel(CancelRequest request) {
    Objects.requireNonNull(request, "request");
    return start(() -> gateway.cancel(request), failure -> CancelErrors.kept(request, failure));
  }

  /** Returns this gateway with other deadlines, attempts or headers; closing either closes both. */
  public AsyncPaymentGateway with(CallOptions options) {
    return new AsyncPaymentGateway(gateway.with(options), executor, nanoTime, calls);
  }

  /**
   * Closes the gateway: calls under way end as its {@link PaymentGateway#close} says, and calls
   * that wait for a thread fail without being sent. Functions that depend on these run on this
   * thread, after the closing. The executor stays open. Idempotent.
   */
  @Override
  public void close() {
    // First, for a thread that closing sets free would begin the next and find the gateway closed.
    List<AsyncCall<?>> refused = new ArrayList<>();
    for (AsyncCall<?> call : calls) {
      if (call.refuse()) {
        refused.add(call);
      }
    }
    try {
      gateway.close();
    } finally {
      // Last, for what depends on them may block.
      refused.forEach(call -> call.failUnsent("the gateway was closed before it began", null));
    }
  }

  private <T> AsyncCall<T> start(Supplier<T> verb) {
    return start(verb, failure -> failure);
  }

  private <T> AsyncCall<T> start(Supplier<T> verb, UnaryOperator<PaymentException> unsent) {
    AsyncCall<T> call = new AsyncCall<>(gateway.name(), verb, unsent, nanoTime);
    calls.add(call);
    CompletableFuture<T> unused =
        call.outcome().whenComplete((value, failure) -> calls.remove(call));
    call.start(executor);
    return call;
  }
}
