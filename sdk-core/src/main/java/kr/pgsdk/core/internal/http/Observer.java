package kr.pgsdk.core.internal.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Who is told of calls: the user's listener, the log, and the logging context of the calling
 * thread. What they throw ends here: by then money may have moved, and the caller must hear of it.
 */
public final class Observer {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.call");
  private static final ThreadLocal<@Nullable CallScope> CURRENT = new ThreadLocal<>();

  private final String gateway;
  private final @Nullable CallListener listener;
  private final LongSupplier nanoTime;
  private final Redaction redaction;
  private final Function<HttpResponse, @Nullable String> traceId;
  private final AtomicBoolean warned = new AtomicBoolean();

  private Observer(
      String gateway,
      @Nullable CallListener listener,
      LongSupplier nanoTime,
      Redaction redaction,
      Function<HttpResponse, @Nullable String> traceId) {
    this.gateway = gateway;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.redaction = redaction;
    this.traceId = traceId;
  }

  /**
   * Makes the observer of one gateway object.
   *
   * @param gateway the gateway's short name
   * @param redaction knows what must not be seen
   * @param traceId finds what a response gives as its trace id
   */
  public static Observer of(
      String gateway,
      HttpOptions options,
      LongSupplier nanoTime,
      Redaction redaction,
      Function<HttpResponse, @Nullable String> traceId) {
    return new Observer(gateway, options.listener().orElse(null), nanoTime, redaction, traceId);
  }

  /** Whether there is a listener, or the log is on. */
  boolean isObserving() {
    return listener != null || isLogging(Level.DEBUG);
  }

  String gateway() {
    return gateway;
  }

  /** The clock that calls are timed by. */
  long nanoTime() {
    return nanoTime.getAsLong();
  }

  Redaction redaction() {
    return redaction;
  }

  /**
   * Does a call's work under its name; within another call of this gateway it is a part of that.
   *
   * @param orderId the order it is about, if known
   * @param paymentId the payment it is about, if known
   * @throws IllegalStateException on the thread of a listener that is being told something
   */
  public <T> T call(
      String name, @Nullable OrderId orderId, @Nullable PaymentId paymentId, Supplier<T> work) {
    CallScope outer = CURRENT.get();
    if (isTelling()) {
      throw new IllegalStateException(
          "a CallListener must not call a gateway: its thread is in the middle of a call. Hand the"
              + " work to another thread");
    }
    if (outer != null && outer.observer == this) {
      return work.get();
    }
    CallScope call = new CallScope(this, name, orderId, paymentId, nanoTime());
    CURRENT.set(call);
    call.enterLogContext();
    tell(to -> to.callStarted(gateway, name));
    String outcome = "Done";
    boolean failed = true;
    try {
      T result = work.get();
      outcome = outcomeName(result);
      failed = false;
      return result;
    } catch (Exception | Error e) {
      outcome = e.getClass().getSimpleName();
      throw e;
    } finally {
      ended(call, outcome, failed);
      call.leaveLogContext();
      CURRENT.set(outer); // null too: removing it would only make the next call add it again
    }
  }

  /** Whether this thread is telling a listener something, whosever call that is about. */
  static boolean isTelling() {
    CallScope call = CURRENT.get();
    return call != null && call.inListener;
  }

  /** Whether what this thread does now is a part of a call of this gateway. */
  boolean isInCall() {
    CallScope call = CURRENT.get();
    return call != null && call.observer == this && !call.inListener;
  }

  /** Returns a request of the call on this thread, whose attempts are told. */
  ObservedRequest request(HttpRequest request) {
    return new ObservedRequest(this, CURRENT.get(), request);
  }

  /**
   * An attempt has ended.
   *
   * @param status 0 if there was no response
   */
  void ended(
      String call,
      HttpRequest request,
      int number,
      long nanos,
      AttemptEvent.Outcome outcome,
      int status,
      @Nullable HttpResponse response) {
    if (listener == null && !isLogging(Level.TRACE)) {
      return;
    }
    AttemptEvent bare =
        AttemptEvent.of(
            gateway, call, request.toString(), number, Duration.ofNanos(nanos), outcome);
    AttemptEvent event =
        status == 0
            ? bare
            : bare.withResponse(status, response == null ? null : traceId(request, response));
    quietly(() -> LOG.trace("{}", event));
    tell(to -> to.attemptEnded(event));
  }

  /** What a response gives as its trace id; null if nothing that may be shown. */
  @Nullable String traceId(HttpRequest request, HttpResponse response) {
    return redaction.traceId(traceId.apply(response), request.hidden());
  }

  private void ended(CallScope call, String outcome, boolean failed) {
    if (!isObserving()) {
      return;
    }
    Duration duration = Duration.ofNanos(nanoTime() - call.started);
    quietly(
        () -> {
          if (LOG.isDebugEnabled()) {
            LOG.debug("{}", call.line(outcome, duration));
          }
        });
    tell(
        to ->
            to.callEnded(
                CallEvent.of(gateway, call.name, outcome, failed, call.attempts, duration)));
  }

  private static boolean isLogging(Level level) {
    try {
      return LOG.isEnabledForLevel(level);
    } catch (Exception | Error e) { // a broken logging library: see quietly
      return false;
    }
  }

  private static String outcomeName(Object result) {
    if (result instanceof NotConfirmed refused) {
      return "NotConfirmed(" + refused.reason() + ")";
    }
    if (result instanceof Optional<?> found) {
      return found.isPresent() ? "Found" : "NotFound";
    }
    boolean outcome =
        result instanceof Confirmation
            || result instanceof Cancellation
            || result instanceof Preparation;
    return outcome ? result.getClass().getSimpleName() : "Done";
  }

  private void tell(Consumer<CallListener> event) {
    if (listener == null) {
      return;
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    CallScope call = Objects.requireNonNull(CURRENT.get());
    call.inListener = true;
    try {
      event.accept(listener);
    } catch (Exception | Error e) {
      // Errors too: a metrics library of the wrong version must not cost the shop an outcome.
      interrupted |= e instanceof InterruptedException;
      quietly(() -> complain(e));
    } finally {
      call.inListener = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Warns once, then logs at DEBUG. Names the class alone: the message may quote anything. */
  private void complain(Throwable e) {
    String line = "{}: the CallListener threw {}; calls go on as if it had not";
    if (warned.compareAndSet(false, true)) {
      LOG.warn(line + ". Further ones are logged at DEBUG", gateway, e.getClass().getName());
    } else {
      LOG.debug(line, gateway, e.getClass().getName());
    }
  }

  /** Logging libraries can be told to throw when a disk is full; an outcome must not get lost. */
  public static void quietly(Runnable logging) {
    try {
      logging.run();
    } catch (Exception | Error e) {
      // A failure of the log can't be logged.
    }
  }
}
