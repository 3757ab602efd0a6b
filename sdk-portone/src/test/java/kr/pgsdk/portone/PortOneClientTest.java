package kr.pgsdk.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.portone.model.Pay;
import kr.pgsdk.portone.model.PortOnePayment;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortOneClientTest {
  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  @Test
  void payment_isLookedUpByTheShopsId_withTheSecretAsItIs() throws Exception {
    portone.serve(PortOneServer.ok(Pay.paid()));

    PortOnePayment payment = portone.client().payment(PortOneServer.ORDER_ID);

    RecordedRequest request = portone.arrived().get(0);
    assertThat(PortOneServer.line(request)).isEqualTo("GET /payments/order9001");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo("PortOne " + PortOneServer.SECRET);
    assertThat(request.getHeaders().get("Idempotency-Key")).isNull();
    assertThat(payment.transactionId()).isEqualTo(PortOneServer.TRANSACTION_ID);
    assertThat(payment.toPayment().status().known()).isEqualTo(Known.PAID);
    assertThat(payment.toPayment().balance()).isEqualTo(PortOneServer.AMOUNT);
  }

  @Test
  void storeIdOfTheBuilder_isInTheQuery() throws Exception {
    portone.serve(PortOneServer.ok(Pay.paid()));

    PortOnePayment unused =
        portone
            .gatewayBuilder()
            .storeId("store-7")
            .build()
            .client()
            .payment(PortOneServer.ORDER_ID);

    assertThat(PortOneServer.line(portone.arrived().get(0)))
        .isEqualTo("GET /payments/order9001?storeId=store-7");
  }

  @Test
  void missingPayment_isPortOnesOwnWord() {
    portone.serve(PortOneServer.error(404, "PAYMENT_NOT_FOUND"));

    assertThatThrownBy(() -> portone.client().payment(OrderId.of("nothing")))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).contains("PAYMENT_NOT_FOUND"));
  }

  @Test
  void refusedSecret_isAnAuthenticationException() {
    portone.serve(PortOneServer.error(401, "UNAUTHORIZED"));

    assertThatThrownBy(() -> portone.client().payment(PortOneServer.ORDER_ID))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageNotContaining(PortOneServer.SECRET);
  }

  @Test
  void answerAboutAnotherPayment_isMalformed() {
    portone.serve(PortOneServer.ok(Pay.paid().with("id", "\"another\"")));

    assertThatThrownBy(() -> portone.client().payment(PortOneServer.ORDER_ID))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.id");
  }
}
