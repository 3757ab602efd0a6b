package kr.pgsdk.core.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.auth.TokenStore.StoredToken;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.jspecify.annotations.Nullable;

/**
 * The user's token store, if any, kept from doing harm: one that throws, takes more than a second
 * or a quarter of the time left, or holds what can't be sent has nothing stored.
 *
 * <p>It is asked on a daemon thread that lives as long as the question, since nothing else can part
 * a payment from a store that hangs. While it is busy with one question it isn't asked another, so
 * a store that hangs for ever holds one thread.
 */
final class GuardedStore {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_TRUST = Duration.ofMinutes(30);

  private final @Nullable TokenStore store;
  private final TokenFailures failures;
  private final Clock clock;
  private final Consumer<Thread> starter;
  private final Semaphore idle = new Semaphore(1);
  private volatile @Nullable FutureTask<?> running;

  GuardedStore(
      @Nullable TokenStore store, TokenFailures failures, Clock clock, Consumer<Thread> starter) {
    this.store = store;
    this.failures = failures;
    this.clock = clock;
    this.starter = starter;
  }

  /** Returns a token worth trying, and how long to trust it; null if there is none. */
  @Nullable IssuedToken load(Duration timeLeft) {
    StoredToken stored = ask("read", asked -> asked.load().orElse(null), timeLeft);
    if (stored == null) {
      return null;
    }
    Duration life = shorter(LONGEST_TRUST, Duration.between(clock.instant(), stored.expiresAt()));
    IssuedToken found = new IssuedToken(stored.token(), life);
    boolean lives = life.compareTo(HeldToken.LONGEST_WINDOW) > 0;
    return lives && found.isSendable() ? found : null;
  }

  void save(AuthToken token, Duration timeLeft) {
    StoredToken saved = new StoredToken(token.value(), token.expiresAt().orElseThrow());
    Function<TokenStore, @Nullable StoredToken> question =
        asked -> {
          asked.save(saved);
          return null;
        };
    ask("written", question, timeLeft);
  }

  /** Ends the wait for the store. */
  void close() {
    FutureTask<?> asked = running;
    if (asked != null) {
      asked.cancel(true);
    }
  }

  /** Returns null if the store gives no response. An interrupt ends the wait and keeps its flag. */
  private @Nullable StoredToken ask(
      String done, Function<TokenStore, @Nullable StoredToken> question, Duration timeLeft) {
    if (store == null || timeLeft.isZero()) {
      return null;
    }
    if (!idle.tryAcquire()) {
      return passOver(done, "it is still busy with an earlier call");
    }
    FutureTask<@Nullable StoredToken> answer = new FutureTask<>(() -> answer(store, question));
    // Without the caller's inheritable thread locals: a store that hangs would keep them.
    Thread thread = new Thread(null, answer, "pgsdk-token-store", 0, false);
    thread.setDaemon(true);
    try {
      running = answer;
      starter.accept(thread);
    } catch (Exception | Error e) { // OutOfMemoryError: the JVM has no thread left
      idle.release();
      return passOver(done, e.getClass().getName());
    }
    try {
      Duration patience = shorter(PATIENCE, timeLeft.dividedBy(4));
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      // The message stays out of the log: databases like to quote the value they choked on.
      return passOver(done, Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
    } catch (TimeoutException e) {
      thread.interrupt();
      return passOver(done, "it took too long");
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return null;
    } catch (CancellationException closed) {
      return null;
    }
  }

  private @Nullable StoredToken answer(
      TokenStore asked, Function<TokenStore, @Nullable StoredToken> question) {
    try {
      return question.apply(asked);
    } finally {
      idle.release(); // before the answer is known: the next question may follow at once
    }
  }

  private @Nullable StoredToken passOver(String done, String why) {
    failures.logStorePassedOver(done, why);
    return null;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
