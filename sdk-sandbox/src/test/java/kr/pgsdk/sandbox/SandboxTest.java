package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static final OrderId ORDER = OrderId.of("order_9001");

  @Test
  void iamportPaymentFromPrepareToCancel_ledgerAndJournalTellTheTruth() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      Wire iamport = Wire.iamport(sandbox);
      iamport.post("/payments/prepare", "{\"merchant_uid\":\"order_9001\",\"amount\":15000}");
      BrowserReturn back = sandbox.buyer().onIamport().pay(ORDER, Money.krw(15_000));
      String impUid = back.paymentId().value();

      assertThat(iamport.get("/payments/" + impUid).at("response.status")).isEqualTo("paid");
      Wire.Reply cancelled =
          iamport.post(
              "/payments/cancel",
              "{\"imp_uid\":\"" + impUid + "\",\"amount\":5000,\"checksum\":15000}");
      assertThat(cancelled.at("response.cancel_amount")).isEqualTo("5000");
      assertThat(cancelled.at("response.status")).isEqualTo("cancelled");

      Ledger ledger = sandbox.iamport().ledger(back.paymentId());
      assertThat(ledger.captures()).isEqualTo(1);
      assertThat(ledger.refunded()).isEqualTo(Money.krw(5_000));
      assertThat(ledger.entries().get(1).requestId())
          .isEqualTo(sandbox.iamport().journal().last().id());
      assertThat(sandbox.iamport().journal().count()).isEqualTo(4);
    }
  }

  @Test
  void tossPaymentFromWindowToCancel_ledgerAndJournalTellTheTruth() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      Wire toss = Wire.toss(sandbox);
      BrowserReturn back = sandbox.buyer().onToss().authenticate(ORDER, Money.krw(15_000));
      String key = back.paymentId().value();

      assertThat(toss.get("/v1/payments/" + key).at("status")).isEqualTo("IN_PROGRESS");
      Wire.Reply confirmed =
          toss.post(
              "/v1/payments/confirm",
              "{\"paymentKey\":\"%s\",\"orderId\":\"order_9001\",\"amount\":15000}".formatted(key));
      assertThat(confirmed.at("status")).isEqualTo("DONE");
      Wire.Reply cancelled =
          toss.post("/v1/payments/" + key + "/cancel", "{\"cancelReason\":\"all of it\"}");
      assertThat(cancelled.at("status")).isEqualTo("CANCELED");
      assertThat(cancelled.at("balanceAmount")).isEqualTo("0");
      assertThat(toss.get("/v1/payments/orders/order_9001").at("paymentKey")).isEqualTo(key);

      Ledger ledger = sandbox.toss().ledger(back.paymentId());
      assertThat(ledger.captures()).isEqualTo(1);
      assertThat(ledger.refunded()).isEqualTo(Money.krw(15_000));
      assertThat(ledger.entries().get(0).requestId()).isEqualTo(2);
      assertThat(sandbox.toss().journal().count("POST", "/v1/payments")).isEqualTo(2);
    }
  }

  @Test
  void clockMoved_tokenExpires() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      Wire iamport = Wire.iamport(sandbox);
      sandbox.clock().advance(Duration.ofMinutes(30));
      assertThat(iamport.get("/payments/imp_1").status()).isEqualTo(401);
    }
  }

  @Test
  void manyCancelsAtOnce_neverMoreThanWasPaid() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      BrowserReturn paid = sandbox.buyer().onIamport().pay(ORDER, Money.krw(1_000));
      Wire iamport = Wire.iamport(sandbox);
      String body = "{\"imp_uid\":\"%s\",\"amount\":100}".formatted(paid.paymentId());

      List<Wire.Reply> replies = together(24, i -> iamport.post("/payments/cancel", body));

      assertThat(replies).filteredOn(reply -> reply.at("code").equals("0")).hasSize(10);
      assertThat(sandbox.iamport().ledger(paid.paymentId()).refunded()).isEqualTo(Money.krw(1_000));
      assertThat(sandbox.iamport().journal().entries())
          .extracting(JournalEntry::id)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void manyConfirmsAtOnce_eachWithItsKey_capturedOnce() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      BrowserReturn back = sandbox.buyer().onToss().authenticate(ORDER, Money.krw(1_000));
      String body =
          "{\"paymentKey\":\"%s\",\"orderId\":\"order_9001\",\"amount\":1000}"
              .formatted(back.paymentId());

      List<Wire.Reply> replies =
          together(
              16,
              i ->
                  Wire.toss(sandbox)
                      .header("Idempotency-Key", "key-" + i)
                      .post("/v1/payments/confirm", body));

      assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
      assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isEqualTo(1);
    }
  }

  private interface Request {
    Wire.Reply send(int index) throws Exception;
  }

  private static List<Wire.Reply> together(int clients, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      CyclicBarrier start = new CyclicBarrier(clients);
      List<Future<Wire.Reply>> sent = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int index = i;
        sent.add(
            threads.submit(
                () -> {
                  start.await(100, TimeUnit.SECONDS);
                  return request.send(index);
                }));
      }
      List<Wire.Reply> replies = new ArrayList<>();
      for (Future<Wire.Reply> reply : sent) {
        replies.add(reply.get(100, TimeUnit.SECONDS));
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void seededRandom_sameKeysAgain_otherwiseNever() {
    try (Sandbox one = Sandbox.builder().random(new SplittableRandom(7)).start();
        Sandbox two = Sandbox.builder().random(new SplittableRandom(7)).start();
        Sandbox three = Sandbox.start()) {
      assertThat(one.iamportSecret()).isEqualTo(two.iamportSecret());
      assertThat(one.tossSecretKey())
          .isEqualTo(two.tossSecretKey())
          .isNotEqualTo(three.tossSecretKey());
    }
  }

  @Test
  void fixedClock_movesOnlyWhenAdvanced_inEveryZone() {
    Instant start = Instant.parse("2026-11-20T01:02:03Z");
    try (Sandbox sandbox = Sandbox.builder().clock(Clock.fixed(start, ZoneOffset.UTC)).start()) {
      Clock inKorea = sandbox.clock().withZone(ZoneId.of("Asia/Seoul"));
      sandbox.clock().advance(Duration.ofHours(5));
      assertThat(sandbox.clock().instant()).isEqualTo("2026-11-20T06:02:03Z");
      assertThat(inKorea.instant()).isEqualTo(sandbox.clock().instant());
      assertThatThrownBy(() -> sandbox.clock().advance(Duration.ofNanos(-1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void requestsServed_andConnectionsWithoutOne_nothingIsLogged() throws Exception {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord logRecord) {
            logged.add(logRecord.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try (Sandbox sandbox = Sandbox.start()) {
      Wire.getToken(sandbox);
      URI url = URI.create(sandbox.tossUrl());
      try (Socket probe = new Socket(url.getHost(), url.getPort())) {
        probe.shutdownOutput();
        // The server ends the connection when it has seen that nothing comes, and has logged it.
        assertThat(probe.getInputStream().read()).isEqualTo(-1);
      }
    } finally {
      root.removeHandler(listener);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void clockAdvancedTooFar_refused_andStands() {
    Instant start = Instant.parse("2026-11-20T01:02:03Z");
    try (Sandbox sandbox = Sandbox.builder().clock(Clock.fixed(start, ZoneOffset.UTC)).start()) {
      sandbox.clock().advance(Duration.ofDays(100_000));
      for (Duration more : List.of(Duration.ofDays(100_000), Duration.ofSeconds(Long.MAX_VALUE))) {
        assertThatThrownBy(() -> sandbox.clock().advance(more))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("292 years");
      }
      assertThat(sandbox.clock().instant()).isEqualTo(start.plus(Duration.ofDays(100_000)));
    }
  }
}
