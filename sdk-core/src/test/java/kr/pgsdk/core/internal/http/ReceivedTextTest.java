package kr.pgsdk.core.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import kr.pgsdk.core.auth.AuthToken;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.internal.text.Causes;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OkHttp's exceptions quote what came instead of HTTP; it may be a payment, and is nobody's. */
@Timeout(100)
class ReceivedTextTest {
  private static final String BODY = "{\"card\":\"hong-gildong-canary\"}";

  /** Reads a request's head, answers with these bytes, and closes. */
  private static ServerSocket answering(String bytes) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  byte[] head = new byte[4096];
                  int unused = socket.getInputStream().read(head);
                  socket.getOutputStream().write(bytes.getBytes(UTF_8));
                  socket.shutdownOutput();
                  while (socket.getInputStream().read(head) >= 0) {
                    // Until the client has read all: closing earlier would reset the connection.
                  }
                } catch (IOException e) {
                  continue;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static String trace(RetryMode kind, String answer) throws IOException {
    try (ServerSocket server = answering(answer)) {
      HttpOptions options =
          HttpOptions.builder().baseUrl("http://127.0.0.1:" + server.getLocalPort()).build();
      Sender sender =
          Sender.of(
              Wire.watch(options),
              OkHttpTransport.of(URI.create("https://unused.invalid"), options, Timeouts.DEFAULT),
              Authorizer.fixed(AuthToken.of("Bearer", "t")),
              Environment.system(),
              RetryPolicy.DEFAULT.withAttempts(1),
              Timeouts.DEFAULT.deadline());
      PaymentException thrown =
          catchThrowableOfType(
              PaymentException.class,
              () -> sender.send(Wire.request(kind), Wire::read, sender.deadline()));
      sender.close();
      return trace(thrown);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BODY + "\r\n\r\n", // in place of a status line
        BODY, // and without an end
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + BODY + "\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 100\r\n\r\n" + BODY,
        "HTTP/1.1 200 OK\r\n" + BODY, // in place of headers
        "HTTP/1.1 " + BODY + "\r\n\r\n"
      })
  void answerThatIsNoHttp_isNotQuoted_anywhereInTheException(String answer) throws IOException {
    for (RetryMode kind : RetryMode.values()) {
      String trace = trace(kind, answer);

      assertThat(trace).doesNotContain("canary").doesNotContain("7b22");
      assertThat(trace.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain(HexFormat.of().formatHex("{\"ca".getBytes(UTF_8)));
    }
  }

  private static Throwable shown(Throwable cause) {
    return Causes.shown(cause, new Redaction(List.of()), List.of());
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void causesInACircle_areWalkedOnce_andNotQuoted() {
    for (String message : new String[] {"outer", BODY}) {
      IOException outer = new IOException("outer");
      IOException inner =
          message.equals(BODY) ? new ProtocolException(BODY) : new IOException(message);
      outer.initCause(inner);
      inner.initCause(outer);

      Throwable shown = shown(outer);

      assertThat(trace(shown)).contains("outer").doesNotContain("canary", "CIRCULAR");
    }
  }

  @Test
  void causesDeeperThanAnybodyReads_areTakenForQuotations() {
    IOException deep = new ProtocolException(BODY);
    for (int i = 0; i < 100_000; i++) {
      deep = new IOException("level " + i, deep);
    }

    assertThat(trace(shown(deep))).contains("level 99999").doesNotContain("canary", "level 99000");
  }

  @Test
  void failureOfAnotherRoute_isNotQuotedEither() {
    IOException lastRoute = new IOException("last route");
    IOException firstRoute = new IOException("first route", new ProtocolException(BODY));
    lastRoute.addSuppressed(firstRoute);
    lastRoute.addSuppressed(new IOException());

    Throwable shown = shown(new IOException("failed", lastRoute));

    assertThat(trace(shown)).contains("last route", "first route", "left out");
    assertThat(trace(shown)).doesNotContain("canary", "null");
  }

  @Test
  void failureThatQuotesNothing_staysAsItIs() {
    IOException plain = new IOException("refused", new IllegalStateException("odd"));
    plain.addSuppressed(new IOException("other route"));
    Error error = new OutOfMemoryError("heap");

    assertThat(shown(plain)).isSameAs(plain);
    assertThat(shown(error)).isSameAs(error);
  }

  @ParameterizedTest
  @EnumSource
  void whatWentWrong_isStillSaid(RetryMode kind) throws IOException {
    assertThat(trace(kind, BODY + "\r\n\r\n"))
        .contains("ProtocolException", "left out", "okhttp3.internal");
    assertThat(trace(kind, "")).contains("unexpected end of stream");
  }
}
