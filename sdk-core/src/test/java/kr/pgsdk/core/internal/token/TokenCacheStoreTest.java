package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.auth.TokenStore.StoredToken;
import kr.pgsdk.core.error.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TokenCacheStoreTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HandClock clock = new HandClock();
  private final FakeSource source = new FakeSource();
  private final FakeStore store = new FakeStore();
  private final TokenCache cache = cacheWith(store);

  private TokenCache cacheWith(TokenStore store) {
    return new TokenCache("iamport", "Bearer", source, store, clock.environment(() -> 0));
  }

  private Instant in(long seconds) {
    return clock.instant().plusSeconds(seconds);
  }

  @Test
  void storedToken_adoptedWithoutAFetch() {
    store.put("shared", in(600));
    AuthToken token = cache.get(LONG);
    assertThat(token.headerValue()).isEqualTo("Bearer shared");
    assertThat(token.expiresAt()).contains(in(600));
    clock.advanceSeconds(569);
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(source.fetches).hasValue(0);
    assertThat(store.loads).hasValue(1);
  }

  @Test
  void emptyStore_fetchedTokenIsSaved_anotherProcessAdoptsIt() {
    cache.get(LONG);
    assertThat(store.row).isEqualTo(new StoredToken("token-1", in(1800)));
    assertThat(cacheWith(store).get(LONG).value()).isEqualTo("token-1");
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void closedWhileTheStoreIsAsked_nothingIsFetchedAnyMore() {
    AtomicReference<TokenCache> asking = new AtomicReference<>();
    TokenStore closing =
        new TokenStore() {
          @Override
          public Optional<StoredToken> load() {
            asking.get().close();
            return Optional.empty();
          }

          @Override
          public void save(StoredToken token) {}
        };
    asking.set(cacheWith(closing));

    assertThatThrownBy(() -> asking.get().get(LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(source.fetches).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 59, 0, -1, -31556889864403199L})
  void storedTokenDueOrExpired_fetched(long secondsLeft) {
    store.put("old", secondsLeft < -1 ? Instant.MIN : in(secondsLeft));
    assertThat(cache.get(LONG).value()).isEqualTo("token-1");
  }

  @Test
  void storedTokenJustBeyondTheWindow_adopted() {
    store.put("shared", in(61));
    assertThat(cache.get(LONG).value()).isEqualTo("shared");
    assertThat(cache.fresh(clock.nanos())).isNotNull();
  }

  @Test
  void storeClaimsEternity_trustedForHalfAnHour() {
    store.put("eternal", Instant.MAX);
    AuthToken token = cache.get(LONG);
    assertThat(token.value()).isEqualTo("eternal");
    assertThat(token.expiresAt()).contains(in(1800));
    clock.advanceSeconds(1769);
    assertThat(cache.fresh(clock.nanos())).isSameAs(token);
    clock.advanceSeconds(1);
    assertThat(cache.fresh(clock.nanos())).isNull();
  }

  @Test
  void refreshWindow_anotherProcessHasRefreshed_adoptedWithoutAFetch() {
    AuthToken current = cache.get(LONG);
    clock.advanceSeconds(1775);
    store.put("token-1", in(325)); // Iamport extended the same token for the other process
    AuthToken extended = cache.get(LONG);
    assertThat(extended).isNotSameAs(current);
    assertThat(extended.expiresAt()).contains(in(325));
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void adoptedToken_wallClockJumps_lifetimeUnaffected() {
    store.put("shared", in(600));
    AuthToken token = cache.get(LONG);
    clock.jumpWall(Duration.ofHours(5));
    clock.advanceSeconds(500);
    assertThat(cache.get(LONG)).isSameAs(token);
  }

  @Test
  void rejectedToken_storeStillHasIt_fetchedAndReplaced() {
    store.put("revoked", in(1500));
    cache.reject(cache.get(LONG));
    assertThat(cache.get(LONG).value()).isEqualTo("token-1");
    assertThat(store.row).isEqualTo(new StoredToken("token-1", in(1800)));
  }

  @Test
  void rejectedToken_theGatewayIsAsked_whateverTheStoreHasNow() {
    store.put("revoked", in(1500));
    AuthToken revoked = cache.get(LONG);
    store.put("rubbish", in(1500));
    cache.reject(revoked);
    assertThat(cache.get(LONG).value()).isEqualTo("token-1");
    assertThat(store.loads).as("nobody waits for what would not be taken").hasValue(1);
  }

  @Test
  void rejectedToken_storeKeepsReturningIt_notAdoptedLaterEither() {
    FakeStore stuck =
        new FakeStore() {
          @Override
          public void save(StoredToken token) {}
        };
    stuck.put("revoked", Instant.MAX);
    TokenCache cache = cacheWith(stuck);
    cache.reject(cache.get(LONG));
    cache.get(LONG);
    clock.advanceSeconds(1800);
    assertThat(cache.get(LONG).value()).isEqualTo("token-2");
    stuck.put("good", in(900));
    clock.advanceSeconds(1800);
    stuck.put("good", in(900));
    assertThat(cache.get(LONG).value()).isEqualTo("good");
  }

  @Test
  void rejectedToken_gatewayVouchesForItAnew_storeIsTrustedAgain() {
    source.then("same", Duration.ofSeconds(100)).then("same", Duration.ofSeconds(90));
    cache.reject(cache.get(LONG));
    cache.get(LONG);
    clock.advanceSeconds(90);
    store.put("same", in(300));
    assertThat(cache.get(LONG).value()).isEqualTo("same");
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void rejectedWhileTheStoreIsRead_itsTokenIsNotTaken() throws Exception {
    Gate gate = new Gate();
    FakeStore slow =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            Optional<StoredToken> read = super.load();
            gate.pass();
            return read;
          }
        };
    TokenCache cache = cacheWith(slow);
    slow.put("revoked", in(1500));
    Callers leader = Callers.start(1, () -> cache.get(LONG));
    gate.awaitReached();
    cache.reject(AuthToken.of("Bearer", "revoked"));
    gate.open();
    assertThat(leader.token().value()).isEqualTo("token-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a b", "a\r\nX-Admin: 1", "a\u0000", "토큰"})
  void storedRubbish_fetched(String rubbish) {
    store.put(rubbish, in(1500));
    assertThat(cache.get(LONG).value()).isEqualTo("token-1");
  }

  @Test
  void storedTokenTooLongForAHeader_fetched() {
    store.put("a".repeat(1_000_000), in(1500));
    assertThat(cache.get(LONG).value()).isEqualTo("token-1");
  }

  @Test
  void storeReturnsNull_fetched() {
    TokenStore broken =
        new FakeStore() {
          @Override
          @SuppressWarnings({"NullAway", "OptionalAssignedToNull", "NullOptional"})
          public Optional<StoredToken> load() {
            return null;
          }
        };
    assertThat(cacheWith(broken).get(LONG).value()).isEqualTo("token-1");
  }

  @Test
  void storeThrows_fetched_andLoggedWithoutItsMessage() {
    String canary = "canary-secret";
    TokenStore broken =
        new TokenStore() {
          @Override
          public Optional<StoredToken> load() {
            throw new IllegalStateException("cannot read " + canary);
          }

          @Override
          public void save(StoredToken token) {
            // What a store written in Kotlin may do: a checked exception that nobody declares.
            throw undeclared(new IOException("cannot write " + canary));
          }
        };
    PrintStream original = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      assertThat(cacheWith(broken).get(LONG).value()).isEqualTo("token-1");
    } finally {
      System.setErr(original);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("IllegalStateException", "IOException", "iamport")
        .doesNotContain(canary, "token-1", "\tat ");
  }

  @Test
  void storeThrows_andTheLogTooWithAnError_fetchedAllTheSame() {
    TokenStore broken =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            throw new IllegalStateException("database is down");
          }
        };
    TokenCache cache = cacheWith(broken);
    BrokenLog log = new BrokenLog();
    log.during(() -> assertThat(cache.get(LONG).value()).isEqualTo("token-1"));
    assertThat(log.lines).hasPositiveValue();
  }

  @Test
  void refreshFails_andTheLogTooWithAnError_currentTokenReturned() {
    AuthToken current = cache.get(LONG);
    store.row = null;
    source.thenThrow(FakeSource.wrongKey());
    clock.advanceSeconds(1771);
    BrokenLog log = new BrokenLog();
    log.during(() -> assertThat(cache.get(LONG)).isSameAs(current));
    assertThat(log.lines).hasPositiveValue();
  }

  /** Where log lines go, and what throws the Error of a wrongly assembled library. */
  private static final class BrokenLog extends PrintStream {
    final AtomicInteger lines = new AtomicInteger();

    BrokenLog() {
      super(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String line) {
      lines.incrementAndGet();
      throw new NoClassDefFoundError("an appender's");
    }

    void during(Runnable work) {
      PrintStream original = System.err;
      System.setErr(this);
      try {
        work.run();
      } finally {
        System.setErr(original);
      }
    }
  }

  @Test
  @Timeout(100)
  void storeHangs_tokenFetchedAllTheSame_andTheStoreIsLeftAloneUntilItIsBack() throws Exception {
    Gate gate = new Gate();
    AtomicInteger loads = new AtomicInteger();
    CountDownLatch saved = new CountDownLatch(1);
    TokenStore hanging =
        new TokenStore() {
          @Override
          public Optional<StoredToken> load() {
            loads.incrementAndGet();
            gate.pass();
            return Optional.empty();
          }

          @Override
          public void save(StoredToken token) {
            saved.countDown();
          }
        };
    TokenCache cache = cacheWith(hanging);

    AuthToken first = cache.get(LONG);
    clock.advanceSeconds(1800);
    AuthToken second = cache.get(LONG);

    assertThat(first.value()).isEqualTo("token-1");
    assertThat(second.value()).isEqualTo("token-2");
    assertThat(loads).hasValue(1);
    assertThat(saved.getCount()).isEqualTo(1);

    gate.open();
    // It is back soon after it was let go; would it never be asked again, this would not end.
    while (saved.getCount() > 0 || loads.get() == 1) {
      clock.advanceSeconds(1800);
      cache.get(LONG);
    }
  }

  @Test
  void storeHangs_thoseWhoWaitForTheLeaderGetTheTokenToo() throws Exception {
    Gate gate = new Gate();
    TokenStore hanging =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            gate.pass();
            return super.load();
          }
        };
    TokenCache cache = cacheWith(hanging);
    Callers leader = Callers.start(1, () -> cache.get(LONG));
    gate.awaitReached();
    Callers followers = Callers.start(4, () -> cache.get(LONG));

    assertThat(leader.token().value()).isEqualTo("token-1");
    assertThat(followers.tokens()).allSatisfy(t -> assertThat(t.value()).isEqualTo("token-1"));
    assertThat(source.fetches).hasValue(1);
    gate.open();
  }

  @Test
  void storeHangsOnSaving_tokenReturned() throws Exception {
    Gate gate = new Gate();
    TokenStore hanging =
        new FakeStore() {
          @Override
          public void save(StoredToken token) {
            gate.pass();
          }
        };
    assertThat(cacheWith(hanging).get(LONG).value()).isEqualTo("token-1");
    gate.open();
  }

  @Test
  void interruptedWhileTheStoreIsAsked_theStoreToo_flagKept() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    TokenStore hanging =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            asked.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              ended.countDown();
            }
            return Optional.empty();
          }
        };
    AtomicBoolean flag = new AtomicBoolean();
    TokenCache cache = cacheWith(hanging);
    Thread caller =
        new Thread(
            () -> {
              cache.get(LONG);
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(asked.await(100, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    caller.join(100_000);

    assertThat(flag).isTrue();
    assertThat(ended.await(100, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void storeThread_isADaemon_withoutTheCallersInheritableLocals() {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    AtomicReference<String> seen = new AtomicReference<>("unset");
    AtomicBoolean daemon = new AtomicBoolean();
    TokenStore curious =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            seen.set(local.get());
            daemon.set(Thread.currentThread().isDaemon());
            return super.load();
          }
        };
    local.set("request-1");
    cacheWith(curious).get(LONG);

    assertThat(seen.get()).isNull();
    assertThat(daemon).isTrue();
  }

  @Test
  void storeTakesAllOfTheTime_nothingIsSent() {
    TokenStore slow =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            clock.advance(LONG);
            return Optional.empty();
          }
        };
    assertThatThrownBy(() -> cacheWith(slow).get(LONG))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("not sent");
    assertThat(source.fetches).hasValue(0);
  }

  @Test
  void noTimeLeft_storeNotRead() {
    assertThatThrownBy(() -> cache.get(Duration.ZERO)).isInstanceOf(TransportException.class);
    assertThat(store.loads).hasValue(0);
  }

  @Test
  void storeSlowInTheRefreshWindow_currentTokenReturned() {
    AuthToken[] current = new AuthToken[1];
    TokenStore slow =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            clock.advanceSeconds(current[0] == null ? 0 : 20);
            return Optional.empty();
          }
        };
    TokenCache cache = cacheWith(slow);
    current[0] = cache.get(LONG);
    clock.advanceSeconds(1771);
    assertThat(cache.get(LONG)).isSameAs(current[0]);
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void storeSlowToSave_othersDoNotWaitForIt() throws Exception {
    Gate read = new Gate();
    Gate save = new Gate();
    TokenStore slow =
        new FakeStore() {
          @Override
          public Optional<StoredToken> load() {
            read.pass();
            return Optional.empty();
          }

          @Override
          public void save(StoredToken token) {
            save.pass();
          }
        };
    TokenCache cache = cacheWith(slow);
    Callers leader = Callers.start(1, () -> cache.get(LONG));
    read.awaitReached();
    Callers waiters = Callers.waitingFor(cache, 4, LONG);
    read.open();
    save.awaitReached();

    assertThat(waiters.tokens()).allSatisfy(t -> assertThat(t.value()).isEqualTo("token-1"));
    assertThat(cache.fresh(clock.nanos())).isNotNull();
    save.open();
    assertThat(leader.token()).isSameAs(cache.fresh(clock.nanos()));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X undeclared(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
