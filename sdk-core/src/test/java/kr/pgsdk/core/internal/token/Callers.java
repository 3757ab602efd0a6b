package kr.pgsdk.core.internal.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.auth.AuthToken;

/** Threads that call something once, and what came back to each. */
final class Callers {
  private final List<Thread> threads = new ArrayList<>();
  private final List<FutureTask<AuthToken>> calls = new ArrayList<>();

  static Callers start(int count, Callable<AuthToken> call) {
    Callers callers = new Callers();
    for (int i = 0; i < count; i++) {
      FutureTask<AuthToken> task = new FutureTask<>(call);
      Thread thread = new Thread(task, "caller-" + i);
      thread.setDaemon(true);
      callers.calls.add(task);
      callers.threads.add(thread);
      thread.start();
    }
    return callers;
  }

  static Callers waitingFor(TokenCache cache, int count, Duration timeLeft) {
    return start(count, () -> cache.get(timeLeft)).awaitAllWaiting();
  }

  /** Returns when every one of them waits with a timeout: only waiting for a fetch does that. */
  Callers awaitAllWaiting() {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        if (!thread.isAlive() || System.nanoTime() - giveUp > 0) {
          throw new AssertionError(thread + " doesn't wait: it is " + thread.getState());
        }
        Thread.yield();
      }
    }
    return this;
  }

  void interruptAll() {
    threads.forEach(Thread::interrupt);
  }

  List<AuthToken> tokens() throws Exception {
    List<AuthToken> tokens = new ArrayList<>();
    for (FutureTask<AuthToken> call : calls) {
      tokens.add(call.get(100, TimeUnit.SECONDS));
    }
    return tokens;
  }

  AuthToken token() throws Exception {
    return tokens().get(0);
  }

  /** What each of them threw; a call that returned is an error. */
  List<Throwable> failures() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    for (Object end : ends()) {
      if (!(end instanceof Throwable failure)) {
        throw new AssertionError("returned " + end);
      }
      failures.add(failure);
    }
    return failures;
  }

  /** The token or the exception of each of them. */
  List<Object> ends() throws Exception {
    List<Object> ends = new ArrayList<>();
    for (FutureTask<AuthToken> call : calls) {
      try {
        ends.add(call.get(100, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        ends.add(e.getCause());
      }
    }
    return ends;
  }
}
