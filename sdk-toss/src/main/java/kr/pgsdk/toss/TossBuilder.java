package kr.pgsdk.toss;

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
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.internal.TossResponses;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/**
 * What client and gateway are built from.
 *
 * @param <B> the builder itself
 */
abstract class TossBuilder<B extends TossBuilder<B>> {
  private static final URI PRODUCTION = URI.create("https://api.tosspayments.com");
  private static final int MAX_TEST_CODE = 100;

  private final TossSecretKey secretKey;
  private HttpOptions http = HttpOptions.defaults();
  private @Nullable String testCode;
  private boolean english;
  private Environment environment = Environment.system();
  private @Nullable Transport transport;

  TossBuilder(TossSecretKey secretKey) {
    this.secretKey = Objects.requireNonNull(secretKey, "secretKey");
  }

  abstract B self();

  String fingerprint() {
    return secretKey.fingerprint();
  }

  /**
   * Base URL, timeouts, retries, a client of the caller's own; the defaults otherwise. The base URL
   * is {@code https://api.tosspayments.com}, or a server in its place, without the {@code /v1} that
   * every path begins with.
   */
  public B http(HttpOptions http) {
    this.http = Objects.requireNonNull(http, "http");
    return self();
  }

  /**
   * Makes every call fail with this error code: Toss does so for test keys, by the header {@code
   * TossPayments-Test-Code}, and ignores it for live ones.
   *
   * @throws IllegalArgumentException if it isn't visible ASCII
   */
  public B testCode(String testCode) {
    if (!Texts.isVisibleAscii(testCode, MAX_TEST_CODE)) {
      throw new IllegalArgumentException(
          "test code must be an error code such as " + TossErrorCode.REJECT_CARD_COMPANY);
    }
    this.testCode = testCode;
    return self();
  }

  /**
   * Asks for English messages. <em>Values change with them</em> (method, kinds of card, names of
   * wallets), into words Toss documents nowhere. Off by default.
   */
  public B english(boolean english) {
    this.english = english;
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

  TossClient client() {
    TossRules.baseUrl(http);
    TossResponses responses = new TossResponses(secretKey.secrets(), environment.clock());
    Observer observer =
        Observer.of(
            TossPayment.TERMS.gateway(),
            http,
            environment.nanoTime(),
            responses.redaction(),
            TossResponses::traceId);
    Sender sender =
        Connection.to(PRODUCTION, http, Timeouts.DEFAULT, environment, transport)
            .sender(observer, Authorizer.fixed(secretKey.credential()));
    return new TossClient(TossCalls.of(sender, responses, testCode, english));
  }
}
