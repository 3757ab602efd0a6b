package kr.pgsdk.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServerTest {
  private static final String FIND = "GET /v1/payments/x HTTP/1.1\r\nHost: x\r\n\r\n";

  private ServerProcess server;
  private Socket socket;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.start();
    socket = new Socket(InetAddress.getLoopbackAddress(), server.control().port());
    socket.setTcpNoDelay(true);
  }

  @AfterEach
  void stop() throws IOException {
    socket.close();
    server.close();
  }

  @Test
  void request_inPieces_isAnsweredOnceWithTheSample() throws IOException {
    String request =
        "POST /v1/payments/x/cancel HTTP/1.1\r\nhost: x\r\ncontent-LENGTH: 4\r\n\r\n{\"\"}";
    for (byte one : request.getBytes(StandardCharsets.US_ASCII)) {
      socket.getOutputStream().write(one);
    }
    assertThat(answer()).isEqualTo(Sample.text(Sample.TOSS_CANCELLED));
    assertThat(server.control().counts().of(Kind.TOSS_CANCEL)).isEqualTo(1);
    assertThat(server.control().counts().all()).isEqualTo(1);
  }

  @Test
  void requests_twoInOnePiece_areBothAnswered() throws IOException {
    send(FIND + FIND);
    assertThat(answer()).isEqualTo(Sample.text(Sample.TOSS_PAYMENT));
    assertThat(answer()).isEqualTo(Sample.text(Sample.TOSS_PAYMENT));
  }

  @Test
  void hold_requestWaits_untilReleased() throws IOException {
    server.control().hold();
    send(FIND);
    while (server.control().counts().waiting() == 0) {
      Thread.onSpinWait();
    }
    assertThat(socket.getInputStream().available()).isZero();
    server.control().release();
    assertThat(answer()).isEqualTo(Sample.text(Sample.TOSS_PAYMENT));
    assertThat(server.control().counts().waiting()).isZero();
  }

  @Test
  void delayTokens_tokenComesLater_andPaymentsAtOnce() throws IOException {
    server.control().delayTokens(100);
    send("POST /users/getToken HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}" + FIND);
    assertThat(answer()).isEqualTo(Sample.text(Sample.TOSS_PAYMENT));
    assertThat(answer()).contains("access_token");
  }

  private void send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Reads one answer, and returns its body. */
  private String answer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
    int length = Integer.parseInt(head.substring(at, head.indexOf("\r", at)));
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }
}
