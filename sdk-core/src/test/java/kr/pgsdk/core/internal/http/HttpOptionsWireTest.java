package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user sets about HTTP, as it shows on the wire. */
@Timeout(100)
class HttpOptionsWireTest {
  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    wire = new Wire();
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  private InetSocketAddress proxy() {
    return new InetSocketAddress("127.0.0.1", wire.server.getPort());
  }

  private String send(HttpOptions options, RetryMode kind) {
    Timeouts timeouts = options.timeouts(Timeouts.DEFAULT);
    Sender sender =
        Sender.of(
            Wire.watch(options),
            OkHttpTransport.of(URI.create("https://gateway.invalid"), options, timeouts),
            Authorizer.fixed(AuthToken.of("Bearer", "credential")),
            wire.environment(),
            RetryPolicy.DEFAULT.withAttempts(1),
            timeouts.deadline());
    try {
      return sender.send(Wire.request(kind), Wire::read, sender.deadline());
    } finally {
      sender.close();
    }
  }

  @Test
  void proxy_everyRequestGoesThroughIt() throws Exception {
    wire.serve(Wire.OK);

    HttpOptions options =
        HttpOptions.builder().baseUrl("http://127.0.0.1:9").proxy(proxy()).build();

    assertThat(send(options, RetryMode.SAFE)).isEqualTo("yes");
    assertThat(wire.server.takeRequest().getRequestLine())
        .isEqualTo("GET http://127.0.0.1:9/v1/find HTTP/1.1");
  }

  @Test
  void proxyWithALogin_isToldTheLogin_andNeverTheCredential() throws Exception {
    wire.serve(Wire.status(407, "", "Proxy-Authenticate: Basic realm=\"proxy\""));
    HttpOptions options =
        HttpOptions.builder().proxy(proxy()).proxyCredentials("user", "password").build();

    // The proxy refuses it, so that no tunnel comes about: the gateway can't have seen anything.
    assertThatThrownBy(() -> send(options, RetryMode.ONCE)).isInstanceOf(TransportException.class);

    RecordedRequest connect = wire.server.takeRequest();
    assertThat(connect.getMethod()).isEqualTo("CONNECT");
    assertThat(connect.getHeaders().get("Authorization")).isNull();
    assertThat(connect.getHeaders().get("Proxy-Authorization"))
        .isEqualTo(Credentials.basic("user", "password"));
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void silenceBeyondTheReadTimeout_endsTheCall_longBeforeItsDeadline() {
    wire.serve(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    HttpOptions options =
        HttpOptions.builder()
            .baseUrl(wire.url())
            .readTimeout(Duration.ofMillis(100))
            .deadline(Duration.ofHours(1))
            .build();

    assertThatThrownBy(() -> send(options, RetryMode.ONCE))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void interceptorWithAClientOfItsOwn_sendsBehindTheSdk_asItsDocumentationSays() {
    wire.serve(Wire.OK, Wire.OK);
    OkHttpClient behind = new OkHttpClient();
    OkHttpClient sending =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  behind.newCall(chain.request()).execute().close();
                  throw new IOException("after a request that the SDK didn't send");
                })
            .build();
    HttpOptions options = HttpOptions.builder().baseUrl(wire.url()).client(sending).build();

    assertThatThrownBy(() -> send(options, RetryMode.KEYED)).isInstanceOf(TransportException.class);
    assertThat(wire.server.getRequestCount()).isEqualTo(1);
  }
}
