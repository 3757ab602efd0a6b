package kr.pgsdk.core.internal.flow;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.internal.http.Observer;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.time.Deadline;

/** The verbs of a gateway object: each is one observed call, under one deadline. Thread-safe. */
public final class Verbs {
  private final Sender sender;
  private final Observer observer;
  private final ConfirmFlow confirms;
  private final CancelFlow cancels;

  /**
   * Makes the verbs of a gateway object.
   *
   * @param open shared by all gateway objects of one merchant's that came from each other
   */
  public Verbs(Sender sender, ConfirmSteps confirm, CancelSteps cancel, OpenWork open) {
    this.sender = sender;
    this.observer = sender.observer();
    this.cancels = new CancelFlow(cancel, open.claims);
    this.confirms = new ConfirmFlow(confirm, cancels, open.confirms);
  }

  /** Prepares; {@code work} asks for the deadline if it sends something. */
  public Preparation prepare(PrepareRequest request, Supplier<Preparation> work) {
    return observer.call("prepare", request.orderId(), null, work);
  }

  public Optional<Payment> find(PaymentLookup lookup, Function<Deadline, Optional<Payment>> work) {
    return observer.call(
        "find",
        lookup.orderId().orElse(null),
        lookup.paymentId().orElse(null),
        () -> work.apply(sender.deadline()));
  }

  public Confirmation confirm(ConfirmRequest request) {
    return observer.call(
        "confirm",
        request.orderId(),
        request.paymentId(),
        () -> confirms.confirm(request, sender::deadline));
  }

  /**
   * Cancels by the flow.
   *
   * @param rules throws {@code IllegalArgumentException} for what the gateway doesn't take
   */
  public Cancellation cancel(CancelRequest request, Runnable rules) {
    return observer.call(
        "cancel",
        request.orderId().orElse(null),
        request.paymentId(),
        () -> {
          rules.run();
          return cancels.cancel(request, sender::deadline);
        });
  }
}
