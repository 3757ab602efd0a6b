package kr.pgsdk.iamport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.http.Authorizer;
import kr.pgsdk.core.internal.http.Connection;
import kr.pgsdk.core.internal.http.Observer;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.http.Transport;
import kr.pgsdk.core.internal.text.Fingerprint;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.IamportResponses;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * What client and gateway are built from.
 *
 * @param <B> the builder itself
 */
abstract class IamportBuilder<B extends IamportBuilder<B>> {
  private static final URI PRODUCTION = URI.create("https://api.iamport.kr");
  // Iamport's own client waits as long (IamportClient.create).
  private static final Timeouts TIMEOUTS =
      new Timeouts(Timeouts.DEFAULT.connect(), Duration.ofSeconds(30), Timeouts.DEFAULT.deadline());

  private final IamportCredentials credentials;
  private HttpOptions http = HttpOptions.defaults();
  private @Nullable TokenStore tokenStore;
  private @Nullable IamportTier tier;
  private IamportTokenHeader tokenHeader = IamportTokenHeader.BEARER;
  private boolean acceptTestPayments;
  private Environment environment = Environment.system();
  private @Nullable Transport transport;

  IamportBuilder(IamportCredentials credentials) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
  }

  abstract B self();

  /** Of the API key, and of the sub-merchant, who is another merchant. */
  String fingerprint() {
    String merchant = credentials.apiKey() + (tier == null ? "" : "\n" + tier.code());
    return Fingerprint.of(IamportPayment.TERMS.gateway(), merchant);
  }

  /**
   * Address, timeouts, repetition, the caller's own client. The address is {@code
   * https://api.iamport.kr}, or a server in its place, without any path of the API.
   */
  public B http(HttpOptions http) {
    this.http = Objects.requireNonNull(http, "http");
    return self();
  }

  /** Where several processes share the token; each has its own by default. */
  public B tokenStore(TokenStore tokenStore) {
    this.tokenStore = Objects.requireNonNull(tokenStore, "tokenStore");
    return self();
  }

  /** The sub-merchant all calls are for; none by default. */
  public B tier(IamportTier tier) {
    this.tier = Objects.requireNonNull(tier, "tier");
    return self();
  }

  /** How the token is written; {@link IamportTokenHeader#BEARER} by default. */
  public B tokenHeader(IamportTokenHeader tokenHeader) {
    this.tokenHeader = Objects.requireNonNull(tokenHeader, "tokenHeader");
    return self();
  }

  /**
   * Whether payments of Iamport's test channel are found ({@code include_sandbox}), and may count
   * as paid; off by default, for the channel is chosen in the buyer's browser.
   */
  public B acceptTestPayments(boolean acceptTestPayments) {
    this.acceptTestPayments = acceptTestPayments;
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

  IamportClient client() {
    IamportRules.baseUrl(http);
    IamportResponses responses =
        new IamportResponses(
            List.of(credentials.apiSecret(), credentials.apiKey()), environment.clock());
    Observer observer =
        Observer.of(
            IamportPayment.TERMS.gateway(),
            http,
            environment.nanoTime(),
            responses.redaction(),
            response -> null);
    Connection connection = Connection.to(PRODUCTION, http, TIMEOUTS, environment, transport);
    // The request for a token carries none, so its sender never asks for one.
    Sender unauthorized = connection.sender(observer, Authorizer.fixed(AuthToken.of("", "")));
    Authorizer authorizer =
        new IamportToken(
            unauthorized, responses, credentials, tier, tokenHeader, tokenStore, environment);
    return new IamportClient(
        IamportCalls.of(
            connection.sender(observer, authorizer), responses, tier == null ? null : tier.code()),
        acceptTestPayments);
  }
}
