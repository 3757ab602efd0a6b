package kr.pgsdk.benchmarks.parts;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.core.internal.token.TokenCache;
import kr.pgsdk.core.internal.token.TokenSource.IssuedToken;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a token costs that is there and fresh, and what a volatile read costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {
  private static final Duration TIME_LEFT = Duration.ofSeconds(70);

  private final AuthToken token = AuthToken.of("Bearer", "token");
  private volatile AuthToken held = token;
  private final TokenCache cache =
      new TokenCache(
          "iamport",
          "Bearer",
          timeLeft -> new IssuedToken("token", Duration.ofDays(30)),
          null,
          Environment.system());

  private long now;

  /** Fetches the token, and looks at the clock. */
  @Setup
  public void fetch() {
    cache.get(TIME_LEFT);
    now = System.nanoTime();
  }

  /** The baseline: a volatile field of an object. */
  @Benchmark
  public AuthToken volatileRead() {
    return held;
  }

  /** The token as a request asks for it, which has just looked at the clock for its deadline. */
  @Benchmark
  public @Nullable AuthToken cachedToken() {
    return cache.fresh(now);
  }

  /** What a look at the monotonic clock costs here: a token that may expire needs one. */
  @Benchmark
  public long clock() {
    return System.nanoTime();
  }
}
