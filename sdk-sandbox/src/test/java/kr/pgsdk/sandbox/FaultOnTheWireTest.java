package kr.pgsdk.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.BROKEN_GZIP;
import static kr.pgsdk.sandbox.FaultKind.CONTINUED;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_HEAD;
import static kr.pgsdk.sandbox.FaultKind.DEEP_BODY;
import static kr.pgsdk.sandbox.FaultKind.ENDLESS_BODY;
import static kr.pgsdk.sandbox.FaultKind.ENDLESS_HEAD;
import static kr.pgsdk.sandbox.FaultKind.EXPIRED_TOKEN;
import static kr.pgsdk.sandbox.FaultKind.GZIP_BOMB;
import static kr.pgsdk.sandbox.FaultKind.HUGE_BODY;
import static kr.pgsdk.sandbox.FaultKind.LENGTH_TOO_LARGE;
import static kr.pgsdk.sandbox.FaultKind.LENGTH_TOO_SMALL;
import static kr.pgsdk.sandbox.FaultKind.NO_TOKEN;
import static kr.pgsdk.sandbox.FaultKind.SLOW_ANSWER;
import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.STALL_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.TOKEN_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults that show in the bytes of an answer, read by a socket that understands nothing. */
@Timeout(100)
class FaultOnTheWireTest {
  private static final Duration SOON = Duration.ofSeconds(100);

  private final Sandbox sandbox = Sandbox.start();
  private BrowserReturn payment;
  private String token;

  @BeforeEach
  void paid() throws IOException {
    payment = sandbox.buyer().onIamport().pay(OrderId.of("order_1"), Money.krw(1_000));
    token = Wire.token(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private InjectedFault inject(Fault fault) {
    return sandbox.iamport().inject(fault);
  }

  /** Sends a cancel of 100 won on a connection of its own. */
  private Socket cancel() throws IOException {
    Socket socket = open();
    send(socket);
    socket.shutdownOutput();
    return socket;
  }

  private Socket open() throws IOException {
    Socket socket = new Socket("127.0.0.1", URI.create(sandbox.iamportUrl()).getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private void send(Socket socket) throws IOException {
    String body = "{\"imp_uid\":\"%s\",\"amount\":100}".formatted(payment.paymentId());
    String head =
        "POST /payments/cancel HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer %s\r\n"
            .formatted(token);
    String request = "%sContent-Length: %d\r\n\r\n%s".formatted(head, body.length(), body);
    socket.getOutputStream().write(request.getBytes(UTF_8));
  }

  private String wholeAnswer() throws IOException {
    try (Socket socket = cancel()) {
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private int refunds() {
    return sandbox.iamport().ledger(payment.paymentId()).refunds();
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static int promisedLength(String answer) {
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    return head.lines()
        .filter(line -> line.startsWith("Content-Length: "))
        .mapToInt(line -> Integer.parseInt(line.substring(16)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void cutInHead_executed_endsBeforeTheHeadDoes() throws IOException {
    inject(Fault.of(CUT_IN_HEAD));

    assertThat(wholeAnswer()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("\r\n\r\n");
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void stallInBody_executed_halfAtOnce_theRestAfterRelease() throws Exception {
    InjectedFault fault = inject(Fault.of(STALL_IN_BODY));
    CompletableFuture<String> answer = new CompletableFuture<>();
    try (Socket socket = cancel()) {
      fault.awaitHeld(1, SOON);
      assertThat(refunds()).isEqualTo(1);
      InputStream in = socket.getInputStream();
      byte[] first = new byte[200];
      assertThat(in.readNBytes(first, 0, first.length)).isEqualTo(first.length);
      assertThat(new String(first, US_ASCII)).startsWith("HTTP/1.1 200 OK");

      fault.release();
      answer.complete(new String(first, UTF_8) + new String(in.readAllBytes(), UTF_8));
    }
    String whole = answer.get(100, TimeUnit.SECONDS);
    assertThat(body(whole)).hasSize(promisedLength(whole)).endsWith("}");
  }

  @Test
  void slowAnswer_byteByByteFromTheStatusLineOn_releaseLetsTheRestGo() throws Exception {
    InjectedFault fault = inject(Fault.of(SLOW_ANSWER).time(Duration.ofHours(1)));
    try (Socket socket = cancel()) {
      fault.awaitHits(1, SOON);
      assertThat(socket.getInputStream().available()).isZero();
      fault.release();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200 OK")
          .endsWith("}");
    }
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void slowBody_headAtOnce_bodyInPieces_releaseLetsTheRestGo() throws Exception {
    InjectedFault fault = inject(Fault.of(SLOW_BODY).size(1).time(Duration.ofHours(1)));
    try (Socket socket = cancel()) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) in.read());
      }
      assertThat((char) in.read()).isEqualTo('{');
      assertThat(in.available()).isZero();
      fault.release();
      assertThat(in.readAllBytes()).hasSize(promisedLength(head.toString()) - 1);
    }
  }

  @Test
  void closedSandbox_endsWhatComesSlowly() throws Exception {
    InjectedFault fault = inject(Fault.of(SLOW_ANSWER).time(Duration.ofHours(1)));
    try (Socket socket = cancel()) {
      fault.awaitHits(1, SOON);
      sandbox.close();
      try {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      } catch (IOException reset) {
        assertThat(reset).hasMessageContaining("reset");
      }
    }
  }

  @Test
  void continued_interimAnswersFirst() throws IOException {
    inject(Fault.of(CONTINUED).size(2));

    assertThat(wholeAnswer())
        .startsWith("HTTP/1.1 100 Continue\r\n")
        .containsPattern("(?s)100 Continue.*100 Continue.*200 OK.*cancel_history");
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void endlessHead_goesOnForAsLongAsAnyoneReads() throws IOException {
    inject(Fault.of(ENDLESS_HEAD));
    try (Socket socket = cancel()) {
      String start = new String(socket.getInputStream().readNBytes(2_000_000), US_ASCII);
      assertThat(start).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("\r\n\r\n");
    }
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void endlessBody_theTrueAnswer_thenWhiteSpaceForAsLongAsAnyoneReads() throws IOException {
    inject(Fault.of(ENDLESS_BODY));
    try (Socket socket = cancel()) {
      String start = new String(socket.getInputStream().readNBytes(2_000_000), US_ASCII);
      assertThat(start).contains("Transfer-Encoding: chunked").doesNotContain("Content-Length");
      assertThat(start).contains("cancel_history").contains("\r\n10000\r\n          ");
    }
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void wrongContentLength_tooLarge_theConnectionEndsAfterTheBody() throws IOException {
    inject(Fault.of(LENGTH_TOO_LARGE).size(100));

    try (Socket socket = open()) {
      send(socket);
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(promisedLength(answer)).isEqualTo(body(answer).length() + 100);
    }
  }

  @Test
  void wrongContentLength_tooSmall_theRestStaysOnTheConnection_aheadOfTheNextAnswer()
      throws IOException {
    inject(Fault.of(LENGTH_TOO_SMALL).size(10));

    try (Socket socket = open()) {
      send(socket);
      send(socket);
      socket.shutdownOutput();
      String both = new String(socket.getInputStream().readAllBytes(), UTF_8);
      String first = body(both).substring(0, promisedLength(both));
      assertThat(first).startsWith("{").doesNotEndWith("}");
      assertThat(body(both).substring(first.length() + 10)).startsWith("HTTP/1.1 200 OK");
    }
    assertThat(refunds()).isEqualTo(2);
  }

  @Test
  void brokenGzip_saysGzipAndIsNone() throws IOException {
    inject(Fault.of(BROKEN_GZIP));
    String answer = wholeAnswer();
    assertThat(answer).contains("Content-Encoding: gzip");
    assertThatThrownBy(
            () -> new GZIPInputStream(new ByteArrayInputStream(body(answer).getBytes(UTF_8))))
        .isInstanceOf(ZipException.class);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void gzipBomb_isAValidFile_aThousandthOfWhatItUnzipsTo() throws IOException {
    int size = 64 << 20;
    byte[] file = GzipBomb.unzippingTo(size);

    assertThat(file.length).isLessThan(size / 500);
    long unzipped = 0;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      byte[] buffer = new byte[1 << 20];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        unzipped += read;
        assertThat(buffer[read - 1]).isEqualTo((byte) ' ');
      }
    }
    assertThat(unzipped).isEqualTo(size);
    inject(Fault.of(GZIP_BOMB).size(size));
    try (Socket socket = cancel()) {
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(Arrays.copyOfRange(answer, answer.length - file.length, answer.length))
          .isEqualTo(file);
    }
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void hugeAndDeepBody_areTheTrueAnswerWithOneMoreField() throws IOException {
    inject(Fault.of(HUGE_BODY).size(1_000_000));
    inject(Fault.of(DEEP_BODY).size(50));

    assertThat(body(wholeAnswer())).hasSizeGreaterThan(1_000_000).contains("cancel_history");
    assertThat(body(wholeAnswer()))
        .contains("cancel_history")
        .endsWith(",\"filler\":" + "[".repeat(50) + "]".repeat(50) + "}");
  }

  @Test
  void notExecuted_aPageOfAProxyTravelsThatWay() throws IOException {
    inject(Fault.of(CUT_IN_HEAD).notExecuted());
    inject(Fault.of(BROKEN_GZIP).notExecuted());

    assertThat(wholeAnswer()).startsWith("HTTP/1.1 502").doesNotContain("\r\n\r\n");
    assertThat(wholeAnswer()).contains("Content-Encoding: gzip").endsWith("</html>");
    assertThat(refunds()).isZero();
    assertThatThrownBy(() -> Fault.status(503).notExecuted())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("true answer");
  }

  @Test
  void tokenAnswers_areOdd_andHitNothingElse() throws IOException {
    inject(Fault.of(NO_TOKEN));
    inject(Fault.of(EXPIRED_TOKEN));
    inject(Fault.of(TOKEN_CLOCK).time(Duration.ofHours(-10)));
    assertThat(wholeAnswer()).contains("cancel_history");

    assertThat(Wire.getToken(sandbox).body()).doesNotContain("access_token").contains("expired_at");
    Wire.Reply expired = Wire.getToken(sandbox);
    assertThat(expired.at("response.expired_at")).isEqualTo(expired.at("response.now"));
    Wire.Reply behind = Wire.getToken(sandbox);
    assertThat(new BigDecimal((String) behind.at("response.now")).longValue())
        .isLessThan(sandbox.clock().instant().getEpochSecond() - 35_000);
    assertThat(behind.at("response.expired_at")).isNotEqualTo(behind.at("response.now"));
    assertThat(Wire.getToken(sandbox).at("code")).isEqualTo("0");
  }

  @Test
  void fault_namesItself() {
    assertThat(Fault.of(ANSWER_LOST)).hasToString("Fault[answer-lost]");
    assertThat(Fault.status(503).executed().on("POST", "/v1").times(3))
        .hasToString("Fault[status 503, executed, on POST /v1, 3 times]");
    assertThat(inject(Fault.of(SLOW_BODY).size(1).time(SOON).notExecuted().always()))
        .hasToString("Fault[slow-body, not executed, always], 0 hit");
  }
}
