package kr.pgsdk.core.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.RunningCall;
import org.jspecify.annotations.Nullable;

/**
 * A call under way: the future of its result, or of the exception the {@linkplain
 * kr.pgsdk.core.PaymentGateway verb} throws.
 *
 * <p><strong>If you complete this future from outside, the call ends</strong>: by {@code
 * cancel(...)} (with any argument), {@code orTimeout}, {@code complete} and similar methods. If the
 * call has not begun, nothing is sent. Otherwise its wait or its HTTP exchange ends at once and
 * nothing more is sent; <em>what was sent may have been executed</em>. This future is then
 * completed and can't show the result; {@link #outcome()} can.
 *
 * <p>Cancelling a future that is derived from this one, as by {@code thenApply}, doesn't end the
 * call.
 *
 * @param <T> what the verb returns
 */
public final class AsyncCall<T> extends CompletableFuture<T> {
  private final String gateway;
  private final Supplier<T> verb;
  private final UnaryOperator<PaymentException> unsent;
  private final RunningCall running;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();

  /**
   * Makes a call that waits for its thread.
   *
   * @param unsent what the verb makes of a failure that kept this call from being sent
   */
  AsyncCall(
      String gateway,
      Supplier<T> verb,
      UnaryOperator<PaymentException> unsent,
      LongSupplier nanoTime) {
    this.gateway = gateway;
    this.verb = verb;
    this.unsent = unsent;
    this.running = new RunningCall(nanoTime);
  }

  /**
   * How the call really ended, even if this future was completed from outside: the verb's result
   * that came all the same, or why there is none.
   *
   * <ul>
   *   <li>{@link TransportException}: surely nothing was executed.
   *   <li>{@link kr.pgsdk.core.error.OutcomeUnknownException}: this call, or an earlier call with
   *       the same {@link kr.pgsdk.core.CancelRequest}, may have been executed. Look the payment up
   *       by its {@code lookup()}. To cancel, call again with {@code pendingCancel()} or the same
   *       {@link kr.pgsdk.core.CancelRequest}; to confirm, call again with the same request.
   * </ul>
   *
   * <p>Completes soon after this future, on the executor's thread. Completing it ends nothing.
   *
   * @return always the same future
   */
  public CompletableFuture<T> outcome() {
    return outcome;
  }

  /** Hands the call over to the executor. */
  void start(Executor executor) {
    CompletableFuture<T> unused =
        whenComplete(
            (value, failure) -> {
              if (running.end()) {
                outcome.completeExceptionally(notSent("the caller ended it before it began", null));
              }
            });
    try {
      executor.execute(this::serve);
    } catch (RuntimeException | Error e) {
      // An Error too: that is how the JVM says that it has no thread left.
      if (refuse()) {
        failUnsent("the executor refused it (" + e.getClass().getSimpleName() + ")", e);
      }
    }
  }

  /** Keeps the call from beginning; returns false if it has begun. The future is left as it is. */
  boolean refuse() {
    return running.refuse();
  }

  /** Lets a refused call fail. */
  void failUnsent(String why, @Nullable Throwable cause) {
    fail(notSent(why, cause));
  }

  private void serve() {
    // The future is completed after the run, for its dependents are no part of the call.
    Runnable completion = running.run(this::result);
    if (completion != null) {
      completion.run();
    }
  }

  private Runnable result() {
    try {
      T value = verb.get();
      return () -> {
        outcome.complete(value);
        complete(value);
      };
    } catch (Exception | Error e) {
      // Errors as well: the future is the only way to report them.
      return () -> fail(e);
    }
  }

  private void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
    completeExceptionally(failure);
  }

  private PaymentException notSent(String why, @Nullable Throwable cause) {
    return unsent.apply(
        Errors.make()
            .transport(
                gateway + ": the call was not sent: " + why + ". You may call again",
                ErrorDetails.builder(gateway).retryable(true).cause(cause).build()));
  }
}
