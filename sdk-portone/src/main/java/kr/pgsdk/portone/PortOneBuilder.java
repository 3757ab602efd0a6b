package kr.pgsdk.portone;

import java.net.URI;
import java.util.Objects;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.http.Authorizer;
import kr.pgsdk.core.internal.http.Connection;
import kr.pgsdk.core.internal.http.Observer;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneResponses;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/**
 * What client and gateway are built from.
 *
 * @param <B> the builder itself
 */
abstract class PortOneBuilder<B extends PortOneBuilder<B>> {
  private static final URI PRODUCTION = URI.create("https://api.portone.io");

  private final PortOneApiSecret apiSecret;
  private HttpOptions http = HttpOptions.defaults();
  private @Nullable String storeId;
  private Environment environment = Environment.system();
  private @Nullable Transport transport;

  PortOneBuilder(PortOneApiSecret apiSecret) {
    this.apiSecret = Objects.requireNonNull(apiSecret, "apiSecret");
  }

  abstract B self();

  String fingerprint() {
    return apiSecret.fingerprint();
  }

  @Nullable String storeId() {
    return storeId;
  }

  /**
   * Base URL, timeouts, retries, a client of the caller's own; the defaults otherwise. The base URL
   * is {@code https://api.portone.io}, or a server in its place.
   */
  public B http(HttpOptions http) {
    this.http = Objects.requireNonNull(http, "http");
    return self();
  }

  /**
   * The store ({@code store-...}) that every request is about; the store of the API secret by
   * default. The secret must have access to it.
   *
   * @throws IllegalArgumentException if it can't be an id
   */
  public B storeId(String storeId) {
    this.storeId = Texts.id(storeId, "storeId");
    return self();
  }

  /** For tests: clock, sleeper and randomness. */
  B environment(Environment environment) {
    this.environment = environment;
    return self();
  }

  /** For tests: what stands in for the network. */
  B transport(Transport transport) {
    this.transport = transport;
    return self();
  }

  PortOneClient client() {
    PortOneRules.HOSTS.check(http);
    PortOneResponses responses = new PortOneResponses(apiSecret.secrets(), environment.clock());
    Observer observer =
        Observer.of(
            PortOnePayment.TERMS.gateway(),
            http,
            environment.nanoTime(),
            responses.redaction(),
            response -> null);
    Sender sender =
        Connection.to(PRODUCTION, http, Timeouts.DEFAULT, environment, transport)
            .sender(observer, Authorizer.fixed(apiSecret.credential()));
    return new PortOneClient(PortOneCalls.of(sender, responses, storeId));
  }
}
