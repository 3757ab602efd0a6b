package kr.pgsdk.portone;

import static kr.pgsdk.portone.PortOneServer.AMOUNT;
import static kr.pgsdk.portone.PortOneServer.CUT_AFTER_READ;
import static kr.pgsdk.portone.PortOneServer.ORDER_ID;
import static kr.pgsdk.portone.PortOneServer.TRANSACTION_ID;
import static kr.pgsdk.portone.PortOneServer.byTheCompany;
import static kr.pgsdk.portone.PortOneServer.cancelled;
import static kr.pgsdk.portone.PortOneServer.error;
import static kr.pgsdk.portone.PortOneServer.found;
import static kr.pgsdk.portone.PortOneServer.json;
import static kr.pgsdk.portone.PortOneServer.key;
import static kr.pgsdk.portone.PortOneServer.notFound;
import static kr.pgsdk.portone.PortOneServer.ok;
import static kr.pgsdk.portone.PortOneServer.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.portone.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A confirm on the wire: what is sent, how often, and what is made of the answers. */
class PortOneConfirmTest {
  private static final String TOKEN = "token-0123456789abcdef";
  private static final String GET = "GET /payments/order9001";
  private static final String SEARCH = "GET /payments";
  private static final String POST = "POST /payments/order9001/confirm";
  private static final MockResponse CAPTURED =
      json(200, "{\"pgTxId\":\"pg-1\",\"paidAt\":\"2026-08-01T01:00:01Z\"}")
          .newBuilder()
          .addHeader("Date", "Sat, 01 Aug 2026 01:00:01 GMT")
          .build();

  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private static ConfirmRequest.Builder request() {
    return ConfirmRequest.builder(TRANSACTION_ID, ORDER_ID, AMOUNT);
  }

  private static ConfirmRequest manual() {
    return request().paymentToken(TOKEN).build();
  }

  @Test
  void amountThatIsNoWholeNumberOfMinorUnits_isRefused_andNothingCountsAsSent() {
    portone.serve(ok(Pay.ready()));
    PortOneGateway gateway = portone.gateway();
    ConfirmRequest unsendable =
        ConfirmRequest.builder(TRANSACTION_ID, ORDER_ID, Money.of("150.5", "JPY"))
            .paymentToken(TOKEN)
            .build();

    assertThatThrownBy(() -> gateway.confirm(unsendable))
        .isInstanceOf(IllegalArgumentException.class);
    NotConfirmed looked = (NotConfirmed) gateway.confirm(request().withoutCapture().build());
    assertThat(looked.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(portone.lines()).containsExactly(GET);
  }

  private Capture captured(ConfirmRequest request) {
    Confirmation confirmation = portone.gateway().confirm(request);
    assertThat(confirmation).isInstanceOf(Confirmed.class);
    return ((Confirmed) confirmation).capture();
  }

  private NotConfirmed refused(ConfirmRequest request) {
    Confirmation confirmation = portone.gateway().confirm(request);
    assertThat(confirmation).isInstanceOf(NotConfirmed.class);
    return (NotConfirmed) confirmation;
  }

  // --- the checkout has captured

  @Test
  void withoutAToken_isLookedUpByTheOrder_andCompared() {
    portone.serve(ok(Pay.paid()));

    assertThat(captured(request().build())).isEqualTo(Capture.ALREADY_CAPTURED);
    assertThat(portone.lines()).containsExactly(GET);
  }

  @Test
  void anotherAmount_isAMismatch_thatNamesPortOnesField() {
    portone.serve(ok(Pay.paid().amount("total", 100)));

    NotConfirmed refused = refused(request().build());

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
    assertThat(refused.mismatches()).extracting(m -> m.field()).containsExactly(Field.AMOUNT);
    assertThat(refused.mismatches().get(0).toString()).contains("totalAmount");
  }

  @Test
  void onMismatchCancel_refundsWithTheLock() {
    Pay cheap = Pay.paid().amount("total", 100);
    Pay refunded =
        Pay.paid()
            .with("status", "\"CANCELLED\"")
            .amount("total", 100)
            .amount("cancelled", 100)
            .with("cancellations", "[" + row("SUCCEEDED", "c1", 100, "r") + "]");
    portone.serve(ok(cheap), ok(cheap), cancelled("SUCCEEDED", "c1", 100), ok(refunded));

    NotConfirmed refused = refused(request().onMismatch(OnMismatch.CANCEL).build());

    assertThat(refused.refund()).contains(NotConfirmed.Refund.DONE);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    RecordedRequest cancel = portone.arrived().get(2);
    assertThat(PortOneServer.line(cancel)).isEqualTo("POST /payments/order9001/cancel");
    assertThat(PortOneServer.body(cancel)).contains("\"currentCancellableAmount\":100");
  }

  @Test
  void orderWithAnotherTransaction_isSearchedFor_andTheStrangersPaymentRefused() {
    portone.serve(
        ok(Pay.paid().with("transactionId", "\"tx-of-the-order\"")),
        found(Pay.paid().with("id", "\"anothers\"")));

    NotConfirmed refused = refused(request().build());

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.mismatches()).extracting(m -> m.field()).containsExactly(Field.ORDER_ID);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(portone.lines()).containsExactly(GET, SEARCH);
  }

  @Test
  void orderWithAnotherTransaction_thatIsNowhere_isNotFound() {
    portone.serve(ok(Pay.paid().with("transactionId", "\"tx-of-the-order\"")), found());

    NotConfirmed refused = refused(request().build());

    assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void searchThatFindsPartsOfIds_isComparedExactly() {
    portone.serve(
        notFound(), found(Pay.paid().with("transactionId", "\"" + TRANSACTION_ID + "0\"")));

    NotConfirmed refused = refused(request().build());

    assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(refused.refusal().orElseThrow().code()).contains("PAYMENT_NOT_FOUND");
  }

  @Test
  void testChannel_isATestPayment_unlessAccepted() {
    portone.serve(ok(Pay.paid().test()), ok(Pay.paid().test()));

    assertThat(refused(request().build()).reason()).isEqualTo(Reason.TEST_PAYMENT);
    assertThat(portone.gatewayBuilder().acceptTestPayments(true).build().confirm(request().build()))
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void discountOfAPromotion_leavesThePriceAsItIs_andIsNamed() {
    portone.serve(
        ok(
            Pay.paid()
                .amount("discount", 3_000)
                .amount("paid", 12_000)
                .with("promotionId", "\"promo-1\"")));

    Confirmation confirmed = portone.gateway().confirm(request().build());

    assertThat(confirmed).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed) confirmed).payment().promotion().orElseThrow().discount())
        .isEqualTo(Money.krw(3_000));
  }

  // --- manual confirmation

  @Test
  void withAToken_captures_withAllChecks_thenLooks() {
    portone.serve(CAPTURED, ok(Pay.paid()));

    assertThat(captured(manual())).isEqualTo(Capture.BY_THIS_CALL);

    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(POST, GET);
    assertThat(PortOneServer.body(requests.get(0)))
        .isEqualTo(
            ("{'paymentToken':'token-0123456789abcdef','currency':'KRW','totalAmount':15000,"
                    + "'txId':'0190a0b0-0001-7000-8000-000000000001','isTest':false}")
                .replace('\'', '"'));
    assertThat(key(requests.get(0))).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void answerThatDoesNotProveItsAge_countsAsCapturedBefore() {
    portone.serve(json(200, "{\"pgTxId\":\"pg-1\"}"), ok(Pay.paid()));

    assertThat(captured(manual())).isEqualTo(Capture.ALREADY_CAPTURED);
  }

  @Test
  void storeAndAcceptedTests_areInTheBody() {
    portone.serve(CAPTURED, ok(Pay.paid()));

    Confirmation unused =
        portone
            .gatewayBuilder()
            .storeId("store-7")
            .acceptTestPayments(true)
            .build()
            .confirm(manual());

    assertThat(PortOneServer.body(portone.arrived().get(0)))
        .contains("\"storeId\":\"store-7\"")
        .doesNotContain("isTest");
  }

  @Test
  void keyOfAConfirm_neverChanges_andIsAnotherOneForAnotherToken() {
    assertThat(PortOneConfirm.key(manual(), TOKEN))
        .isEqualTo("5d591351431785c60f810ca6197e7862ac42ffa4c344a4d00bfe73f21a5ca3b2");
    assertThat(PortOneConfirm.key(manual(), TOKEN + "0"))
        .isNotEqualTo(PortOneConfirm.key(manual(), TOKEN));
  }

  @Test
  void minorUnits_areSentExactly() {
    portone.serve(CAPTURED, ok(Pay.paid().with("currency", "\"USD\"").amount("total", 1_999)));

    assertThat(
            captured(
                ConfirmRequest.builder(TRANSACTION_ID, ORDER_ID, Money.of("19.99", "USD"))
                    .paymentToken(TOKEN)
                    .build()))
        .isEqualTo(Capture.BY_THIS_CALL);
    assertThat(PortOneServer.body(portone.arrived().get(0)))
        .contains("\"currency\":\"USD\",\"totalAmount\":1999,");
  }

  @Test
  void virtualAccount_awaitsItsDeposit() {
    portone.serve(CAPTURED, ok(Pay.awaiting()));

    assertThat(portone.gateway().confirm(manual()))
        .isInstanceOfSatisfying(
            AwaitingDeposit.class,
            a ->
                assertThat(a.payment().virtualAccount().orElseThrow().number())
                    .isEqualTo("123456789"));
  }

  @Test
  void refusedByTheCompany_isSentOnce_andLookedUp() {
    portone.serve(
        byTheCompany(),
        ok(Pay.of("FAILED").with("failure", "{\"pgCode\":\"8888\",\"pgMessage\":\"한도초과\"}")));

    NotConfirmed refused = refused(manual());

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.refusal().orElseThrow().code()).contains("PG_PROVIDER");
    assertThat(refused.refusal().orElseThrow().message()).contains("실패 8888 한도초과");
    assertThat(portone.lines()).containsExactly(POST, GET);
  }

  @Test
  void refusedByTheCompany_andReadyStill_leavesOpenWhetherMoneyIsHeld() {
    portone.serve(byTheCompany(), ok(Pay.ready()));

    assertThat(refused(manual()).moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void proxys502_isRepeatedUnderTheSameKey() {
    portone.serve(json(502, "<html>bad gateway</html>"), CAPTURED, ok(Pay.paid()));

    assertThat(captured(manual())).isEqualTo(Capture.BY_THIS_CALL);
    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(POST, POST, GET);
    assertThat(key(requests.get(1))).isEqualTo(key(requests.get(0)));
  }

  @Test
  void stillRunning_isWaitedFor_andRepeatedUnderTheSameKey() {
    portone.serve(error(409, "IDEMPOTENCY_OUTSTANDING_REQUEST"), CAPTURED, ok(Pay.paid()));

    assertThat(captured(manual())).isEqualTo(Capture.BY_THIS_CALL);
    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(POST, POST, GET);
    assertThat(key(requests.get(1))).isEqualTo(key(requests.get(0)));
    assertThat(portone.pauses).hasSize(1);
    assertThat(portone.pauses.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void lostAnswer_isRepeated_andPaidAlready_isJudgedByTheLookup() {
    portone.serve(CUT_AFTER_READ, error(409, "ALREADY_PAID"), ok(Pay.paid()));

    assertThat(captured(manual())).isEqualTo(Capture.ALREADY_CAPTURED);
    assertThat(portone.lines()).containsExactly(POST, POST, GET);
  }

  @Test
  void lostAnswer_andReadyStill_isInDoubt() {
    portone.serve(CUT_AFTER_READ, error(400, "INVALID_PAYMENT_TOKEN"), ok(Pay.ready()));

    assertThatThrownBy(() -> portone.gateway().confirm(manual()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> assertThat(e.gatewayCode()).contains("INVALID_PAYMENT_TOKEN"));
  }

  @Test
  void refusedToken_andReady_isRefused() {
    portone.serve(error(400, "INVALID_PAYMENT_TOKEN"), ok(Pay.ready()));

    NotConfirmed refused = refused(manual());

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(portone.lines()).containsExactly(POST, GET);
  }

  @Test
  void anotherAmountInTheBrowser_isAMismatch_andNothingIsCaptured() {
    portone.serve(error(409, "INFORMATION_MISMATCH"), ok(Pay.ready().amount("total", 100)));

    NotConfirmed refused = refused(manual());

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.mismatches()).extracting(m -> m.field()).contains(Field.AMOUNT);
    assertThat(portone.lines()).containsExactly(POST, GET);
  }

  @Test
  void testChannelInTheBrowser_isATestPayment_andNothingIsCaptured() {
    portone.serve(error(409, "INFORMATION_MISMATCH"), ok(Pay.of("READY").test()));

    assertThat(refused(manual()).reason()).isEqualTo(Reason.TEST_PAYMENT);
  }

  @Test
  void unknownType_isInDoubt() {
    MockResponse unknown = error(409, "SOMETHING_NEW");
    portone.serve(unknown, unknown, unknown, ok(Pay.ready()));

    assertThatThrownBy(() -> portone.gateway().confirm(manual()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(portone.lines()).containsExactly(POST, POST, POST, GET);
  }

  @Test
  void withoutCapture_sendsNoToken() {
    portone.serve(ok(Pay.ready()));

    assertThat(refused(request().paymentToken(TOKEN).withoutCapture().build()).reason())
        .isEqualTo(Reason.NOT_YET_PAID);
    assertThat(portone.lines()).containsExactly(GET);
  }

  @Test
  void noMessageShowsTheToken() {
    portone.serve(
        json(400, "{\"type\":\"INVALID_REQUEST\",\"message\":\"bad token " + TOKEN + "\"}"),
        ok(Pay.ready()));

    NotConfirmed refused = refused(manual());

    assertThat(refused.refusal().orElseThrow().message().orElseThrow()).doesNotContain(TOKEN);
    assertThat(manual().toString()).doesNotContain(TOKEN);
  }
}
