package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The credential goes to one scheme, host and port: a second server waits for it in vain. */
@Timeout(120)
class CredentialOriginTest {
  private final MockWebServer thief = new MockWebServer();
  private Wire wire;

  @BeforeEach
  void start() throws IOException, Exception {
    wire = new Wire();
    thief.start();
    for (int i = 0; i < 10; i++) {
      thief.enqueue(new MockResponse.Builder().body("{\"ok\":\"yes\"}").build());
    }
  }

  @AfterEach
  void nothingReachedTheOther() {
    assertThat(thief.getRequestCount()).isZero();
    thief.close();
    wire.close();
  }

  /** {@code host:port} of the other server. */
  private String other() {
    return "127.0.0.1:" + thief.getPort();
  }

  private void send(HttpOptions.Builder options, HttpRequest request) {
    Sender sender = wire.sender(options);
    try {
      sender.send(request, Wire::read, sender.deadline());
    } catch (PaymentException e) {
      // How it ended isn't asked here.
    } finally {
      sender.close();
    }
  }

  private RecordedRequest arrived() throws InterruptedException {
    RecordedRequest request = wire.server.takeRequest(10, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(request.getHeaders().get("Host"))
        .isEqualTo(wire.server.getHostName() + ":" + wire.server.getPort());
    return request;
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 305, 307, 308})
  void redirects_areNotFollowed(int status) {
    String port = other();
    for (String location :
        List.of("http://" + port + "/", "//" + port + "/", "https://" + port, "/elsewhere")) {
      MockResponse redirect =
          Wire.status(
              status,
              "",
              "Location: " + location,
              "Refresh: 0; url=" + location,
              "Alt-Svc: h2=\"" + port + "\"",
              "Retry-After: 0");
      wire.serve(redirect, redirect, redirect, redirect, redirect);
      for (RetryMode kind : RetryMode.values()) {
        send(HttpOptions.builder(), Wire.request(kind));
      }
    }
    // A keyed request is repeated twice, towards the gateway.
    assertThat(wire.server.getRequestCount()).isEqualTo(4 * (1 + 3 + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//OTHER/v1",
        "http://OTHER/v1",
        "HTTP:/OTHER",
        "\\\\OTHER",
        "/\\OTHER",
        "@OTHER/",
        ":80@OTHER/",
        ".OTHER",
        "",
        "v1",
        "/../x",
        "/v1/..",
        "/v1/%2e%2e/x",
        "/v1/.%2E/x",
        "/v1/./x",
        "/v1\tx",
        "/v1\r\nHost: OTHER",
        "/v1#@OTHER",
        "/결제"
      })
  void pathThatIsMoreThanAPath_isRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomRequest.of("GET", path.replace("OTHER", other()), null))
        .withMessageContaining("path")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(other()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/@OTHER/",
        "/:80@OTHER/",
        "/x//OTHER/v1",
        "/%2f%2fOTHER",
        "/%2F..%2F..%2F@OTHER",
        "/%5c%5cOTHER",
        "/;@OTHER",
        "/x?url=http://OTHER/&next=//OTHER",
        "/?@OTHER",
        "/%zz@OTHER",
        "/%0d%0aHost:%20OTHER",
        "/http://OTHER/"
      })
  void pathWithTricksInIt_goesToTheGateway(String path) throws Exception {
    wire.serve(Wire.OK);

    send(
        HttpOptions.builder(),
        CustomRequest.of("GET", path.replace("OTHER", other()), null).build());

    RecordedRequest request = arrived();
    assertThat(request.getTarget()).startsWith("/");
    assertThat(request.getRequestLine().split(" ")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//OTHER/",
        "@OTHER",
        "http://OTHER/",
        "%2e%2e%2fx",
        "a?b=c&d#e",
        "..%00",
        "\\x",
        "a b"
      })
  void idWithTricksInIt_staysOneSegmentOfThePath(String id) throws Exception {
    wire.serve(Wire.OK);
    String odd = id.replace("OTHER", other());

    send(
        HttpOptions.builder(),
        HttpRequest.safe("find", "GET", "v1", "find", PaymentId.of(odd).value(), "end").build());

    String target = arrived().getTarget();
    assertThat(target).matches("/v1/find/[^/?#]+/end");
    assertThat(HttpUrl.get("http://h" + target).pathSegments().get(2)).isEqualTo(odd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", "..", "a/../b", "a\\..\\b", "a\r\nHost: x", "\u0000", "a\u0085b", "a\u202eb"})
  void idThatCouldLeaveItsPlace_orForgeALine_isRefused(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentId.of(id));
    assertThatIllegalArgumentException().isThrownBy(() -> OrderId.of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:canary@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT@OTHER/",
        "http://127.0.0.1:PORT\\@OTHER/",
        "http://127.0.0.1:PORT#@OTHER/",
        "http://127.0.0.1:PORT?@OTHER/",
        "http://127.0.0.1%2f@OTHER/",
        "http://localhost%2eevil.example/",
        "http://127.0.0.1.evil.example/",
        "http://localhost.evil.example/",
        "http://127.0.0.1 .evil.example/",
        "http://[::1].evil.example/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://127.1/",
        "http://0.0.0.0/",
        "http://api.iamport.kr/",
        "http:/127.0.0.1:PORT/",
        "ftp://127.0.0.1:PORT/",
        "//127.0.0.1:PORT/",
        "https://user:canary@api.iamport.kr/",
        "https://api.iamport.kr/?key=canary",
        "https://api.iamport.kr/#canary",
        "https://api.iamport.kr:99999/canary",
        "https://user:canary @api.iamport.kr/",
        "canary"
      })
  void baseUrlThatIsNotPlainlyOneOrigin_isRefused_withoutBeingShown(String url) {
    String tricky = url.replace("PORT", "" + wire.server.getPort()).replace("OTHER", other());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpOptions.builder().baseUrl(tricky))
        .withMessageContaining("base URL")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"))
        .withNoCause();
  }

  @Test
  void baseUrlWithAPath_isKeptBelowIt() throws Exception {
    wire.serve(Wire.OK);
    HttpOptions options = HttpOptions.builder().baseUrl(wire.url() + "@" + other() + "//x").build();
    Sender sender =
        Sender.of(
            Wire.watch(options),
            OkHttpTransport.of(
                URI.create("https://unused.invalid"),
                options,
                options.timeouts(kr.pgsdk.core.http.Timeouts.DEFAULT)),
            Authorizer.fixed(kr.pgsdk.core.auth.AuthToken.of("Bearer", "token-1")),
            wire.environment(),
            kr.pgsdk.core.http.RetryPolicy.DEFAULT,
            java.time.Duration.ofSeconds(30));

    assertThat(
            sender.<String>send(
                CustomRequest.of("GET", "/v1", null).build(), Wire::read, sender.deadline()))
        .isEqualTo("yes");
    sender.close();

    assertThat(arrived().getTarget()).isEqualTo("/@" + other() + "//x/v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "AUTHORIZATION",
        "Host",
        "Cookie",
        "Content-Length",
        "Transfer-Encoding",
        "Proxy-Authorization",
        "Proxy-Connection",
        "Keep-Alive",
        "Connection",
        "Expect",
        "TE",
        "Trailer",
        "Upgrade",
        "HTTP2-Settings",
        "X-ImpTokenHeader",
        "Idempotency-Key",
        "X A",
        "X:A",
        "X\r\nA",
        ""
      })
  void headerThatIsTheSdksOrNoHeader_isRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.builder().header(name, "canary"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nAuthorization: x", "a\nb", "a\u0000", "a\u0085b", "키"})
  void headerValueThatIsMoreThanAValue_isRefused(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.builder().header("X-Trace", value))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value));
  }

  // --- proxies

  private static InetSocketAddress remote() throws IOException {
    return new InetSocketAddress(
        InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 7}), 3128);
  }

  @Test
  void plainHttp_neverPassesAProxyOnAnotherMachine() throws Exception {
    InetSocketAddress remote = remote();
    OkHttpClient proxied =
        new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, remote)).build();

    for (HttpOptions.Builder options :
        List.of(
            HttpOptions.builder().proxy(remote),
            HttpOptions.builder().proxy(InetSocketAddress.createUnresolved("proxy.example", 80)),
            HttpOptions.builder().client(proxied))) {
      assertThatThrownBy(() -> options.baseUrl(wire.url()).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("proxy");
    }
  }

  @Test
  void plainHttp_doesNotAskTheMachinesProxySettings() throws Exception {
    ProxySelector everywhere =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(
                new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", thief.getPort())));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    wire.serve(Wire.OK);

    send(
        HttpOptions.builder().client(new OkHttpClient.Builder().proxySelector(everywhere).build()),
        Wire.request(RetryMode.SAFE));

    assertThat(arrived().getRequestLine()).startsWith("GET /v1/find ");
  }
}
