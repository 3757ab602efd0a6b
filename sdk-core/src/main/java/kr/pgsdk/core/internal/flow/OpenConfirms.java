package kr.pgsdk.core.internal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.PaymentId;

/**
 * The captures that were sent, as far as this gateway object has seen, and that may still be worked
 * on: a refusal of one proves nothing about the others. Remembers the newest 10,000 payments.
 * Thread-safe.
 */
final class OpenConfirms {
  private final Guard guard = new Guard();
  private final Map<PaymentId, List<Capture>> open = new NewestMap<>();

  /** One sending of a capture. Guarded as its holder is. */
  static final class Capture {
    private final ConfirmRequest request;
    private final int number;
    private final long workOverAt;
    private boolean refused;

    private Capture(ConfirmRequest request, int number, long workOverAt) {
      this.request = request;
      this.number = number;
      this.workOverAt = workOverAt;
    }

    /** Whether the gateway refused it, in a way that leaves open what happened. */
    boolean isRefused() {
      return refused;
    }

    /** Whether the gateway takes it for a repetition of another one. */
    boolean hasKeyOf(Capture other) {
      return number == other.number
          && request.orderId().equals(other.request.orderId())
          && request.money().equals(other.request.money())
          && request.paymentToken().equals(other.request.paymentToken())
          && request.idempotencyKey().equals(other.request.idempotencyKey());
    }
  }

  /**
   * Notes that a capture is about to be sent.
   *
   * @param number of its key
   * @param now the monotonic clock's reading
   * @param longest how long something may come of it
   */
  Capture begin(ConfirmRequest request, int number, long now, Duration longest) {
    Capture capture = new Capture(request, number, now + longest.toNanos());
    guard.run(
        () -> {
          List<Capture> ofPayment =
              open.computeIfAbsent(request.paymentId(), id -> new ArrayList<>());
          ofPayment.removeIf(other -> other.workOverAt - now <= 0);
          ofPayment.add(capture);
        });
    return capture;
  }

  /** Notes that the gateway refused it, in a way that leaves open what happened. */
  void refused(Capture capture) {
    guard.run(() -> capture.refused = true);
  }

  /** Notes that it is known what came of it. */
  void end(Capture capture) {
    PaymentId payment = capture.request.paymentId();
    guard.run(
        () -> {
          List<Capture> ofPayment = open.get(payment);
          if (ofPayment != null && ofPayment.remove(capture) && ofPayment.isEmpty()) {
            open.remove(payment);
          }
        });
  }

  /** Whether any capture of this payment may still be worked on that meets a condition. */
  boolean isAny(PaymentId payment, long now, Predicate<Capture> condition) {
    return guard.test(
        () ->
            open.getOrDefault(payment, List.of()).stream()
                .anyMatch(capture -> capture.workOverAt - now > 0 && condition.test(capture)));
  }
}
