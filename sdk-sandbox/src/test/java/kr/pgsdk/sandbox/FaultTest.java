package kr.pgsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CLOSE_AFTER_ANSWER;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_BEFORE_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_BODY;
import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.STALL_AFTER_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static kr.pgsdk.sandbox.FaultKind.TRUNCATED_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault does on the wire, and whether the request was executed. */
class FaultTest {
  private static final Duration SOON = Duration.ofSeconds(100);

  private final Sandbox sandbox = Sandbox.start();
  private BrowserReturn payment;
  private Wire iamport;

  @BeforeEach
  void paid() throws IOException {
    payment = sandbox.buyer().onIamport().pay(OrderId.of("order_1"), Money.krw(1_000));
    iamport = Wire.iamport(sandbox);
    sandbox.iamport().journal().clear();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Reply cancel() throws IOException {
    return iamport.post(
        "/payments/cancel", "{\"imp_uid\":\"%s\",\"amount\":100}".formatted(payment.paymentId()));
  }

  private CompletableFuture<Wire.Reply> cancelElsewhere() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return cancel();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private int refunds() {
    return sandbox.iamport().ledger(payment.paymentId()).refunds();
  }

  private int arrived() {
    return sandbox.iamport().journal().count("POST", "/payments/cancel");
  }

  @Test
  void cutBeforeRead_connectionReset_bodyUnread_notExecuted() {
    sandbox.iamport().inject(Fault.of(CUT_BEFORE_READ).on("POST", "/payments/cancel"));

    assertThatThrownBy(this::cancel).isInstanceOf(SocketException.class);

    assertThat(refunds()).isZero();
    assertThat(arrived()).isEqualTo(1);
    assertThat(sandbox.iamport().journal().last().body()).isEmpty();
  }

  @Test
  void cutBeforeRead_ofAnotherPath_leavesThisOneAlone() throws IOException {
    sandbox.iamport().inject(Fault.of(CUT_BEFORE_READ).on("POST", "/payments/prepare"));
    assertThat(cancel().status()).isEqualTo(200);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void cutAfterRead_bodyRead_notExecuted() {
    sandbox.iamport().inject(Fault.of(CUT_AFTER_READ));

    assertThatThrownBy(this::cancel).hasRootCauseInstanceOf(EOFException.class);

    assertThat(refunds()).isZero();
    assertThat(sandbox.iamport().journal().last().body()).contains("imp_uid");
  }

  @Test
  void answerLost_executed() {
    sandbox.iamport().inject(Fault.of(ANSWER_LOST));

    assertThatThrownBy(this::cancel).hasRootCauseInstanceOf(EOFException.class);

    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void cutThenExecutedOnRelease_executedOnlyThen() throws Exception {
    InjectedFault fault = sandbox.iamport().inject(Fault.of(CUT_THEN_EXECUTED));

    assertThatThrownBy(this::cancel).hasRootCauseInstanceOf(EOFException.class);
    assertThat(refunds()).isZero();

    fault.release();
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void stallBeforeExecution_executedAndAnsweredAfterRelease() throws Exception {
    InjectedFault fault = sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION));
    CompletableFuture<Wire.Reply> answer = cancelElsewhere();
    fault.awaitHeld(1, SOON);

    assertThat(refunds()).isZero();
    assertThat(answer).isNotDone();
    // The lock isn't held: others are served.
    assertThat(iamport.get("/payments/" + payment.paymentId()).status()).isEqualTo(200);

    fault.release();
    assertThat(answer.get(100, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void stallAfterExecution_executedBeforeRelease() throws Exception {
    InjectedFault fault = sandbox.iamport().inject(Fault.of(STALL_AFTER_EXECUTION));
    CompletableFuture<Wire.Reply> answer = cancelElsewhere();
    fault.awaitHeld(1, SOON);

    assertThat(refunds()).isEqualTo(1);
    assertThat(answer).isNotDone();
    fault.release();
    assertThat(answer.get(100, TimeUnit.SECONDS).at("response.cancel_amount")).isEqualTo("100");
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void slowBody_wholeInTheEnd() throws IOException {
    sandbox.iamport().inject(Fault.of(SLOW_BODY).size(400).time(Duration.ofMillis(5)));
    assertThat(cancel().at("response.cancel_amount")).isEqualTo("100");
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void cutInBody_executed_answerBreaksOff() {
    sandbox.iamport().inject(Fault.of(CUT_IN_BODY));
    assertThatThrownBy(this::cancel).isInstanceOf(IOException.class);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void truncatedBody_executed_answerIsNoJson() throws IOException {
    sandbox.iamport().inject(Fault.of(TRUNCATED_BODY));
    Wire.Reply reply = cancel();
    assertThat(reply.status()).isEqualTo(200);
    assertThatThrownBy(reply::json).isInstanceOf(IllegalArgumentException.class);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void closeAfterAnswer_answeredInFull_thenTheConnectionEnds() throws IOException {
    sandbox.iamport().inject(Fault.of(CLOSE_AFTER_ANSWER));
    try (Socket socket = new Socket("127.0.0.1", URI.create(sandbox.iamportUrl()).getPort())) {
      socket
          .getOutputStream()
          .write("GET /payments/imp_1 HTTP/1.1\r\nHost: sandbox\r\n\r\n".getBytes(UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(all).startsWith("HTTP/1.1 401").endsWith("\"response\":null}");
      assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain("connection:");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 408, 409, 429, 500, 502, 503, 504})
  void statusAtIamport_itsOwnEnvelope_notExecuted(int status) throws IOException {
    sandbox.iamport().inject(Fault.status(status));
    Wire.Reply reply = cancel();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("code")).isEqualTo("-1");
    assertThat(reply.at("response")).isNull();
    assertThat(refunds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 408, 409, 429, 500, 503})
  void statusAtToss_itsOwnShape_oneTraceId_notExecuted(int status) throws IOException {
    sandbox.toss().inject(Fault.status(status));
    Wire.Reply reply =
        Wire.toss(sandbox)
            .header("Idempotency-Key", "k1")
            .post("/v1/payments/confirm", "{\"paymentKey\":\"none\"}");
    assertThat(reply.status()).isEqualTo(status);
    assertThat((String) reply.at("code")).matches("[A-Z_]+");
    assertThat(reply.headers().values("x-tosspayments-trace-id")).hasSize(1);
    assertThat(reply.headers().get("idempotency-key")).isEqualTo("k1");
  }

  @Test
  void statusExecuted_moneyMovedBehindTheError() throws IOException {
    sandbox.iamport().inject(Fault.status(502).executed());
    assertThat(cancel().status()).isEqualTo(502);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void retryAfter_inSecondsAndAsDate() throws IOException {
    sandbox.iamport().inject(Fault.status(429).retryAfter(Duration.ofSeconds(7)));
    sandbox.iamport().inject(Fault.status(503).retryAfter(Instant.parse("2026-11-20T10:00:00Z")));

    assertThat(cancel().headers().get("Retry-After")).isEqualTo("7");
    assertThat(cancel().headers().get("Retry-After")).isEqualTo("Fri, 20 Nov 2026 10:00:00 GMT");
  }

  @Test
  void html_empty_redirect_arbitrary_asAskedFor_notExecuted() throws IOException {
    sandbox.iamport().inject(Fault.html(502));
    sandbox.iamport().inject(Fault.empty(200));
    sandbox.iamport().inject(Fault.redirect(307, "/elsewhere"));
    sandbox.iamport().inject(Fault.answer(418, "text/plain", "tea").header("X-Pot", "1"));

    Wire.Reply html = cancel();
    assertThat(html.status()).isEqualTo(502);
    assertThat(html.headers().get("Content-Type")).startsWith("text/html");
    assertThat(html.body()).startsWith("<html>");
    Wire.Reply empty = cancel();
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
    assertThat(empty.headers().get("Content-Type")).isNull();
    Wire.Reply redirect = cancel();
    assertThat(redirect.status()).isEqualTo(307);
    assertThat(redirect.headers().get("Location")).isEqualTo("/elsewhere");
    Wire.Reply tea = cancel();
    assertThat(tea.status()).isEqualTo(418);
    assertThat(tea.body()).isEqualTo("tea");
    assertThat(tea.headers().get("X-Pot")).isEqualTo("1");
    assertThat(refunds()).isZero();
    assertThat(cancel().status()).isEqualTo(200);
  }

  @Test
  void rewrittenBody_executed() throws IOException {
    sandbox
        .iamport()
        .inject(Fault.rewrittenBody(body -> body.replace("\"cancelled\"", "\"pending\"")));
    assertThat(cancel().at("response.status")).isEqualTo("pending");
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void times_countsDown_always_untilRemoved() throws IOException {
    sandbox.iamport().inject(Fault.status(503).times(2));
    assertThat(cancel().status()).isEqualTo(503);
    assertThat(cancel().status()).isEqualTo(503);
    assertThat(cancel().status()).isEqualTo(200);

    InjectedFault always = sandbox.iamport().inject(Fault.status(500).always());
    for (int i = 0; i < 5; i++) {
      assertThat(cancel().status()).isEqualTo(500);
    }
    assertThat(always.hits()).isEqualTo(5);
    always.remove();
    assertThat(cancel().status()).isEqualTo(200);
  }

  @Test
  void when_choosesByAnythingInTheRequest() throws IOException {
    sandbox
        .iamport()
        .inject(Fault.status(500).when(request -> request.body().contains("no such thing")));
    sandbox
        .iamport()
        .inject(
            Fault.status(503)
                .on("POST", "/payments")
                .when(request -> request.body().contains("\"amount\":100")));
    assertThat(cancel().status()).isEqualTo(503);
  }

  @Test
  void conditionThatCounts_isAskedOncePerRequest() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    sandbox.iamport().inject(Fault.status(503).when(request -> asked.incrementAndGet() == 2));
    assertThat(cancel().status()).isEqualTo(200);
    assertThat(cancel().status()).isEqualTo(503);
    assertThat(cancel().status()).isEqualTo(200);
  }

  @Test
  void clearFaults_nothingIsHitAnyMore() throws IOException {
    sandbox.iamport().inject(Fault.status(500).always());
    sandbox.iamport().clearFaults();
    assertThat(cancel().status()).isEqualTo(200);
  }

  @Test
  void executedOnAFaultThatSaysItself_refused() {
    assertThatThrownBy(() -> Fault.of(CUT_AFTER_READ).executed())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("says itself");
  }

  @Test
  void faultAtOneGateway_leavesTheOtherAlone() throws IOException {
    sandbox.toss().inject(Fault.status(500).always());
    assertThat(cancel().status()).isEqualTo(200);
  }

  @Test
  void awaitHits_nothingComes_saysSo() {
    InjectedFault fault = sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION));
    assertThatThrownBy(() -> fault.awaitHits(1, Duration.ofMillis(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hit 0 requests, not 1");
  }
}
