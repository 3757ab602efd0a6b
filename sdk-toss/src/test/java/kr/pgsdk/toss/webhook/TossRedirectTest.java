package kr.pgsdk.toss.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.model.Pay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossRedirectTest {
  private static final String SUCCESS =
      "paymentType=NORMAL&orderId=order_9001&paymentKey=pay_key_1&amount=15000";

  private static TossSuccessRedirect success(String query) {
    return TossSuccessRedirect.read(Parameters.ofQuery(query));
  }

  private static TossFailRedirect fail(String query) {
    return TossFailRedirect.read(Parameters.ofQuery(query));
  }

  @Test
  void success_flowsIntoTheRequest() {
    TossSuccessRedirect redirect = success(SUCCESS);
    ConfirmRequest request = redirect.confirmRequest(TossServer.ORDER_ID, TossServer.AMOUNT);

    assertThat(request.paymentId()).isEqualTo(TossServer.PAYMENT_KEY);
    assertThat(request.orderId()).isEqualTo(TossServer.ORDER_ID);
    assertThat(request.money()).isEqualTo(TossServer.AMOUNT);
    assertThat(request.returnedOrderId()).contains(TossServer.ORDER_ID);
    assertThat(request.returnedMoney()).contains(TossServer.AMOUNT);
    assertThat(request.withoutCapture()).isFalse();
    assertThat(redirect.claimedPaymentType()).contains("NORMAL");
    assertThat(redirect.payment().claimedPaymentId()).contains(TossServer.PAYMENT_KEY);
    assertThat(redirect.payment().claimedStatus()).isEmpty();
  }

  @Test
  void success_isConfirmedInOneCall() throws Exception {
    try (TossServer toss = new TossServer();
        TossGateway gateway = toss.gateway()) {
      toss.serve(TossServer.ok(Pay.done()));

      assertThat(success(SUCCESS).confirm(gateway, TossServer.ORDER_ID, TossServer.AMOUNT))
          .isInstanceOf(Confirmed.class);
      assertThat(toss.server.takeRequest().getMethod()).isEqualTo("POST");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orderId=order_9001&paymentKey=pay_key_1&amount=100",
        "orderId=order_9002&paymentKey=pay_key_1&amount=15000"
      })
  void tamperedSuccess_sendsNothing(String query) throws Exception {
    try (TossServer toss = new TossServer();
        TossGateway gateway = toss.gateway()) {
      Confirmation outcome =
          success(query).confirm(gateway, TossServer.ORDER_ID, TossServer.AMOUNT);

      assertThat(((NotConfirmed) outcome).reason()).isEqualTo(Reason.MISMATCH);
      assertThat(toss.server.getRequestCount()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"544.68, 544.68", "544.680, 544.68", "0.5, 0.5", "00544.68, 544.68"})
  void amountInAnotherCurrency_isCompared(String returned, String price) {
    Money expected = Money.of(price, "USD");

    assertThat(
            success("orderId=o&paymentKey=k&amount=" + returned)
                .confirmRequest(OrderId.of("o"), expected)
                .returnedMoney())
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "orderId=o&amount=1",
        "paymentKey=k&amount=1",
        "orderId=o&paymentKey=k",
        "orderId=o&paymentKey=k&amount=",
        "orderId=o&paymentKey=k&amount=1,000",
        "orderId=o&paymentKey=k&amount=-1",
        "orderId=o&paymentKey=k&amount=1e3",
        "orderId=o&paymentKey=k&amount=%2B1",
        "orderId=o&paymentKey=k&amount=1%00",
        "orderId=o&paymentKey=k&amount=1111111111111111111",
        "orderId=o&paymentKey=k&amount=1&amount=2",
        "orderId=o&paymentKey=k&paymentKey=l&amount=1",
        "orderId=o%0Aforged&paymentKey=k&amount=1",
        "orderId=o&paymentKey=..%2Fk&amount=1",
        "customerKey=c&authKey=bln_canary"
      })
  void whatIsNoSuccess_isRefused(String query) {
    assertThatThrownBy(() -> success(query))
        .isInstanceOfSatisfying(
            RejectedRequestException.class,
            e -> {
              assertThat(e.httpStatus()).isEqualTo(400);
              assertThat(e.getMessage()).doesNotContain("forged", "canary", "\n");
            });
  }

  @Test
  void fractionOfAWon_isRefused_notSent() {
    assertThatThrownBy(
            () ->
                success("orderId=o&paymentKey=k&amount=0.5")
                    .confirmRequest(OrderId.of("o"), Money.krw(1)))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("amount");
  }

  @Test
  void fail_isReadWithAndWithoutAnOrder() {
    TossFailRedirect refused =
        fail("code=REJECT_CARD_COMPANY&message=%EA%B1%B0%EC%A0%88&orderId=order_9001");
    TossFailRedirect cancelled = fail("code=PAY_PROCESS_CANCELED&message=x");

    assertThat(refused.claimedCode()).contains("REJECT_CARD_COMPANY");
    assertThat(refused.claimedMessage()).contains("거절");
    assertThat(refused.claimedOrderId()).contains(TossServer.ORDER_ID);
    assertThat(refused.claimsBuyerCancelled()).isFalse();
    assertThat(cancelled.claimedOrderId()).isEmpty();
    assertThat(cancelled.claimsBuyerCancelled()).isTrue();
  }

  @Test
  void failWithNothing_isStillAFailurePage() {
    TossFailRedirect nothing = fail("");

    assertThat(nothing.claimedCode()).isEmpty();
    assertThat(nothing.claimedMessage()).isEmpty();
    assertThat(nothing.claimsBuyerCancelled()).isFalse();
  }

  @Test
  void failWithAnybodysText_showsNoCard_andForgesNoLogLine() {
    TossFailRedirect forged =
        fail("code=x%0AERROR&message=call+010-1234-5678%0AERROR&orderId=order_9001");

    assertThat(forged.claimedCode()).isEmpty();
    assertThat(forged.claimedMessage().orElseThrow()).doesNotContain("\n", "1234-5678");
    assertThat(forged.toString()).isEqualTo("TossFailRedirect[null, orderId=order_9001]");
    assertThatThrownBy(() -> fail("orderId=a%0Ab")).isInstanceOf(RejectedRequestException.class);
  }

  // --- looking without capturing

  @Test
  void withoutCapture_onlyLooks() throws Exception {
    try (TossServer toss = new TossServer();
        TossGateway gateway = toss.gateway()) {
      toss.serve(TossServer.json(200, Pay.done().toString()));

      Confirmation outcome =
          success(SUCCESS).payment().verify(gateway, TossServer.ORDER_ID, TossServer.AMOUNT);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Confirmed.class,
              paid -> assertThat(paid.capture()).isEqualTo(Confirmed.Capture.ALREADY_CAPTURED));
      assertThat(toss.server.getRequestCount()).isEqualTo(1);
      assertThat(toss.server.takeRequest().getMethod()).isEqualTo("GET");
    }
  }

  @Test
  void withoutCapture_ofAPaymentTossDoesNotKnow_isNotFound() throws Exception {
    try (TossServer toss = new TossServer();
        TossGateway gateway = toss.gateway()) {
      toss.serve(TossServer.json(404, TossServer.fixture("26-error-not-found-payment-404.json")));

      Confirmation outcome =
          success(SUCCESS).payment().verify(gateway, TossServer.ORDER_ID, TossServer.AMOUNT);

      assertThat(((NotConfirmed) outcome).reason()).isEqualTo(Reason.NOT_FOUND);
      assertThat(toss.server.takeRequest().getMethod()).isEqualTo("GET");
    }
  }
}
