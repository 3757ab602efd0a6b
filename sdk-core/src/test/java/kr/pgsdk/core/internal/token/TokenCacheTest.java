package kr.pgsdk.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TokenCacheTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HandClock clock = new HandClock();
  private final FakeSource source = new FakeSource();
  private final TokenCache cache = cacheWith(() -> 0); // the window is 30 s

  private TokenCache cacheWith(RandomGenerator random) {
    return new TokenCache("iamport", "Bearer", source, null, clock.environment(random));
  }

  @Test
  void emptyCache_fetchesOnce_andKeepsTheToken() {
    Instant start = clock.instant();
    assertThat(cache.fresh(clock.nanos())).isNull();

    AuthToken token = cache.get(LONG);

    assertThat(token.headerValue()).isEqualTo("Bearer token-1");
    assertThat(token.expiresAt()).contains(start.plus(FakeSource.HALF_AN_HOUR));
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(cache.fresh(clock.nanos())).isSameAs(token);
    assertThat(source.timesLeft).containsExactly(LONG);
  }

  @Test
  void thousandCalls_oneFetch() {
    for (int i = 0; i < 1_000; i++) {
      cache.get(LONG);
    }
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void slowAnswer_lifetimeCountsFromBeforeTheRequest() {
    source.then(
        timeLeft -> {
          clock.advanceSeconds(20);
          return new IssuedToken("slow", Duration.ofSeconds(1800));
        });
    Instant start = clock.instant();
    assertThat(cache.get(LONG).expiresAt()).contains(start.plusSeconds(1800));

    clock.advanceSeconds(1800 - 20 - 30 - 0.001);
    assertThat(cache.fresh(clock.nanos())).isNotNull();
    clock.advanceSeconds(0.001);
    assertThat(cache.fresh(clock.nanos())).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {-500_000, -24, 24, 500_000})
  void wallClockJumpsByHours_lifetimeUnaffected(long hours) {
    AuthToken token = cache.get(LONG);
    clock.jumpWall(Duration.ofHours(hours));
    assertThat(cache.get(LONG)).isSameAs(token);

    clock.advanceSeconds(1769);
    assertThat(cache.get(LONG)).isSameAs(token);
    clock.advanceSeconds(31);
    assertThat(cache.get(LONG).value()).isEqualTo("token-2");
  }

  @Test
  void expiredToken_fetchedAnew() {
    AuthToken old = cache.get(LONG);
    clock.advanceSeconds(1800);
    assertThat(cache.fresh(clock.nanos())).isNull();
    assertThat(cache.get(LONG)).isNotSameAs(old);
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void refreshWindow_laterExpiry_newTokenKept() {
    source
        .then("same", Duration.ofSeconds(1800))
        .then("same", Duration.ofSeconds(330)); // what Iamport does: the old token, 5 minutes more
    AuthToken old = cache.get(LONG);
    clock.advanceSeconds(1775);

    AuthToken extended = cache.get(LONG);

    assertThat(extended).isNotSameAs(old);
    assertThat(extended.value()).isEqualTo("same");
    assertThat(cache.fresh(clock.nanos())).isSameAs(extended);
    clock.advanceSeconds(299);
    assertThat(cache.fresh(clock.nanos())).isSameAs(extended);
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void refreshWindow_refreshMayTakeAQuarterOfTheTime() {
    cache.get(LONG);
    clock.advanceSeconds(1775);
    cache.get(Duration.ofSeconds(20));
    assertThat(source.timesLeft).containsExactly(LONG, Duration.ofSeconds(5));
  }

  @Test
  void noLaterExpiry_notAskedAgainForFiveSeconds() {
    source
        .then("same", Duration.ofSeconds(1800))
        .then("same", Duration.ofSeconds(25))
        .then("other", Duration.ofSeconds(15));
    AuthToken token = cache.get(LONG);
    clock.advanceSeconds(1775);

    assertThat(cache.get(LONG)).isSameAs(token);
    clock.advanceSeconds(4.999);
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(source.fetches).hasValue(2);
    clock.advanceSeconds(0.001);
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(source.fetches).hasValue(3);
    clock.advanceSeconds(5);
    assertThat(cache.get(LONG).value()).isEqualTo("token-4");
  }

  @Test
  void refreshFails_currentTokenReturned_triedAgainAfterFiveSeconds() {
    AuthToken token = cache.get(LONG);
    source
        .thenThrow(FakeSource.unreachable())
        .thenThrow(FakeSource.wrongKey())
        .thenThrow(new IllegalStateException("a bug"));
    clock.advanceSeconds(1771);
    for (int attempts = 2; attempts <= 4; attempts++) {
      assertThat(cache.get(LONG)).isSameAs(token);
      assertThat(cache.get(LONG)).isSameAs(token);
      clock.advanceSeconds(4.9);
      assertThat(cache.get(LONG)).isSameAs(token);
      assertThat(source.fetches).hasValue(attempts);
      clock.advanceSeconds(0.1);
    }
    assertThat(cache.get(LONG).value()).isEqualTo("token-5");
  }

  @Test
  void refreshFails_tokenExpiresInThePause_fetchedAtOnce() {
    cache.get(LONG);
    source.thenThrow(FakeSource.unreachable());
    clock.advanceSeconds(1798);
    cache.get(LONG);
    clock.advanceSeconds(2);
    assertThat(cache.fresh(clock.nanos())).isNull();
    assertThat(cache.get(LONG).value()).isEqualTo("token-3");
  }

  @Test
  void refreshFails_tokenRejectedInThePause_fetchedAtOnce() {
    AuthToken token = cache.get(LONG);
    source.thenThrow(FakeSource.unreachable());
    clock.advanceSeconds(1771);
    cache.get(LONG);
    cache.reject(token);
    assertThat(cache.get(LONG).value()).isEqualTo("token-3");
  }

  @Test
  void refreshFails_tokenDiedMeanwhile_fetchedWithAllTheTimeThatIsLeft() {
    cache.get(LONG);
    source.then(
        timeLeft -> {
          clock.advance(timeLeft);
          throw FakeSource.unreachable();
        });
    clock.advanceSeconds(1790);
    assertThat(cache.get(LONG).value()).isEqualTo("token-3");
    assertThat(source.timesLeft)
        .containsExactly(LONG, Duration.ofSeconds(15), Duration.ofSeconds(45));
  }

  @Test
  void arrivesExpired_returnedOnce_notKept() {
    source
        .then("dead", Duration.ZERO)
        .then("deader", Duration.ofSeconds(-5))
        .then("deadest", Duration.ofSeconds(Long.MIN_VALUE));
    assertThat(cache.get(LONG).value()).isEqualTo("dead");
    assertThat(cache.fresh(clock.nanos())).isNull();
    assertThat(cache.get(LONG).value()).isEqualTo("deader");
    assertThat(cache.get(LONG).value()).isEqualTo("deadest");
    assertThat(cache.get(LONG).value()).isEqualTo("token-4");
    assertThat(source.fetches).hasValue(4);
  }

  @Test
  void refreshArrivesExpired_currentTokenKept() {
    AuthToken token = cache.get(LONG);
    source.then("dead", Duration.ofSeconds(-1));
    clock.advanceSeconds(1775);
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void absurdLifetime_tokenIsFresh() {
    source.then("eternal", Duration.ofSeconds(Long.MAX_VALUE));
    AuthToken token = cache.get(LONG);
    clock.advance(Duration.ofDays(300));
    assertThat(cache.get(LONG)).isSameAs(token);
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void absurdTimeLeft_isAnyTime() {
    assertThat(cache.get(Duration.ofSeconds(Long.MAX_VALUE)).value()).isEqualTo("token-1");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void noTimeLeft_neitherFetchNorRefresh(long seconds) {
    Duration none = Duration.ofSeconds(seconds);
    assertThatThrownBy(() -> cache.get(none))
        .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.isRetryable()).isTrue())
        .hasMessageContaining("not sent");
    assertThat(source.fetches).hasValue(0);

    AuthToken token = cache.get(LONG);
    assertThat(cache.get(none)).isSameAs(token);
    clock.advanceSeconds(1775);
    assertThat(cache.get(none)).isSameAs(token);
    assertThat(source.fetches).hasValue(1);
    assertThat(cache.get(LONG)).as("not held back by the call before").isNotSameAs(token);
  }

  @Test
  void rejectedToken_sameStringComesBack_lateRejectOfOldInstanceKeepsIt() {
    source.then("same", Duration.ofSeconds(1800)).then("same", Duration.ofSeconds(1700));
    AuthToken old = cache.get(LONG);
    cache.reject(old);
    assertThat(cache.fresh(clock.nanos())).isNull();
    AuthToken again = cache.get(LONG);

    cache.reject(old);

    assertThat(again).isNotSameAs(old);
    assertThat(cache.get(LONG)).isSameAs(again);
    assertThat(source.fetches).hasValue(2);
    cache.reject(again);
    assertThat(cache.fresh(clock.nanos())).isNull();
  }

  @Test
  void sourceFails_errorPassesThrough_nextCallAsksAgain() {
    RuntimeException failure = FakeSource.wrongKey();
    source.thenThrow(failure);
    assertThatThrownBy(() -> cache.get(LONG)).isSameAs(failure);
    assertThat(cache.get(LONG).value()).isEqualTo("token-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "cana ry", "canary\r\nX-Admin: 1", "canary토큰", "canary\u007f"})
  void tokenThatFitsNoHeader_malformed_andNotShown(String token) {
    source.then(token, LONG);
    assertThatThrownBy(() -> cache.get(LONG))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("visible ASCII")
        .hasMessageNotContainingAny("cana", "Admin", "토큰");
    assertThat(cache.fresh(clock.nanos())).isNull();
  }

  @Test
  void closed_getFails_nothingIsFetched() {
    cache.get(LONG);
    cache.close();
    cache.close();
    assertThat(cache.fresh(clock.nanos())).isNull();
    assertThatThrownBy(() -> cache.get(LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void refreshFails_logNamesTheReason_withoutSecretsOrStackTrace() {
    String canary = "canary-secret";
    source
        .then(canary, FakeSource.HALF_AN_HOUR)
        .thenThrow(FakeSource.wrongKey())
        .thenThrow(new IllegalStateException("no JSON: {\"access_token\":\"" + canary + "\"}"));
    PrintStream original = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      cache.get(LONG);
      clock.advanceSeconds(1775);
      cache.get(LONG);
      clock.advanceSeconds(5);
      cache.get(LONG);
    } finally {
      System.setErr(original);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("WARN", "iamport", "the key was not accepted", "IllegalStateException")
        .doesNotContain(canary, "\tat ");
  }
}
