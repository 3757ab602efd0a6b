package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.http.AttemptEvent.Outcome;
import org.jspecify.annotations.Nullable;

/** A request that is being sent, perhaps several times: numbers and times its attempts. */
final class ObservedRequest {
  private final Observer observer;
  private final @Nullable CallScope call;
  private final HttpRequest request;
  private int number;
  private long started;
  private boolean running;

  ObservedRequest(Observer observer, @Nullable CallScope call, HttpRequest request) {
    this.observer = observer;
    this.call = call;
    this.request = request;
  }

  /** The request is about to be sent. */
  void starts() {
    number++;
    if (call != null) {
      call.attempts++;
    }
    started = observer.nanoTime();
    running = true;
  }

  /** A response was read. */
  void ended(Outcome outcome, HttpResponse response) {
    ended(outcome, response.status(), response);
  }

  /**
   * There is no whole response. Nothing happens if nothing was about to be sent.
   *
   * @param status 0 if it didn't come to one
   */
  void failed(Outcome outcome, int status) {
    ended(outcome, status, null);
  }

  private void ended(Outcome outcome, int status, @Nullable HttpResponse response) {
    if (running) {
      running = false;
      String name = call == null ? request.callName() : call.name;
      long nanos = observer.nanoTime() - started;
      observer.ended(name, request, number, nanos, outcome, status, response);
    }
  }
}
