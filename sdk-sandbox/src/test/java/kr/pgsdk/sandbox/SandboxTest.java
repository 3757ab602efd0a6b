package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
