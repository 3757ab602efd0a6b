package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.SLOW_BODY;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CloseTest {
  @Test
  @Timeout(100)
  void closeWithStalledRequests_returnsPromptly_nothingExecuted_clientsAreCut() throws Exception {
    Sandbox sandbox = Sandbox.start();
    BrowserReturn payment =
        sandbox.buyer().onIamport().pay(OrderId.of("order_1"), Money.krw(1_000));
    Wire iamport = Wire.iamport(sandbox);
    InjectedFault stall = sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION).times(8));
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Future<Wire.Reply>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String body = "{\"imp_uid\":\"%s\",\"amount\":1}".formatted(payment.paymentId());
      answers.add(clients.submit(() -> iamport.post("/payments/cancel", body)));
    }
    stall.awaitHits(8, Duration.ofSeconds(100));

    sandbox.close();

    for (Future<Wire.Reply> answer : answers) {
      assertThatThrownBy(() -> answer.get(100, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
    assertThat(sandbox.iamport().ledger(payment.paymentId()).refunds()).isZero();
    clients.shutdown();
  }

  @Test
  @Timeout(100)
  void closeDuringASlowBody_returnsPromptly() throws Exception {
    Sandbox sandbox = Sandbox.start();
    InjectedFault slow =
        sandbox.toss().inject(Fault.of(SLOW_BODY).size(1).time(Duration.ofMinutes(10)));
    ExecutorService client = Executors.newSingleThreadExecutor();
    Future<Wire.Reply> answer = client.submit(() -> Wire.toss(sandbox).get("/v1/payments/none"));
    slow.awaitHits(1, Duration.ofSeconds(100));

    sandbox.close();
    assertThatThrownBy(() -> answer.get(100, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
    client.shutdown();
  }

  @Test
  void closeWithACutRequestStillToExecute_itNeverIs() throws Exception {
    Sandbox sandbox = Sandbox.start();
    BrowserReturn payment =
        sandbox.buyer().onIamport().pay(OrderId.of("order_1"), Money.krw(1_000));
    Wire iamport = Wire.iamport(sandbox);
    InjectedFault cut = sandbox.iamport().inject(Fault.of(CUT_THEN_EXECUTED));
    assertThatThrownBy(
            () -> iamport.post("/payments/cancel", "{\"imp_uid\":\"" + payment.paymentId() + "\"}"))
        .isInstanceOf(IOException.class);

    sandbox.close();
    cut.release();
    assertThat(sandbox.iamport().ledger(payment.paymentId()).refunds()).isZero();
  }

  @Test
  void closedTwice_nothingHappens_andNobodyListens() throws Exception {
    Sandbox sandbox = Sandbox.start();
    String url = sandbox.tossUrl();
    sandbox.close();
    sandbox.close();
    assertThatThrownBy(() -> Wire.to(url).get("/")).isInstanceOf(ConnectException.class);
  }

  @Test
  void portTaken_messageNamesIt_andTheOtherGatewayIsNotLeftListening() {
    try (Sandbox first = Sandbox.start()) {
      int taken = URI.create(first.tossUrl()).getPort();
      SandboxBuilder second = Sandbox.builder().tossPort(taken);
      assertThatThrownBy(second::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Toss")
          .hasMessageContaining(String.valueOf(taken));
    }
  }

  @Test
  void stoppedAndStartedOnTheSamePort_serves() throws Exception {
    Sandbox first = Sandbox.start();
    int port = URI.create(first.iamportUrl()).getPort();
    first.close();
    try (Sandbox second = Sandbox.builder().iamportPort(port).start()) {
      assertThat(second.iamportUrl()).isEqualTo("http://127.0.0.1:" + port);
      assertThat(Wire.getToken(second).status()).isEqualTo(200);
    }
  }
}
