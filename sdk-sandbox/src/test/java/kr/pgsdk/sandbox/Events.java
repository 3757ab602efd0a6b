package kr.pgsdk.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.pgsdk.core.http.AttemptEvent;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;

/** A listener that notes what it is told, without what differs from run to run. */
final class Events implements CallListener {
  final List<AttemptEvent> attempts = new CopyOnWriteArrayList<>();
  final List<CallEvent> calls = new CopyOnWriteArrayList<>();
  final List<Thread> threads = new CopyOnWriteArrayList<>();

  @Override
  public void attemptEnded(AttemptEvent attempt) {
    attempts.add(attempt);
    threads.add(Thread.currentThread());
  }

  @Override
  public void callEnded(CallEvent call) {
    calls.add(call);
    threads.add(Thread.currentThread());
  }

  /** Such as {@code POST confirm #1 DONE 200}. */
  List<String> attempts() {
    return attempts.stream()
        .map(
            a ->
                a.operation()
                    + " #"
                    + a.number()
                    + " "
                    + a.outcome()
                    + (a.httpStatus().isPresent() ? " " + a.httpStatus().getAsInt() : ""))
        .toList();
  }

  /** Such as {@code confirm Confirmed 2}: with the number of attempts. */
  List<String> calls() {
    return calls.stream().map(c -> c.call() + " " + c.outcome() + " " + c.attempts()).toList();
  }

  void clear() {
    attempts.clear();
    calls.clear();
    threads.clear();
  }
}
