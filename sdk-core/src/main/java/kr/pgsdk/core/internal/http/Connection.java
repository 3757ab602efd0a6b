package kr.pgsdk.core.internal.http;

import java.net.URI;
import java.time.Duration;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.time.Environment;
import org.jspecify.annotations.Nullable;

/** What all senders of one gateway object share. */
public final class Connection {
  private final Transport transport;
  private final Environment environment;
  private final RetryPolicy retryPolicy;
  private final Duration deadline;

  private Connection(
      Transport transport, Environment environment, RetryPolicy retryPolicy, Duration deadline) {
    this.transport = transport;
    this.environment = environment;
    this.retryPolicy = retryPolicy;
    this.deadline = deadline;
  }

  /**
   * Returns a connection to a gateway.
   *
   * @param production the gateway's own address, unless the options name another
   * @param defaults how long things may take, unless the options say otherwise
   * @param transport what stands in for the network in a test; null for OkHttp
   * @throws IllegalStateException if the OkHttp or the Kotlin on the class path is too old
   */
  public static Connection to(
      URI production,
      HttpOptions http,
      Timeouts defaults,
      Environment environment,
      @Nullable Transport transport) {
    Timeouts timeouts = http.timeouts(defaults);
    return new Connection(
        transport != null ? transport : OkHttpTransport.of(production, http, timeouts),
        environment,
        http.retryPolicy(),
        timeouts.deadline());
  }

  public Sender sender(Observer observer, Authorizer authorizer) {
    return Sender.of(observer, transport, authorizer, environment, retryPolicy, deadline);
  }
}
