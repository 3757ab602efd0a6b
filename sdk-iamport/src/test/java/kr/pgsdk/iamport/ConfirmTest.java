package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.TransportException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmTest {
  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private static ConfirmRequest.Builder request() {
    return ConfirmRequest.builder(
        PaymentId.of("imp_123"), OrderId.of("order_9001"), Money.krw(15_000));
  }

  private Confirmation confirm(PaymentBody payment) {
    iamport.serve(FakeIamport.ok(payment));
    return gateway.confirm(request().build());
  }

  private NotConfirmed refused(PaymentBody payment) {
    return (NotConfirmed) confirm(payment);
  }

  @Test
  void paidAsExpected_isConfirmed_withOneGet() {
    Confirmed confirmed = (Confirmed) confirm(PaymentBody.paid());

    assertThat(confirmed.capture()).isEqualTo(Confirmed.Capture.ALREADY_CAPTURED);
    assertThat(confirmed.payment().paymentId()).isEqualTo(PaymentId.of("imp_123"));
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123");
  }

  @Test
  void returnedOtherThanExpected_nothingIsSent() {
    Confirmation confirmation =
        gateway.confirm(request().returned(OrderId.of("order_1"), Money.krw(1)).build());

    NotConfirmed refused = (NotConfirmed) confirmation;
    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.mismatches())
        .containsExactly(
            new Mismatch(Field.ORDER_ID, "merchant_uid", "order_9001", "order_1"),
            new Mismatch(Field.AMOUNT, "amount", "15000", "1"));
    assertThat(iamport.requestCount()).isZero();
  }

  @Test
  void everythingDiffers_everythingIsListed_andAnotherPaymentIsNoOddAnswer() {
    NotConfirmed refused =
        refused(
            PaymentBody.failed()
                .id("imp_9")
                .order("order_1")
                .with("amount", "1.5")
                .with("currency", "\"USD\""));

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.mismatches())
        .containsExactly(
            new Mismatch(Field.ORDER_ID, "merchant_uid", "order_9001", "order_1"),
            new Mismatch(Field.PAYMENT_ID, "imp_uid", "imp_123", "imp_9"),
            new Mismatch(Field.AMOUNT, "amount", "15000", "1.5"),
            new Mismatch(Field.CURRENCY, "currency", "KRW", "USD"),
            new Mismatch(Field.STATUS, "status", "PAID", "FAILED (failed)"));
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void waitingAccount_awaitsItsDeposit() {
    AwaitingDeposit waiting = (AwaitingDeposit) confirm(PaymentBody.waiting());

    assertThat(waiting.payment().virtualAccount().orElseThrow().number()).isEqualTo("X-100");
  }

  @Test
  void anythingButPaid_isNotConfirmed_withReasonAndMoneyHeld() {
    assertOutcome(PaymentBody.ready(), Reason.NOT_YET_PAID, MoneyHeld.NO);
    assertOutcome(PaymentBody.cancelled(15_000), Reason.CANCELLED, MoneyHeld.NO);
    assertOutcome(PaymentBody.cancelled(5000), Reason.CANCELLED, MoneyHeld.YES);
    assertOutcome(PaymentBody.paid().with("cancel_amount", "1"), Reason.CANCELLED, MoneyHeld.YES);
    assertOutcome(
        PaymentBody.ready().with("status", "\"pending\""), Reason.NOT_YET_PAID, MoneyHeld.UNKNOWN);
    assertOutcome(
        PaymentBody.ready().with("status", "\"reviewed\""),
        Reason.UNKNOWN_STATUS,
        MoneyHeld.UNKNOWN);
    assertOutcome(PaymentBody.paid().with("amount", "14999"), Reason.MISMATCH, MoneyHeld.YES);
    assertOutcome(PaymentBody.paid().order("order_1"), Reason.MISMATCH, MoneyHeld.NO);
  }

  private void assertOutcome(PaymentBody payment, Reason reason, MoneyHeld moneyHeld) {
    NotConfirmed refused = refused(payment);
    assertThat(refused.reason()).as(payment.toString()).isEqualTo(reason);
    assertThat(refused.moneyHeld()).as(payment.toString()).isEqualTo(moneyHeld);
    assertThat(refused.payment()).isPresent();
  }

  @Test
  void refusedCard_isAValueWithTheReasonGiven() {
    NotConfirmed refused = refused(PaymentBody.failed());

    assertThat(refused.reason()).isEqualTo(Reason.FAILED);
    assertThat(refused.refusal().orElseThrow().message()).contains("한도초과");
  }

  @Test
  void unknownPayment_isNotFound_withTheGatewaysWords() {
    iamport.serve(FakeIamport.notFound());

    NotConfirmed refused = (NotConfirmed) gateway.confirm(request().build());

    assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.payment()).isEmpty();
    assertThat(refused.refusal())
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).contains("-1");
              assertThat(refusal.message()).contains("존재하지 않는 결제정보입니다.");
              assertThat(refusal.httpStatus()).hasValue(404);
            });
    assertThat(refused.advice()).hasValueSatisfying(says -> namesTheSetting(says));
    assertThatThrownBy(refused::orElseThrow)
        .message()
        .satisfies(says -> namesTheSetting(says))
        .contains("Ship nothing for it");
  }

  private static void namesTheSetting(String text) {
    assertThat(text).contains("acceptTestPayments(true)");
  }

  @Test
  void unknownPayment_atAGatewayThatAcceptsTestPayments_hasNoSuchCause() {
    iamport.serve(FakeIamport.notFound());

    try (IamportGateway accepting = iamport.gateway().acceptTestPayments(true).build()) {
      NotConfirmed refused = (NotConfirmed) accepting.confirm(request().build());
      assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
      assertThat(refused.advice()).isEmpty();
    }
  }

  @Test
  void testChannel_isNotConfirmed_unlessAccepted() {
    PaymentBody test = PaymentBody.paid().with("sandbox", "true");

    NotConfirmed refused = refused(test);
    assertThat(refused.reason()).isEqualTo(Reason.TEST_PAYMENT);
    assertThat(refused.advice()).hasValueSatisfying(says -> namesTheSetting(says));
    try (IamportGateway accepting = iamport.gateway().acceptTestPayments(true).build()) {
      assertThat(accepting.confirm(request().build())).isInstanceOf(Confirmed.class);
    }
    assertThat(iamport.arrived())
        .containsExactly("GET /payments/imp_123", "GET /payments/imp_123?include_sandbox=true");
  }

  @Test
  void lostAnswer_isAskedForAgain_forNoMoneyMoves() {
    iamport.serve(FakeIamport.CUT_AFTER_READ, FakeIamport.ok(PaymentBody.paid()));

    assertThat(gateway.confirm(request().build())).isInstanceOf(Confirmed.class);
    assertThat(iamport.arrived("GET")).isEqualTo(2);
  }

  @Test
  void noAnswerAtAll_isATransportFailure() {
    iamport.serve(FakeIamport.CUT_AFTER_READ);

    assertThatThrownBy(() -> gateway.confirm(request().build()))
        .isInstanceOf(TransportException.class);
    assertThat(iamport.arrived()).hasSize(3);
  }

  @Test
  void unreadableAnswer_isMalformed_asFromEveryRead() {
    iamport.serve(FakeIamport.json(200, "<html>"));

    assertThatThrownBy(() -> gateway.confirm(request().onMismatch(OnMismatch.CANCEL).build()))
        .isInstanceOfSatisfying(
            MalformedResponseException.class, e -> assertThat(e.httpStatus()).hasValue(200));
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123");
  }

  @Test
  void otherRefusal_isAnException() {
    iamport.serve(FakeIamport.refusal(200, 1, "안 됩니다."));

    assertThatThrownBy(() -> gateway.confirm(request().build()))
        .isInstanceOf(GatewayException.class);
  }

  // --- onMismatch(CANCEL)

  private NotConfirmed confirmOrRefund(MockResponse... answers) {
    iamport.serve(answers);
    return (NotConfirmed) gateway.confirm(request().onMismatch(OnMismatch.CANCEL).build());
  }

  @Test
  void wrongAmountOfThisOrder_isRefundedWhole_withItsChecksum() {
    NotConfirmed refused =
        confirmOrRefund(
            FakeIamport.ok(PaymentBody.paid().with("amount", "100")),
            FakeIamport.ok(PaymentBody.paid().with("amount", "100")),
            FakeIamport.ok(PaymentBody.cancelled(100).with("amount", "100")));

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.refund()).contains(Refund.DONE);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(iamport.arrived())
        .containsExactly(
            "GET /payments/imp_123",
            "GET /payments/imp_123?include_sandbox=true",
            "POST /payments/cancel");
    assertThat(FakeIamport.body(iamport.request(2)))
        .startsWith("{\"imp_uid\":\"imp_123\",\"checksum\":100,\"reason\":");
  }

  @Test
  void wrongAmount_refundPending() {
    PaymentBody paypal = PaymentBody.paid().with("pg_provider", "\"paypal_v2\"");
    NotConfirmed refused = confirmOrRefund(FakeIamport.ok(paypal.with("amount", "100")));

    assertThat(refused.refund()).contains(Refund.PENDING);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  private static final PaymentBody PROMOTED =
      PaymentBody.paid()
          .with("amount", "14900")
          .with("promotion", "{\"id\":\"promotion-id-1\",\"discount\":100}");

  @Test
  void priceReducedByAPromotion_isNamed_andNeverRefunded() {
    NotConfirmed refused = confirmOrRefund(FakeIamport.ok(PROMOTED));

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.mismatches()).hasSize(1);
    assertThat(refused.mismatches().get(0).actual())
        .isEqualTo("14900 (Promotion[promotion-id-1, 100 KRW off])");
    assertThat(refused.refund()).isEmpty();
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123");
  }

  @Test
  void priceReducedByAnAcceptedPromotion_isConfirmed_andByNoOther() {
    try (IamportGateway accepting =
        iamport.gateway().acceptPromotions(Set.of("promotion-id-1")).build()) {
      iamport.serve(FakeIamport.ok(PROMOTED));
      assertThat(accepting.confirm(request().build())).isInstanceOf(Confirmed.class);

      iamport.serve(
          FakeIamport.ok(
              PaymentBody.paid()
                  .with("amount", "14900")
                  .with("promotion", "{\"id\":\"promotion-id-1\",\"discount\":99}")));
      assertThat(accepting.confirm(request().build())).isInstanceOf(NotConfirmed.class);
    }
    try (IamportGateway other =
        iamport.gateway().acceptPromotions(Set.of("promotion-id-2")).build()) {
      iamport.serve(FakeIamport.ok(PROMOTED));
      assertThat(other.confirm(request().build())).isInstanceOf(NotConfirmed.class);
    }
  }

  @Test
  void wrongAmount_refundRefused_doesNotThrow() {
    MockResponse wrong = FakeIamport.ok(PaymentBody.paid().with("amount", "100"));
    NotConfirmed refused = confirmOrRefund(wrong, FakeIamport.refusal(200, -1, "실패"), wrong);

    assertThat(refused.refund()).contains(Refund.FAILED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
  }

  @Test
  void wrongAmount_refundsAnswerLost_isUnknown() {
    MockResponse wrong = FakeIamport.ok(PaymentBody.paid().with("amount", "100"));
    NotConfirmed refused = confirmOrRefund(wrong, FakeIamport.CUT_AFTER_READ, wrong);

    assertThat(refused.refund()).contains(Refund.UNKNOWN);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void strangersOrPartlyCancelledOrTestPayment_isNotTouched() {
    PaymentBody wrong = PaymentBody.paid().with("amount", "100");
    for (PaymentBody payment :
        new PaymentBody[] {
          PaymentBody.paid().order("order_1"),
          PaymentBody.paid().id("imp_9").with("amount", "100"),
          PaymentBody.cancelled(50).with("amount", "100"),
          wrong.with("sandbox", "true")
        }) {
      NotConfirmed refused = confirmOrRefund(FakeIamport.ok(payment));
      assertThat(refused.refund()).as(payment.toString()).isEmpty();
    }
    assertThat(iamport.arrived("POST")).isZero();
  }
}
