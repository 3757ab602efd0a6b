package kr.pgsdk.core.internal.token;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.auth.TokenStore.StoredToken;
import org.jspecify.annotations.Nullable;

/**
 * The user's token store, if any, kept from doing harm: whatever it throws is logged and counts as
 * nothing stored, and so does what it takes too long for.
 *
 * <p>It is asked on a daemon thread that lives as long as the question, since nothing else can part
 * a payment from a store that hangs. While it is busy with one question it isn't asked another, so
 * a store that hangs for ever holds one thread.
 */
final class GuardedStore {
  /** Long for a row in a database; short beside a payment's deadline. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Common servers refuse a request with a longer header line, whoever sends it. */
  private static final int MAX_TOKEN_LENGTH = 4096;

  private final TokenLog log;
  private final @Nullable TokenStore store;
  private final Consumer<Thread> starter;
  private final AtomicReference<@Nullable Question> current = new AtomicReference<>();

  /**
   * Guards a store.
   *
   * @param store null if there is none
   * @param starter starts a thread
   */
  GuardedStore(TokenLog log, @Nullable TokenStore store, Consumer<Thread> starter) {
    this.log = log;
    this.store = store;
    this.starter = starter;
  }

  /** Whether a token can be the value of a header. */
  static boolean isSendable(String token) {
    return !token.isEmpty()
        && token.length() <= MAX_TOKEN_LENGTH
        && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** One question, so that the store is free again before its answer is known. */
  private final class Question implements Callable<Optional<StoredToken>> {
    private final Callable<Optional<StoredToken>> work;
    final FutureTask<Optional<StoredToken>> answer = new FutureTask<>(this);

    Question(Callable<Optional<StoredToken>> work) {
      this.work = work;
    }

    @Override
    public Optional<StoredToken> call() throws Exception {
      try {
        return work.call();
      } finally {
        leave();
      }
    }

    void ask() {
      try {
        answer.run();
      } finally {
        leave(); // also if it was given up before it began
      }
    }

    private void leave() {
      current.compareAndSet(this, null);
    }
  }

  /**
   * Returns what is stored; null if nothing is, if it can't be had in time, or can't be sent. An
   * interrupt ends it and keeps the flag.
   *
   * @param timeLeft of which the store gets a quarter, and a second at most
   */
  @Nullable StoredToken load(Duration timeLeft) {
    TokenStore asked = store;
    if (asked == null) {
      return null;
    }
    // A null in place of an empty Optional is one more way for a store to be broken.
    StoredToken stored =
        ask("read", () -> Objects.requireNonNullElse(asked.load(), Optional.empty()), timeLeft);
    return stored != null && isSendable(stored.token()) ? stored : null;
  }

  /** Stores a token, if that can be done in time; as {@link #load}. */
  void save(StoredToken token, Duration timeLeft) {
    TokenStore asked = store;
    if (asked != null) {
      StoredToken unused =
          ask(
              "written",
              () -> {
                asked.save(token);
                return Optional.empty();
              },
              timeLeft);
    }
  }

  /** Ends every wait for the store. */
  void close() {
    Question question = current.get();
    if (question != null) {
      question.answer.cancel(true);
    }
  }

  private @Nullable StoredToken ask(
      String done, Callable<Optional<StoredToken>> work, Duration timeLeft) {
    Question question = new Question(work);
    if (!current.compareAndSet(null, question)) {
      log.storePassedOver(done, "it is still busy with an earlier question");
      return null;
    }
    try {
      // Without the caller's inheritable thread locals: a store that hangs would keep them.
      Thread thread = new Thread(null, question::ask, "pgsdk-token-store", 0, false);
      thread.setDaemon(true);
      starter.accept(thread);
    } catch (Exception | Error e) {
      // An OutOfMemoryError is how the JVM says that it has no thread left.
      question.leave();
      log.storePassedOver(done, e.getClass().getName());
      return null;
    }
    try {
      return question.answer.get(patience(timeLeft).toNanos(), TimeUnit.NANOSECONDS).orElse(null);
    } catch (TimeoutException e) {
      log.storePassedOver(done, "it took too long");
    } catch (ExecutionException e) {
      // The message stays out of the log: databases like to quote the value they choked on.
      log.storePassedOver(done, Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
    } catch (CancellationException e) {
      log.closedWhileStoreAsked();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    question.answer.cancel(true);
    return null;
  }

  private static Duration patience(Duration timeLeft) {
    Duration quarter = timeLeft.dividedBy(4);
    return quarter.compareTo(PATIENCE) < 0 ? quarter : PATIENCE;
  }
}
