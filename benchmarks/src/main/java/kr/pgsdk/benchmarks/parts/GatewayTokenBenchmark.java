package kr.pgsdk.benchmarks.parts;

import java.util.concurrent.TimeUnit;
import kr.pgsdk.benchmarks.server.ServerControl;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same token through the public {@code getToken()}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GatewayTokenBenchmark {
  private final IamportGateway gateway =
      IamportGateway.builder(IamportCredentials.of("key", "secret"))
          .http(HttpOptions.builder().baseUrl(ServerControl.ofThisProcess().url()).build())
          .build();

  /** Fetches the token. */
  @Setup
  public void fetch() {
    gateway.getToken();
  }

  /** Closes the gateway. */
  @TearDown
  public void close() {
    gateway.close();
  }

  /** The public call. */
  @Benchmark
  public AuthToken getToken() {
    return gateway.getToken();
  }
}
