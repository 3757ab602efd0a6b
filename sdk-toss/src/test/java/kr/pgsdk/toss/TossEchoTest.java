package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses to another request, as the idempotency key they repeat shows. */
class TossEchoTest {
  private static final String GET = "GET /v1/payments/pay_key_1";
  private static final String CONFIRM = "POST /v1/payments/confirm";
  private static final String CANCEL = "POST /v1/payments/pay_key_1/cancel";

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

  private static ConfirmRequest.Builder confirm() {
    return ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT).idempotencyKey("key-1");
  }

  private static CancelRequest cancel() {
    return CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned")
        .idempotencyKey("key-1")
        .build();
  }

  private static MockResponse refusal(String code, String echoed) {
    return TossServer.error(400, code, "Idempotency-Key: " + echoed);
  }

  private void serveThrice(MockResponse answer) {
    toss.serve(answer, answer, answer);
  }

  @Test
  void confirm_refusalOfAnotherKey_isNoAnswer() {
    serveThrice(refusal("REJECT_CARD_PAYMENT", "key-2"));
    toss.serve(TossServer.ok(Pay.of("IN_PROGRESS")));

    assertThatThrownBy(() -> gateway.confirm(confirm().build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(toss.arrived())
        .extracting(TossServer::line)
        .containsExactly(CONFIRM, CONFIRM, CONFIRM, GET);
  }

  @Test
  void confirm_refusalOfItsOwnKey_isRefused() {
    toss.serve(refusal("REJECT_CARD_PAYMENT", "key-1"), TossServer.ok(Pay.of("IN_PROGRESS")));

    NotConfirmed refused = (NotConfirmed) gateway.confirm(confirm().build());
    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void cancel_refusalOfAnotherKey_isNoAnswer() {
    toss.serve(TossServer.ok(Pay.done()));
    serveThrice(refusal("EXCEED_CANCEL_LIMIT", "key-2"));
    toss.serve(TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> gateway.cancel(cancel())).isInstanceOf(OutcomeUnknownException.class);
    assertThat(toss.arrived())
        .extracting(TossServer::line)
        .containsExactly(GET, CANCEL, CANCEL, CANCEL, GET);
  }

  @Test
  void cancel_refusalOfItsOwnKey_isARefusal() {
    toss.serve(TossServer.ok(Pay.done()), refusal("EXCEED_CANCEL_LIMIT", "key-1"));
    toss.serve(TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> gateway.cancel(cancel())).isInstanceOf(GatewayException.class);
  }

  @Test
  void request_successOfAnotherKey_isNoAnswer() {
    serveThrice(TossServer.json(200, "{}", "Idempotency-Key: key-2"));

    assertThatThrownBy(() -> gateway.client().request("POST", "/v1/billing/b", "{}", "key-1"))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(toss.arrived()).hasSize(3);
  }

  @Test
  void request_successOfItsOwnKey_isAnswered() {
    toss.serve(TossServer.json(200, "{}", "Idempotency-Key: key-1"));

    assertThat(gateway.client().request("POST", "/v1/billing/b", "{}", "key-1")).isEqualTo("{}");
  }
}
