package kr.pgsdk.core.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the way of a connection is named, with what to mend; real faults first. */
class ConnectionFaultTest {
  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    wire = new Wire();
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  private TransportException failure(String baseUrl, HttpOptions.Builder builder) {
    HttpOptions options = builder.baseUrl(baseUrl).build();
    Timeouts timeouts = options.timeouts(Timeouts.DEFAULT);
    Sender sender =
        Sender.of(
            Wire.watch(options),
            OkHttpTransport.of(URI.create("https://unused.invalid"), options, timeouts),
            Authorizer.fixed(AuthToken.of("Bearer", "token-canary")),
            wire.environment(),
            RetryPolicy.DEFAULT,
            timeouts.deadline());
    TransportException failure =
        catchThrowableOfType(
            TransportException.class,
            () -> sender.send(Wire.request(RetryMode.KEYED), Wire::read, sender.deadline()));
    sender.close();
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage())
        .contains("not reached (")
        .contains("This request moved no money")
        .doesNotContain("token-canary");
    return failure;
  }

  private static void assertNotRetryable(TransportException failure, String inMessage) {
    assertThat(failure).hasMessageContaining(inMessage);
    assertThat(failure.isRetryable()).isFalse();
    assertThat(failure).hasMessageNotContaining("call again");
  }

  private String https(HeldCertificate certificate) {
    wire.server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    return "https://localhost:" + wire.server.getPort();
  }

  private static OkHttpClient trusting(HeldCertificate issuer) {
    HandshakeCertificates papers =
        new HandshakeCertificates.Builder().addTrustedCertificate(issuer.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(papers.sslSocketFactory(), papers.trustManager())
        .build();
  }

  /** A server that says this to whoever connects, whatever they sent. */
  private static ServerSocket saying(String text) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  int unused = socket.getInputStream().read(new byte[1_000]);
                  socket.getOutputStream().write(text.getBytes(US_ASCII));
                } catch (IOException e) {
                  // Closed by the test's end, or by the client.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  @Test
  void certificateOfAnUnknownIssuer_isTheTrustStoresMatter() {
    String url =
        https(new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build());

    assertNotRetryable(failure(url, HttpOptions.builder()), "trust store doesn't know who issued");
  }

  @Test
  void certificateThatHasExpired_isTheClocksMatter() {
    HeldCertificate issuer = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate old =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .validityInterval(0, TimeUnit.DAYS.toMillis(1))
            .signedBy(issuer)
            .build();

    assertNotRetryable(
        failure(https(old), HttpOptions.builder().client(trusting(issuer))),
        "Check the machine's clock");
  }

  @Test
  void certificateOfAnotherHost_isTheAddressesMatter() {
    HeldCertificate other =
        new HeldCertificate.Builder().addSubjectAlternativeName("elsewhere.invalid").build();

    assertNotRetryable(
        failure(https(other), HttpOptions.builder().client(trusting(other))),
        "is for another host");
  }

  @Test
  void plainHttpServer_behindAnHttpsUrl_isNamed() throws IOException {
    try (ServerSocket server = saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertNotRetryable(
          failure("https://localhost:" + server.getLocalPort(), HttpOptions.builder()),
          "the server at this address doesn't speak TLS");
    }
  }

  @Test
  void proxyThatWantsALogin_isNamed() throws IOException {
    try (ServerSocket server = saying("HTTP/1.1 407 Login\r\nContent-Length: 0\r\n\r\n")) {
      assertNotRetryable(
          failure(
              "https://localhost:1",
              HttpOptions.builder()
                  .proxy(new InetSocketAddress("127.0.0.1", server.getLocalPort()))),
          "HttpOptions.proxyCredentials");
    }
  }

  @Test
  void hostThatDoesNotResolve_isNamed_andMayPass() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .dns(
                host -> {
                  throw new UnknownHostException(host + ": Name or service not known");
                })
            .build();

    TransportException failure =
        failure("https://api.exmaple.com", HttpOptions.builder().client(client));

    assertThat(failure)
        .hasMessageContaining("api.exmaple.com")
        .hasMessageContaining("the host doesn't resolve")
        .hasMessageContaining("HttpOptions.proxy");
    assertThat(failure.isRetryable()).isTrue();
  }

  @Test
  void portThatNobodyListensAt_isNamed_andMayPass() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    TransportException failure = failure("http://127.0.0.1:" + port, HttpOptions.builder());

    assertThat(failure).hasMessageContaining("nothing answers at that address");
    assertThat(failure.isRetryable()).isTrue();
  }

  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(
            new SSLHandshakeException("Received fatal alert: protocol_version"), "NO_COMMON_TLS"),
        Arguments.of(
            new SSLHandshakeException("Received fatal alert: handshake_failure"), "NO_COMMON_TLS"),
        Arguments.of(
            new SSLHandshakeException("No appropriate protocol (protocol is disabled)"),
            "NO_COMMON_TLS"),
        Arguments.of(
            new SSLException(
                "Unexpected error",
                new InvalidAlgorithmParameterException(
                    "the trustAnchors parameter must be non-empty")),
            "NO_TRUST_STORE"),
        Arguments.of(
            caused(
                new SSLHandshakeException("PKIX path validation failed"),
                new CertPathValidatorException(
                    "validity check failed", new CertificateExpiredException("NotAfter: x"))),
            "CLOCK"),
        Arguments.of(new SSLPeerUnverifiedException("Hostname x not verified"), "OTHER_HOST"),
        Arguments.of(new SocketTimeoutException("Connect timed out"), "NOT_REACHED"),
        Arguments.of(new ConnectException("Connection refused"), "NOT_REACHED"),
        // Cut while shaking hands: a moment's fault of the network, and nobody's setting.
        Arguments.of(
            caused(
                new SSLHandshakeException("Remote host terminated the handshake"),
                new EOFException("SSL peer shut down incorrectly")),
            ""),
        Arguments.of(
            new SSLException("Connection reset", new SocketException("Connection reset")), ""),
        Arguments.of(new SocketTimeoutException("timeout"), ""),
        Arguments.of(new IOException("Canceled"), ""));
  }

  private static Exception caused(Exception e, Throwable cause) {
    e.initCause(cause);
    return e;
  }

  @ParameterizedTest
  @MethodSource("causes")
  void cause_isOrIsNoFaultOfASetting(Exception cause, String fault) {
    assertThat(ConnectionFault.of(cause).map(Enum::name).orElse("")).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "502 | <html>bad gateway</html> | '' | a proxy, a firewall or a maintenance page answered",
        "200 | ' \r\n<!DOCTYPE html>' | '' | the address of an API",
        "301 | '' | https://www.example.com/canary?a=canary | a redirect to https://www.example.com,",
        "308 | '' | //canary | It is a redirect, and the SDK follows none",
        "404 | 'not found' | '' | Check the base URL, and any proxy on the way",
      })
  void responseThatIsNotTheGateways_isNamed(
      int status, String body, String location, String inMessage) {
    for (int attempt = 0; attempt < 3; attempt++) {
      wire.serve(
          location.isEmpty()
              ? Wire.status(status, body)
              : Wire.status(status, body, "Location: " + location));
    }
    Sender sender = wire.sender(HttpOptions.builder());

    MalformedResponseException failure =
        catchThrowableOfType(
            MalformedResponseException.class,
            () -> sender.send(Wire.request(RetryMode.SAFE), Wire::read, sender.deadline()));

    assertThat(failure)
        .hasMessageContaining(inMessage)
        .hasMessageContaining("(HTTP " + status + ")")
        .hasMessageNotContaining("canary");
  }
}
