package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each race is staged: the leader stands at a gate inside its fetch until the test opens it. */
@Timeout(100)
class TokenCacheRaceTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HandClock clock = new HandClock();
  private final FakeSource source = new FakeSource();
  private final Gate gate = new Gate();
  private final TokenCache cache =
      new TokenCache("iamport", "Bearer", source, null, clock.environment(() -> 0));

  private TokenSource atTheGate(TokenSource answer) {
    return timeLeft -> {
      gate.pass();
      return answer.fetch(timeLeft);
    };
  }

  private void issueAtTheGate(String token) {
    source.then(atTheGate(timeLeft -> new IssuedToken(token, FakeSource.HALF_AN_HOUR)));
  }

  private void throwAtTheGate(RuntimeException failure) {
    source.then(
        atTheGate(
            timeLeft -> {
              throw failure;
            }));
  }

  private Callers leader(Duration timeLeft) throws InterruptedException {
    Callers leader = Callers.start(1, () -> cache.get(timeLeft));
    gate.awaitReached();
    return leader;
  }

  @Test
  void emptyCache_64Callers_oneFetch() throws Exception {
    issueAtTheGate("shared");
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 63, LONG);
    gate.open();

    AuthToken token = leader.token();
    assertThat(token.value()).isEqualTo("shared");
    assertThat(waiters.tokens()).hasSize(63).allSatisfy(t -> assertThat(t).isSameAs(token));
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void expiredToken_64Callers_oneFetch() throws Exception {
    cache.get(LONG);
    clock.advanceSeconds(1800);
    issueAtTheGate("second");
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 63, LONG);
    gate.open();

    AuthToken token = leader.token();
    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t).isSameAs(token));
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void arrivesExpired_64Callers_oneFetch() throws Exception {
    source.then(atTheGate(timeLeft -> new IssuedToken("dead", Duration.ZERO)));
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 63, LONG);
    gate.open();

    AuthToken token = leader.token();
    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t).isSameAs(token));
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void refreshWindow_oneOfFiftyCallersFetches_othersKeepTheCurrentToken() throws Exception {
    AuthToken current = cache.get(LONG);
    clock.advanceSeconds(1775);
    issueAtTheGate("next");
    Callers refresher = leader(LONG);

    Callers others = Callers.start(49, () -> cache.get(LONG));
    assertThat(others.tokens()).hasSize(49).allSatisfy(t -> assertThat(t).isSameAs(current));

    gate.open();
    assertThat(refresher.token().value()).isEqualTo("next");
    assertThat(cache.get(LONG)).isSameAs(refresher.token());
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void refreshWindow_tokenDiesDuringTheRefresh_callersWaitForThatOne() throws Exception {
    cache.get(LONG);
    clock.advanceSeconds(1775);
    issueAtTheGate("next");
    Callers refresher = leader(LONG);
    clock.advanceSeconds(25);
    Callers waiters = Callers.waitingFor(cache, 8, LONG);
    gate.open();

    AuthToken next = refresher.token();
    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t).isSameAs(next));
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void refreshWindow_tokenRejectedDuringTheRefresh_callersWaitForThatOne() throws Exception {
    AuthToken current = cache.get(LONG);
    clock.advanceSeconds(1775);
    issueAtTheGate(current.value());
    Callers refresher = leader(LONG);
    cache.reject(current);
    Callers waiters = Callers.waitingFor(cache, 8, LONG);
    gate.open();

    AuthToken next = refresher.token();
    assertThat(next).isNotSameAs(current);
    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t).isSameAs(next));
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void sixtyFourCallersRejectTheSameToken_oneFetch() throws Exception {
    AuthToken current = cache.get(LONG);
    issueAtTheGate(current.value());
    cache.reject(current);
    Callers leader = leader(LONG);
    Callers others =
        Callers.start(
                63,
                () -> {
                  cache.reject(current);
                  return cache.get(LONG);
                })
            .awaitAllWaiting();
    gate.open();
    AuthToken next = leader.token();
    assertThat(others.tokens()).allSatisfy(t -> assertThat(t).isSameAs(next));

    Callers late =
        Callers.start(
            8,
            () -> {
              cache.reject(current);
              return cache.get(LONG);
            });
    assertThat(late.tokens()).allSatisfy(t -> assertThat(t).isSameAs(next));
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void leaderRefused_waitersShareTheRefusal_laterCallerAsksAnew() throws Exception {
    GatewayException refusal = FakeSource.tooMany();
    throwAtTheGate(refusal);
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 16, LONG);
    gate.open();

    assertThat(leader.failures()).containsExactly(refusal);
    assertThat(waiters.failures())
        .hasSize(16)
        .allSatisfy(
            thrown -> {
              assertThat(thrown).isInstanceOf(GatewayException.class).hasCause(refusal);
              assertThat(thrown).hasMessage(refusal.getMessage()).isNotSameAs(refusal);
              PaymentException shared = (PaymentException) thrown;
              assertThat(shared.gateway()).isEqualTo("iamport");
              assertThat(shared.httpStatus()).hasValue(429);
              assertThat(shared.isRetryable()).isTrue();
              assertThat(shared.retryAfter()).contains(Duration.ofSeconds(7));
              assertThat(shared.traceId()).contains("trace-1");
            });
    assertThat(source.fetches).hasValue(1);
    assertThat(cache.get(LONG).value()).isEqualTo("token-2");
  }

  @Test
  void leaderRefusedAtItsDeadline_aRefusalIsARefusal() throws Exception {
    AuthenticationException refusal = FakeSource.wrongKey();
    source.then(
        timeLeft -> {
          gate.pass();
          clock.advance(timeLeft);
          throw refusal;
        });
    leader(Duration.ofSeconds(5));
    Callers waiters = Callers.waitingFor(cache, 4, LONG);
    gate.open();
    assertThat(waiters.failures())
        .allSatisfy(e -> assertThat(e).isInstanceOf(AuthenticationException.class));
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void gatewayNotReached_64Callers_oneFetch_allFail() throws Exception {
    throwAtTheGate(FakeSource.unreachable());
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 63, LONG);
    gate.open();

    assertThat(leader.failures()).hasSize(1);
    assertThat(waiters.failures())
        .hasSize(63)
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOfSatisfying(
                        TransportException.class, t -> assertThat(t.isRetryable()).isTrue()));
    assertThat(source.fetches).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 20})
  void leaderDiesByItsDeadline_aWaiterTakesOver(long millisecondsEarly) throws Exception {
    source.then(
        timeLeft -> {
          gate.pass();
          clock.advance(timeLeft.minusMillis(millisecondsEarly));
          throw FakeSource.unreachable();
        });
    Callers leader = leader(Duration.ofSeconds(5));
    Callers waiters = Callers.waitingFor(cache, 16, LONG);
    gate.open();

    assertThat(leader.failures().get(0)).isInstanceOf(TransportException.class);
    List<AuthToken> tokens = waiters.tokens();
    assertThat(tokens).allSatisfy(t -> assertThat(t).isSameAs(tokens.get(0)));
    assertThat(source.timesLeft)
        .containsExactly(
            Duration.ofSeconds(5), Duration.ofSeconds(55).plusMillis(millisecondsEarly));
  }

  @Test
  void leaderInterrupted_aWaiterTakesOver() throws Exception {
    throwAtTheGate(FakeSource.unreachable());
    AtomicBoolean flag = new AtomicBoolean();
    Callers leader =
        Callers.start(
            1,
            () -> {
              try {
                return cache.get(LONG);
              } finally {
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    gate.awaitReached();
    Callers waiters = Callers.waitingFor(cache, 16, LONG);
    leader.interruptAll();
    gate.open();

    assertThat(leader.failures().get(0)).isInstanceOf(TransportException.class);
    assertThat(flag).isTrue();
    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t.value()).isEqualTo("token-2"));
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void leaderDiesOfABug_aWaiterTakesOver() throws Exception {
    source.then(
        timeLeft -> {
          gate.pass();
          throw new StackOverflowError();
        });
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 16, LONG);
    gate.open();

    assertThat(leader.failures().get(0)).isInstanceOf(StackOverflowError.class);
    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t.value()).isEqualTo("token-2"));
  }

  @Test
  void leadersDieOneAfterTheOther_theLastWaiterGetsTheToken() throws Exception {
    TokenSource death =
        timeLeft -> {
          throw new IllegalStateException("a bug");
        };
    source.then(atTheGate(death)).then(death).then(death);
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 3, LONG);
    gate.open();

    leader.failures();
    int failed = 0;
    AuthToken token = null;
    for (Object end : waiters.ends()) {
      if (end instanceof AuthToken issued) {
        token = issued;
      } else {
        assertThat(end).isInstanceOf(IllegalStateException.class);
        failed++;
      }
    }
    assertThat(failed).isEqualTo(2);
    assertThat(token).isNotNull();
    assertThat(source.fetches).hasValue(4);
  }

  @Test
  void waitersTimeEnds_transportException_leaderGoesOn() throws Exception {
    issueAtTheGate("late");
    Callers leader = leader(LONG);

    assertThatThrownBy(() -> cache.get(Duration.ofMillis(1)))
        .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.isRetryable()).isTrue())
        .hasMessageContaining("another thread fetched")
        .hasMessageContaining("not sent");

    gate.open();
    assertThat(leader.token().value()).isEqualTo("late");
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void waiterInterrupted_failsAtOnce_flagKept() throws Exception {
    issueAtTheGate("late");
    Callers leader = leader(LONG);
    AtomicBoolean flag = new AtomicBoolean();
    Callers waiter =
        Callers.start(
                1,
                () -> {
                  try {
                    return cache.get(LONG);
                  } finally {
                    flag.set(Thread.currentThread().isInterrupted());
                  }
                })
            .awaitAllWaiting();
    waiter.interruptAll();

    assertThat(waiter.failures().get(0))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("interrupted")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(flag).isTrue();
    gate.open();
    assertThat(leader.token().value()).isEqualTo("late");
  }

  @Test
  void interruptedBefore_currentTokenStillReturned() {
    AuthToken token = cache.get(LONG);
    Thread.currentThread().interrupt();
    try {
      assertThat(cache.get(LONG)).isSameAs(token);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void closed_waitersFailAtOnce_theLateTokenIsNotKept() throws Exception {
    issueAtTheGate("late");
    Callers leader = leader(LONG);
    Callers waiters = Callers.waitingFor(cache, 16, LONG);

    cache.close();

    assertThat(waiters.failures())
        .hasSize(16)
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is closed"));
    gate.open();
    assertThat(leader.token().value()).isEqualTo("late");
    assertThat(cache.fresh(clock.nanos())).isNull();
    assertThatThrownBy(() -> cache.get(LONG)).isInstanceOf(IllegalStateException.class);
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void closedDuringARefresh_refresherGetsItsToken_nothingIsKept() throws Exception {
    cache.get(LONG);
    clock.advanceSeconds(1775);
    throwAtTheGate(FakeSource.unreachable());
    Callers refresher = leader(LONG);
    cache.close();
    gate.open();
    assertThat(refresher.failures().get(0)).isInstanceOf(IllegalStateException.class);
    assertThat(cache.fresh(clock.nanos())).isNull();
  }

  /** A slow thread, held up at its nth look at the clock, must notice what happened meanwhile. */
  @ParameterizedTest
  @CsvSource({"0,1", "0,2", "1775,1", "1775,2", "1775,3"})
  void callerHeldUpWhileAnotherFetches_noSecondFetch(int age, int look) throws Exception {
    ThreadLocal<AtomicInteger> looks = new ThreadLocal<>();
    LongSupplier nanoTime =
        () -> {
          AtomicInteger mine = looks.get();
          long now = clock.nanos();
          if (mine != null && mine.incrementAndGet() == look) {
            gate.pass();
          }
          return now;
        };
    TokenCache cache =
        new TokenCache("iamport", "Bearer", source, null, clock.environment(() -> 0, nanoTime));
    if (age > 0) {
      cache.get(LONG);
      clock.advanceSeconds(age);
    }
    Callers slow =
        Callers.start(
            1,
            () -> {
              looks.set(new AtomicInteger());
              return cache.get(LONG);
            });
    gate.awaitReached();
    AuthToken token = cache.get(LONG);
    int fetches = source.fetches.get();
    gate.open();

    assertThat(slow.token().expiresAt().orElseThrow()).isAfter(clock.instant());
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(source.fetches).hasValue(fetches);
  }

  /** Nothing staged: threads, expiries, failures and 401s at random, and what must always hold. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anythingAtOnce_neverTwoFetches_neverAnExpiredTokenCalledFresh(long seed) throws Exception {
    AtomicInteger fetching = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    SplittableRandom gatewayRandom = new SplittableRandom(seed);
    TokenSource gateway =
        timeLeft -> {
          mostAtOnce.accumulateAndGet(fetching.incrementAndGet(), Math::max);
          try {
            if (gatewayRandom.nextInt(10) == 0) {
              throw FakeSource.unreachable();
            }
            return new IssuedToken("token", Duration.ofSeconds(100 + gatewayRandom.nextInt(100)));
          } finally {
            fetching.decrementAndGet();
          }
        };
    TokenCache busy =
        new TokenCache("iamport", "", gateway, null, clock.environment(new SplittableRandom(seed)));
    AtomicInteger callers = new AtomicInteger();
    Callers all =
        Callers.start(
            8,
            () -> {
              SplittableRandom random = new SplittableRandom(seed * 31 + callers.getAndIncrement());
              AuthToken token = AuthToken.of("", "none");
              for (int i = 0; i < 5_000; i++) {
                int dice = random.nextInt(100);
                if (dice < 20) {
                  clock.advanceSeconds(random.nextInt(20));
                } else if (dice < 22) {
                  busy.reject(token);
                } else {
                  var earliest = clock.instant();
                  AuthToken fresh = busy.fresh(clock.nanos());
                  if (fresh != null) {
                    assertThat(fresh.expiresAt().orElseThrow())
                        .as("seed %d", seed)
                        .isAfter(earliest);
                  }
                  try {
                    // Not compared: the others may move the clock past its end while it is fetched.
                    token = busy.get(LONG);
                  } catch (TransportException e) {
                    continue;
                  }
                }
              }
              return token;
            });
    assertThat(all.tokens()).hasSize(8);
    assertThat(mostAtOnce).as("seed %d", seed).hasValue(1);
  }
}
