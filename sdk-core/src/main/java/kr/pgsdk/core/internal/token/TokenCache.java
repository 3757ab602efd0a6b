package kr.pgsdk.core.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a gateway's token, and fetches the next one once for all threads. Takes no lock and starts
 * no thread, except to ask a {@link TokenStore}. A token's life is counted on the monotonic clock,
 * so a jump of the wall clock doesn't change it.
 */
public final class TokenCache {
  /** What can be done with the token that the cache holds. */
  enum State {
    /** It is returned at once. */
    FRESH,
    /** One caller refreshes it, in a quarter of its time. The others go on with it. */
    STALE,
    /** It can't be sent, or there is none. One caller fetches the next, the others wait for it. */
    EXPIRED
  }

  /**
   * What the cache knows at one moment; every change puts another in its place.
   *
   * @param running the fetch under way, if any
   * @param refused the token of the last 401, until the gateway issues the same text again
   */
  private record Snapshot(
      HeldToken held, @Nullable Fetch running, @Nullable AuthToken refused, boolean closed) {
    /** After a 401 the next token comes from the gateway, not from the store. */
    boolean needsGateway() {
      return refused != null && held.isNone();
    }

    boolean mayAdopt(HeldToken stored) {
      return !needsGateway() && !isRefused(stored);
    }

    boolean isRefused(HeldToken other) {
      return refused != null && refused.value().equals(other.token().value());
    }

    Snapshot take(HeldToken next, long now) {
      AuthToken still = isRefused(next) ? null : refused;
      return new Snapshot(held.orLonger(next, now), running, still, closed);
    }
  }

  /**
   * A fetch, led by one caller. It ends with a token or a failure for all who wait, or with neither
   * if only its leader stopped: then one of them takes over.
   */
  private static final class Fetch {
    final CountDownLatch ended = new CountDownLatch(1);

    // Written by the leader before the latch opens, read by others after it.
    @Nullable AuthToken token;
    @Nullable PaymentException failure;
  }

  private static final AtomicReferenceFieldUpdater<TokenCache, Snapshot> SNAPSHOT =
      AtomicReferenceFieldUpdater.newUpdater(TokenCache.class, Snapshot.class, "snapshot");

  /** Timeouts are set in whole milliseconds, and so end a little before the deadline. */
  private static final long DEADLINE_SLACK = TimeUnit.MILLISECONDS.toNanos(50);

  private final TokenFailures failures;
  private final String scheme;
  private final TokenSource source;
  private final GuardedStore store;
  private final Environment environment;
  private volatile Snapshot snapshot = new Snapshot(HeldToken.NONE, null, null, false);

  /**
   * Makes an empty cache of tokens to be sent as {@code scheme}; if that is empty, bare.
   *
   * @param store null if the token isn't shared with other processes
   */
  public TokenCache(
      String gateway,
      String scheme,
      TokenSource source,
      @Nullable TokenStore store,
      Environment environment) {
    this.failures = new TokenFailures(gateway);
    this.scheme = scheme;
    this.source = source;
    this.store = new GuardedStore(store, failures, environment.clock(), Thread::start);
    this.environment = environment;
  }

  /**
   * Returns the token if it is fresh, else null: then call {@link #get}. Never blocks or allocates.
   *
   * @param now what the monotonic clock says; a look at it costs ten times as much as this
   */
  public @Nullable AuthToken fresh(long now) {
    HeldToken held = snapshot.held;
    return held.state(now) == State.FRESH ? held.token() : null;
  }

  /**
   * Returns a token to send now. One that came expired is returned too, once, to those who waited
   * for it: the gateway has the last word on it.
   *
   * @throws PaymentException what the {@link TokenSource} threw, to this caller or to the one it
   *     waited for; retryable if the time ended or an interrupt came first (its flag stays set)
   * @throws IllegalStateException if the cache is closed, or gets closed while this waits
   */
  public AuthToken get(Duration timeLeft) {
    long deadline = now() + Math.max(0, TimeUnit.NANOSECONDS.convert(timeLeft));
    AuthToken token;
    do {
      Snapshot seen = snapshot;
      token =
          switch (seen.held.state(now())) {
            case FRESH -> seen.held.token();
            case STALE -> refresh(seen, deadline);
            case EXPIRED -> fetch(seen, deadline);
          };
    } while (token == null); // look again: another thread was faster, or the leader stopped
    return token;
  }

  /**
   * Drops a token that got a 401. Ignores it if the cache holds another instance by now: Iamport
   * issues the same text again, and that later response stays.
   */
  public void reject(AuthToken token) {
    update(
        seen ->
            seen.held.isNone() || seen.held.token() == token
                ? new Snapshot(HeldToken.NONE, seen.running, token, false)
                : seen);
  }

  /** Forgets the token for good and ends all waiting. What a fetch still brings isn't kept. */
  public void close() {
    Snapshot closed = new Snapshot(HeldToken.NONE, null, null, true);
    Fetch running = SNAPSHOT.getAndSet(this, closed).running;
    if (running != null) {
      running.ended.countDown();
    }
    store.close();
  }

  private @Nullable AuthToken refresh(Snapshot seen, long deadline) {
    long now = now();
    if (seen.running != null || deadline - now <= 0) {
      return seen.held.token();
    }
    Fetch mine = tryLead(seen);
    try {
      // The current token still works, so a gateway that stalls must not eat the payment's time.
      return mine == null ? null : lead(mine, now + (deadline - now) / 4);
    } catch (RuntimeException e) {
      failures.logNotRefreshed(e);
      return null;
    }
  }

  private @Nullable AuthToken fetch(Snapshot seen, long deadline) {
    if (seen.closed) {
      throw failures.closed();
    }
    if (seen.running != null) {
      return await(seen.running, deadline);
    }
    Fetch mine = tryLead(seen);
    return mine == null ? null : lead(mine, deadline);
  }

  /** Returns null if another thread was faster. */
  private @Nullable Fetch tryLead(Snapshot seen) {
    Fetch mine = new Fetch();
    Snapshot led = new Snapshot(seen.held, mine, seen.refused, false);
    return SNAPSHOT.compareAndSet(this, seen, led) ? mine : null;
  }

  /** Returns null if this caller may take over. */
  private @Nullable AuthToken await(Fetch fetch, long deadline) {
    boolean ended;
    try {
      ended = environment.sleeper().await(fetch.ended, deadline - now());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.notSent("interrupted while waiting for another thread's token", e);
    }
    if (snapshot.closed) { // then the latch says nothing of the leader
      throw failures.closed();
    }
    if (!ended) {
      throw failures.notSent("the deadline passed while another thread fetched a token", null);
    }
    if (fetch.failure != null) {
      throw TokenFailures.forWaiter(fetch.failure);
    }
    return fetch.token;
  }

  private AuthToken lead(Fetch mine, long deadline) {
    HeldToken issued = null;
    AuthToken token;
    try {
      token = adopt(deadline);
      if (token == null) {
        issued = ask(deadline);
        token = keep(issued);
      }
      mine.token = token;
    } catch (PaymentException e) {
      mine.failure = concernsWaiters(e, deadline) ? e : null;
      throw e;
    } finally {
      long now = now();
      update(seen -> new Snapshot(seen.held.paused(now), null, seen.refused, false));
      mine.ended.countDown();
    }
    if (issued != null) {
      // After the others have been let go: the store may be slow.
      store.save(issued.token(), left(deadline));
    }
    return token;
  }

  /** Returns the token of the store, which the cache now holds; null if it has none to take. */
  private @Nullable AuthToken adopt(long deadline) {
    IssuedToken found = snapshot.needsGateway() ? null : store.load(left(deadline));
    if (found == null) {
      return null;
    }
    long now = now();
    HeldToken stored = hold(found, now, environment.clock().instant());
    Snapshot before = update(seen -> seen.mayAdopt(stored) ? seen.take(stored, now) : seen);
    return before.mayAdopt(stored) ? stored.token() : null;
  }

  private HeldToken ask(long deadline) {
    if (snapshot.closed) { // which ended the wait for the store
      throw failures.closed();
    }
    Duration left = left(deadline);
    if (left.isZero()) {
      throw failures.notSent("the deadline passed before a token could be requested", null);
    }
    long start = now(); // before the request goes out: it lives from a later moment
    Instant startedAt = environment.clock().instant();
    IssuedToken issued = source.fetch(left);
    if (!issued.isSendable()) {
      throw failures.notSendable();
    }
    return hold(issued, start, startedAt);
  }

  /** Returns whichever lives longer: the gateway's response, or the token held so far. */
  private AuthToken keep(HeldToken issued) {
    long now = now();
    return update(seen -> seen.take(issued, now)).held.orLonger(issued, now).token();
  }

  private HeldToken hold(IssuedToken issued, long start, Instant startedAt) {
    AuthToken token = AuthToken.of(scheme, issued.token(), startedAt.plus(issued.lifetime()));
    return HeldToken.of(token, start, issued.lifetime(), environment.random());
  }

  /** Changes what is known, unless closed. Returns what was known before. */
  private Snapshot update(UnaryOperator<Snapshot> change) {
    return SNAPSHOT.getAndUpdate(this, seen -> seen.closed ? seen : change.apply(seen));
  }

  /** All but the leader's own end by deadline or interrupt. */
  private boolean concernsWaiters(PaymentException e, long deadline) {
    return e instanceof AuthenticationException
        || e instanceof GatewayException
        || !(Thread.currentThread().isInterrupted() || deadline - now() <= DEADLINE_SLACK);
  }

  private long now() {
    return environment.nanoTime().getAsLong();
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - now()));
  }
}
