package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.time.Deadline;

/** The first link of the chain: a request outside of any verb is a call of its own. */
final class Observing {
  private final Observer observer;
  private final Repeating next;

  Observing(Observer observer, Repeating next) {
    this.observer = observer;
    this.next = next;
  }

  <T> T send(HttpRequest request, ResponseReader<T> reader, Deadline deadline) {
    if (observer.isInCall()) {
      return next.send(sending(request, reader, deadline));
    }
    PaymentLookup about = request.about();
    return observer.call(
        request.callName(),
        about == null ? null : about.orderId().orElse(null),
        about == null ? null : about.paymentId().orElse(null),
        () -> next.send(sending(request, reader, deadline)));
  }

  private <T> Sending<T> sending(HttpRequest request, ResponseReader<T> reader, Deadline deadline) {
    Deadline limit = request.retryMode() == RetryMode.SAFE ? deadline : deadline.forMoney();
    return new Sending<>(request, reader, limit, false, observer.request(request));
  }
}
