package kr.pgsdk.core.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.auth.TokenStore.StoredToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a gateway's token and fetches the next one when it is needed, once for all threads. For
 * gateways.
 *
 * <ul>
 *   <li><b>Fresh</b>: the token is returned; that costs a volatile read and no allocation.
 *   <li><b>In the refresh window</b>, which begins 30 to 60 s before the expiry: one caller
 *       refreshes and may spend a quarter of its time on it, the others go on with the current
 *       token. A refresh that fails, or brings no later expiry, is tried again after 5 s.
 *   <li><b>Expired or empty</b>: one caller, the leader, fetches, and the others wait for that one
 *       fetch. Its token or its failure is theirs too, but never that of a caller who comes later.
 *       If the leader stops because of its own deadline or interrupt, one of them takes over.
 * </ul>
 *
 * <p>A gateway that can't be reached is a failure like a refusal: those who waited share it, since
 * otherwise they would run into the same timeout one after the other.
 *
 * <p>Expiry is counted on the monotonic clock, from before the request went out; a jump of the wall
 * clock doesn't touch it. The {@link TokenStore} is asked before the gateway, and what it holds is
 * taken if it has more than 60 s to live by the wall clock, for 30 minutes at most.
 *
 * <p>Thread safe, on virtual threads too. Starts no threads but for the moments in which a {@link
 * TokenStore} is asked.
 */
public final class TokenCache {
  /** How one waits for what another thread fetches; comes in from outside, as the clocks do. */
  @FunctionalInterface
  public interface Waiting {
    /** Returns false if {@code ended} hasn't opened within {@code nanos}. */
    boolean await(CountDownLatch ended, long nanos) throws InterruptedException;
  }

  /** Longer than any life or wait; short enough for nanoseconds not to overflow. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Duration LONGEST_TRUST_IN_STORE = Duration.ofMinutes(30);

  /** Timeouts are set in whole milliseconds, and so end a little before the deadline. */
  private static final long DEADLINE_SLACK = TimeUnit.MILLISECONDS.toNanos(50);

  private final String gateway;
  private final String scheme;
  private final TokenSource source;
  private final GuardedStore store;
  private final TokenLog log;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private final Waiting waiting;
  private final TokenState state;

  /**
   * Makes an empty cache.
   *
   * @param gateway the gateway's short name, for messages
   * @param scheme how tokens are presented; empty for the bare token
   * @param store null if the token isn't shared with other processes
   * @param clock the wall clock
   * @param nanoTime the monotonic clock, such as {@code System::nanoTime}
   * @param random draws the refresh windows; used by one thread at a time
   * @param waiting waits for a fetch that another thread leads
   */
  public TokenCache(
      String gateway,
      String scheme,
      TokenSource source,
      @Nullable TokenStore store,
      Clock clock,
      LongSupplier nanoTime,
      RandomGenerator random,
      Waiting waiting) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.scheme = Objects.requireNonNull(scheme, "scheme");
    this.source = Objects.requireNonNull(source, "source");
    this.log = new TokenLog(gateway);
    this.store = new GuardedStore(log, store, Thread::start);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
    this.random = Objects.requireNonNull(random, "random");
    this.waiting = Objects.requireNonNull(waiting, "waiting");
    this.state = new TokenState(gateway);
  }

  /**
   * Returns the current token while there is nothing to do about it, else null: then call {@link
   * #get}. A volatile read; never blocks or allocates.
   *
   * @param now what the monotonic clock says: a caller with a deadline has just looked, and looking
   *     again would cost ten times as much as this
   */
  public @Nullable AuthToken fresh(long now) {
    HeldToken current = state.held();
    return current != null && current.isFresh(now) ? current.token() : null;
  }

  @Nullable AuthToken fresh() {
    return fresh(nanoTime.getAsLong());
  }

  /**
   * Returns a token to send now. Blocks while it has to be fetched; a fresh one is returned at once
   * and without allocation. A token that expired on its way here is returned to those who waited
   * for it, once: the gateway has the last word on it.
   *
   * @param timeLeft how long this may take
   * @throws TransportException if the time ended, or the thread was interrupted (its flag stays
   *     set), before there was a token. Nothing was sent with one; retryable
   * @throws PaymentException what the {@link TokenSource} threw, for this caller or for the one it
   *     waited for
   * @throws MalformedResponseException if the gateway's token can't be a header's value
   * @throws IllegalStateException if the cache is closed, also while waiting for another's fetch
   */
  public AuthToken get(Duration timeLeft) {
    AuthToken fresh = fresh();
    if (fresh != null) {
      return fresh;
    }
    long deadline = nanoTime.getAsLong() + bounded(timeLeft).toNanos();
    AuthToken token;
    do {
      HeldToken current = state.held();
      token =
          current != null && current.isAlive(nanoTime.getAsLong())
              ? refresh(current, deadline)
              : fetch(deadline);
    } while (token == null);
    return token;
  }

  /**
   * Drops a token that the gateway refused with a 401, so that the next {@link #get} asks the
   * gateway, not the store. Does nothing if the token isn't the cached instance any more: Iamport
   * hands out the same text again, and an answer that came later than the refused one stays.
   */
  public void reject(AuthToken token) {
    state.reject(Objects.requireNonNull(token, "token"));
  }

  /**
   * Forgets the token and ends all waiting with an {@link IllegalStateException}. A fetch under way
   * is its source's to end; its result isn't kept.
   */
  public void close() {
    state.close();
    store.close();
  }

  /** Returns null if the state has to be looked at again. */
  private @Nullable AuthToken refresh(HeldToken current, long deadline) {
    long now = nanoTime.getAsLong();
    long timeLeft = deadline - now;
    TokenFetch mine = timeLeft > 0 ? state.startRefresh(current, now) : null;
    if (mine == null) {
      return current.token();
    }
    try {
      // The current token still works, so a gateway that stalls must not eat the payment's time.
      return lead(mine, now + timeLeft / 4);
    } catch (RuntimeException e) {
      log.notRefreshed(e);
      return null;
    }
  }

  /** Returns null if the state has to be looked at again. */
  private @Nullable AuthToken fetch(long deadline) {
    state.requireOpen();
    long now = nanoTime.getAsLong();
    if (deadline - now <= 0) {
      throw notSent("the time allowed ended before the gateway could be asked for a token", null);
    }
    TokenFetch fetch = state.startOrJoin(now);
    if (fetch == null) {
      return null;
    }
    return fetch.isMine() ? lead(fetch, deadline) : await(fetch, deadline);
  }

  /** Returns null if the leader stopped without an answer. */
  private @Nullable AuthToken await(TokenFetch fetch, long deadline) {
    boolean ended;
    try {
      ended = fetch.awaitEnd(waiting, deadline - nanoTime.getAsLong());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notSent("interrupted while waiting for a token another thread was fetching", e);
    }
    state.requireOpen();
    if (!ended) {
      throw notSent("the time allowed ended while another thread was fetching a token", null);
    }
    return fetch.result();
  }

  private AuthToken lead(TokenFetch mine, long deadline) {
    AuthToken token;
    StoredToken fetched;
    try {
      HeldToken stored = readStore(deadline);
      if (stored != null && state.adopt(stored)) {
        mine.succeed(stored.token());
        return stored.token();
      }
      long start = nanoTime.getAsLong();
      Instant startedAt = clock.instant();
      if (deadline - start <= 0) {
        throw notSent("the time allowed ended before the gateway could be asked for a token", null);
      }
      IssuedToken issued = source.fetch(Duration.ofNanos(deadline - start));
      fetched =
          new StoredToken(sendable(issued.token()), startedAt.plus(bounded(issued.lifetime())));
      token = state.keep(hold(fetched, start, startedAt), nanoTime.getAsLong());
      mine.succeed(token);
    } catch (PaymentException e) {
      if (isAnswer(e) || !stoppedByItself(deadline)) {
        mine.fail(e);
      }
      throw e;
    } finally {
      state.end(mine, nanoTime.getAsLong());
    }
    // After the others have been let go: the store may be slow.
    store.save(fetched, timeLeft(deadline));
    return token;
  }

  private Duration timeLeft(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - nanoTime.getAsLong()));
  }

  /** Returns null unless the store has a token worth trying. */
  private @Nullable HeldToken readStore(long deadline) {
    StoredToken stored = state.isGatewayNext() ? null : store.load(timeLeft(deadline));
    if (stored == null) {
      return null;
    }
    long readAtNanos = nanoTime.getAsLong();
    Instant readAt = clock.instant();
    Instant trustedUntil = readAt.plus(LONGEST_TRUST_IN_STORE);
    Instant expiresAt =
        stored.expiresAt().isBefore(trustedUntil) ? stored.expiresAt() : trustedUntil;
    if (!expiresAt.isAfter(readAt.plusNanos(HeldToken.LONGEST_WINDOW))) {
      return null;
    }
    return hold(new StoredToken(stored.token(), expiresAt), readAtNanos, readAt);
  }

  private HeldToken hold(StoredToken token, long start, Instant startedAt) {
    return HeldToken.of(
        AuthToken.of(scheme, token.token(), token.expiresAt()),
        start,
        Duration.between(startedAt, token.expiresAt()).toNanos(),
        random);
  }

  private static boolean isAnswer(PaymentException e) {
    return e instanceof AuthenticationException || e instanceof GatewayException;
  }

  private boolean stoppedByItself(long deadline) {
    return Thread.currentThread().isInterrupted()
        || deadline - nanoTime.getAsLong() <= DEADLINE_SLACK;
  }

  private TransportException notSent(String why, @Nullable Throwable cause) {
    return Errors.make()
        .transport(
            gateway + ": " + why + ". The request was not sent; the call may be made again",
            ErrorDetails.builder(gateway).retryable(true).cause(cause).build());
  }

  private String sendable(String token) {
    if (!GuardedStore.isSendable(token)) {
      throw Errors.make()
          .malformed(
              gateway + ": a token must be 1 to 4096 visible ASCII characters to fit in a header",
              ErrorDetails.builder(gateway).build());
    }
    return token;
  }

  /** Between zero and a year. */
  private static Duration bounded(Duration duration) {
    Duration positive = duration.isNegative() ? Duration.ZERO : duration;
    return positive.compareTo(LONGEST) < 0 ? positive : LONGEST;
  }
}
