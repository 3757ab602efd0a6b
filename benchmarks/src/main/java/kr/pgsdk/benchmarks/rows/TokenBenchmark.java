package kr.pgsdk.benchmarks.rows;

import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A token that is there and fresh, and the least that it could cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {
  /** Where the server is. */
  @Param("")
  public String url = "";

  private volatile AuthToken held = AuthToken.of("Bearer", "token");
  private IamportGateway gateway = gateway("http://127.0.0.1:1");

  private static IamportGateway gateway(String url) {
    return IamportGateway.builder(IamportCredentials.of("key", "secret"))
        .http(HttpOptions.builder().baseUrl(url).build())
        .build();
  }

  /** Fetches the token. */
  @Setup
  public void fetch() {
    gateway.close();
    gateway = gateway(url);
    held = gateway.getToken();
  }

  /** Closes the gateway. */
  @TearDown
  public void close() {
    gateway.close();
  }

  /** The SDK's. */
  @Benchmark
  public AuthToken getToken() {
    return gateway.getToken();
  }

  /** A volatile field. */
  @Benchmark
  public AuthToken volatileRead() {
    return held;
  }

  /** The same with the clock, which whoever holds a token that expires must look at. */
  @Benchmark
  public AuthToken volatileReadAndClock(Blackhole blackhole) {
    blackhole.consume(System.nanoTime());
    return held;
  }
}
