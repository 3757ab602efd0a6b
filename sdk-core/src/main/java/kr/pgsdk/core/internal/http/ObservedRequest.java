package kr.pgsdk.core.internal.http;

import org.jspecify.annotations.Nullable;

/** A request that is being sent, perhaps several times: numbers and times its attempts. */
final class ObservedRequest {
  private final Observer watch;
  private final @Nullable CallScope call;
  private final HttpRequest request;
  private int number;
  private long started;
  private boolean running;

  ObservedRequest(Observer watch, @Nullable CallScope call, HttpRequest request) {
    this.watch = watch;
    this.call = call;
    this.request = request;
  }

  /** The request is about to be sent. */
  void starts() {
    number++;
    if (call != null) {
      call.attempts++;
    }
    started = watch.nanoTime();
    running = true;
  }

  /** An answer was read. */
  void ended(Verdict verdict, HttpResponse answer) {
    ended(verdict, answer.status(), answer);
  }

  /**
   * There is no whole answer. Nothing happens if nothing was about to be sent.
   *
   * @param status 0 if it didn't come to one
   */
  void failed(Verdict verdict, int status) {
    ended(verdict, status, null);
  }

  private void ended(Verdict verdict, int status, @Nullable HttpResponse answer) {
    if (running) {
      running = false;
      String name = call == null ? request.callName() : call.name;
      long nanos = watch.nanoTime() - started;
      watch.ended(name, request, number, nanos, verdict, status, answer);
    }
  }
}
