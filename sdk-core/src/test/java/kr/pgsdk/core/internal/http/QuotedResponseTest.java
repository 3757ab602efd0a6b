package kr.pgsdk.core.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Environment;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that aren't HTTP: libraries quote what they choke on, and that may be the credential. */
@Timeout(120)
class QuotedResponseTest {
  private static final String SECRET = "test_sk_canary0123456789";

  private ServerSocket server;
  private volatile byte[] answer = new byte[0];

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "not quite http");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void serve() {
    while (true) {
      try (Socket socket = server.accept()) {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          head.append((char) in.read());
        }
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
        socket.shutdownOutput();
        while (in.read() >= 0) {
          // Closing with unread bytes would reset the connection, and the answer with it.
        }
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  /** Over a client that is the sender's own, and so leaves no connection behind. */
  private PaymentException send() {
    return send(HttpOptions.builder());
  }

  private PaymentException send(HttpOptions.Builder builder) {
    HttpOptions options = builder.baseUrl("http://127.0.0.1:" + server.getLocalPort()).build();
    Observer watch =
        Observer.of(
            "testpay", options, System::nanoTime, new Redaction(List.of(SECRET)), a -> null);
    Sender sender =
        Sender.of(
            watch,
            OkHttpTransport.of(URI.create("https://unused.invalid"), options, Timeouts.DEFAULT),
            Authorizer.fixed(AuthToken.of("Basic", SECRET)),
            new Environment(Clock.systemUTC(), System::nanoTime, (pause, closed) -> {}, () -> 0L),
            RetryPolicy.DEFAULT.withAttempts(1),
            Duration.ofSeconds(10));
    try {
      return catchThrowableOfType(
          PaymentException.class,
          () -> sender.send(Wire.request(RetryMode.SAFE), Wire::read, sender.deadline()));
    } finally {
      sender.close();
    }
  }

  private static String everythingOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET",
        "HTTP/1.1 SECRET OK\r\n\r\n",
        "HTTP/1.1 200SECRET\r\n\r\n",
        "HTTP/SECRET 200 OK\r\n\r\n",
        "HTTP/1.1 204 SECRET\r\nContent-Length: 5\r\n\r\nSECRET",
        "HTTP/1.1 200 OK\r\nSECRET\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: SECRET\r\n\r\nSECRET",
        "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nSECRET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nSECRET\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5;SECRET\r\nSECRET\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff SECRET\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 24\r\n\r\nSECRET",
        "HTTP/1.1 200 OK\r\nContent-Type: SECRET; charset=SECRET\r\n\r\nSECRET",
        "HTTP/1.1 407 SECRET\r\nProxy-Authenticate: SECRET\r\n\r\nSECRET",
        "HTTP/1.1 302 SECRET\r\nLocation: ht!tp://SECRET\r\n\r\nSECRET",
        "HTTP/1.1 103 SECRET\r\nLink: SECRET\r\n\r\nSECRET",
        "SSH-2.0-SECRET\r\n"
      })
  void notHttp_nothingQuotesIt(String bytes) {
    for (String secret : List.of(SECRET, SECRET.toUpperCase(Locale.ROOT), "4330-1234-5678-9012")) {
      answer = bytes.replace("SECRET", secret).getBytes(ISO_8859_1);

      PaymentException failure = send();

      assertThat(everythingOf(failure))
          .doesNotContainIgnoringCase("canary")
          .doesNotContain("4330-1234");
    }
  }

  @Test
  void libraryQuotesALineBreak_theLogStaysOneLine() {
    answer = "HTTP/1.1 x\u001b[2J\u0085ERROR all is lost\r\n\r\n".getBytes(ISO_8859_1);

    PaymentException failure = send();

    assertThat(everythingOf(failure)).doesNotContain("\u001b", "\u0085");
    assertThat(failure).hasMessageContaining("ProtocolException");
  }

  @Test
  void interceptorQuotesTheRequest_theCauseSaysWhoThrew_andNotWhat() {
    OkHttpClient telltale =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  String credential = chain.request().header("Authorization");
                  IOException thrown =
                      new IOException("refused", new IllegalStateException("sent " + credential));
                  thrown.addSuppressed(new IllegalArgumentException("by\n" + credential));
                  throw thrown;
                })
            .build();

    PaymentException failure = send(HttpOptions.builder().client(telltale));

    assertThat(everythingOf(failure))
        .doesNotContainIgnoringCase("canary")
        .contains("IOException: refused", "IllegalStateException, its message left out")
        .contains("IllegalArgumentException, its message left out")
        .contains("at kr.pgsdk.core.internal.http.QuotedResponseTest");
  }

  @Test
  void ordinaryFailure_keepsItsCauseAsItIs() throws IOException {
    server.close();

    assertThat(send()).hasCauseInstanceOf(java.net.ConnectException.class);
  }
}
