package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.toss.model.Pay;
import kr.pgsdk.toss.model.TossCancelStatus;
import kr.pgsdk.toss.model.TossCancellation;
import kr.pgsdk.toss.model.TossPayment;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancels at overseas wallets: named by the shop, answered before the wallet has done anything. */
class TossOverseasCancelTest {
  private TossServer toss;
  private TossGateway gateway;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    gateway = toss.gateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    toss.close();
  }

  private static String row(String transactionKey, String requestId, String status) {
    String row = Pay.cancel(transactionKey, 5_000, status, "[" + requestId + "] returned");
    return row.substring(0, row.length() - 1) + ",\"cancelRequestId\":\"" + requestId + "\"}";
  }

  private static Pay payment(int balance, String... rows) {
    return Pay.done()
        .with("status", balance == 15_000 ? "\"DONE\"" : "\"PARTIAL_CANCELED\"")
        .with("balanceAmount", Integer.toString(balance))
        .with("cancels", "[" + String.join(",", rows) + "]");
  }

  private Cancellation cancel() {
    return gateway.cancel(
        CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned")
            .reference("refund-1")
            .cancelRequestId("refund-1")
            .build());
  }

  @Test
  void cancelRequestId_isSent_andACancelUnderWayIsPending() {
    toss.serve(
        TossServer.ok(Pay.done()),
        TossServer.ok(payment(15_000, row("tx_1", "refund-1", "IN_PROGRESS"))));

    assertThat(cancel()).isInstanceOf(Cancellation.Pending.class);

    List<RecordedRequest> sent = toss.arrived();
    assertThat(TossServer.body(sent.get(1))).contains("\"cancelRequestId\":\"refund-1\"");
  }

  @Test
  void cancelThatIsDone_isCancelled() {
    toss.serve(
        TossServer.ok(Pay.done()), TossServer.ok(payment(10_000, row("tx_1", "refund-1", "DONE"))));

    assertThat(cancel()).isInstanceOf(Cancellation.Cancelled.class);
  }

  @ParameterizedTest
  @CsvSource({
    "IN_PROGRESS, 15000, PENDING",
    "DONE, 10000, DONE",
    "ABORTED, 15000, FAILED",
    "WAITING, 15000, PENDING"
  })
  void cancel_isFoundByItsNumber_withItsStatus(
      String status, int balance, PaymentCancel.State state) {
    toss.serve(
        TossServer.ok(
            payment(balance, row("tx_0", "refund-0", "ABORTED"), row("tx_1", "refund-1", status))));

    TossPayment payment = gateway.client().payment(PAYMENT_KEY);

    TossCancellation cancel = payment.cancelByRequestId("refund-1").orElseThrow();
    assertThat(cancel.transactionKey()).contains("tx_1");
    assertThat(cancel.cancelStatus()).contains(TossCancelStatus.of(status));
    assertThat(payment.toPayment().cancels().get(1).state()).isEqualTo(state);
    assertThat(payment.cancelByRequestId("refund-2")).isEmpty();
  }
}
