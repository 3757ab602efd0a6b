package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.iamport.model.IamportBalance;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.model.IamportPreparedPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every typed call: what goes over the wire, and what comes back. */
class IamportClientTest {
  private static final PaymentId PAYMENT = PaymentId.of(PaymentBody.IMP_UID);
  private static final OrderId ORDER = OrderId.of(PaymentBody.MERCHANT_UID);

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  // --- token and headers

  @Test
  void firstCall_fetchesTokenAsJson_andSendsItAsBearer() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    client.payment(PAYMENT);

    RecordedRequest token = iamport.tokenRequest(0);
    assertThat(token.getMethod()).isEqualTo("POST");
    assertThat(token.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(token.getHeaders().get("Authorization")).isNull();
    assertThat(FakeIamport.body(token))
        .isEqualTo("{\"imp_key\":\"canary-key-1\",\"imp_secret\":\"canary-secret-1\"}");
    assertThat(iamport.request(0).getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(iamport.request(0).getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(iamport.request(0).getHeaders().get("Tier")).isNull();
  }

  @Test
  void bareHeaderForm_sendsTokenAlone() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));
    try (IamportClient bare = iamport.client().tokenHeader(IamportTokenHeader.BARE).build()) {
      bare.payment(PAYMENT);

      assertThat(bare.getToken().scheme()).isEmpty();
    }
    assertThat(iamport.request(0).getHeaders().get("Authorization")).isEqualTo("token-1");
  }

  @Test
  void tier_isSentWithEveryRequest_alsoWithOtherOptions() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));
    CallOptions options = CallOptions.builder().header("X-Trace", "t-1").build();
    try (IamportClient agent = iamport.client().tier(IamportTier.of("X9Z")).build()) {
      agent.with(options).payment(PAYMENT);
    }
    assertThat(iamport.tokenRequest(0).getHeaders().get("Tier")).isEqualTo("X9Z");
    assertThat(iamport.request(0).getHeaders().get("Tier")).isEqualTo("X9Z");
    assertThat(iamport.request(0).getHeaders().get("X-Trace")).isEqualTo("t-1");
  }

  // --- one payment

  @Test
  void payment_getsItByImpUid() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    IamportPayment payment = client.payment(PAYMENT);

    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123");
    assertThat(payment.paymentId()).isEqualTo(PAYMENT);
    assertThat(payment.amount()).isEqualTo(Money.krw(15_000));
  }

  @Test
  void paymentOfTestChannel_isAskedForPerCall_orByTheClient() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));
    client.payment(PAYMENT, true);
    try (IamportClient accepting = iamport.client().acceptTestPayments(true).build()) {
      accepting.payment(PAYMENT);
      accepting.payment(PAYMENT, false);
    }
    assertThat(iamport.arrived())
        .containsExactly(
            "GET /payments/imp_123?include_sandbox=true",
            "GET /payments/imp_123?include_sandbox=true",
            "GET /payments/imp_123");
  }

  @Test
  void paymentWithExtension_asksForIt() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid().with("extension", "{\"REMITTER\":\"Hong\"}")));

    assertThat(client.paymentWithExtension(PAYMENT).extension())
        .hasValue("{\"REMITTER\":\"Hong\"}");
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123?extension=true");
  }

  @Test
  void paymentIdWithOddCharacters_isOneEncodedSegment() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid().id("a b/c?d#e:%41한")));

    client.payment(PaymentId.of("a b/c?d#e:%41한"));

    assertThat(iamport.arrived()).containsExactly("GET /payments/a%20b%2Fc%3Fd%23e:%2541%ED%95%9C");
  }

  @Test
  void paymentNotFound_isGatewayExceptionWith404() {
    iamport.serve(FakeIamport.notFound());

    GatewayException refused =
        catchThrowableOfType(GatewayException.class, () -> client.payment(PAYMENT));

    assertThat(refused.httpStatus()).hasValue(404);
    assertThat(refused.gatewayCode()).contains("-1");
    assertThat(refused.gatewayMessage()).contains("존재하지 않는 결제정보입니다.");
    assertThat(refused.isRetryable()).isFalse();
    assertThat(refused.traceId()).isEmpty();
    assertThat(refused)
        .hasMessageStartingWith(
            "iamport GET payment was refused (HTTP 404, code -1); gatewayMessage() has its reason.")
        .hasMessageContaining("acceptTestPayments(true)");
    assertThatThrownBy(() -> client.payment(PAYMENT, true))
        .hasMessage(
            "iamport GET payment was refused (HTTP 404, code -1); gatewayMessage() has its reason.");
  }

  @Test
  void answerAboutAnotherPayment_isMalformed() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid().id("imp_other")));

    assertThatThrownBy(() -> client.payment(PAYMENT))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("imp_uid");
  }

  // --- several

  @Test
  void severalPayments_areAskedForByBothIds_andComeInAnyOrder() {
    iamport.serve(
        FakeIamport.json(
            207,
            "{\"code\":0,\"message\":null,\"response\":["
                + PaymentBody.paid().id("imp_9").order("b/1")
                + ","
                + PaymentBody.paid()
                + "]}"));

    List<IamportPayment> payments =
        client
            .payments()
            .find(List.of(PAYMENT, PaymentId.of("imp_gone")), List.of(OrderId.of("b/1")));

    assertThat(iamport.arrived())
        .containsExactly(
            "GET /payments?imp_uid%5B%5D=imp_123&imp_uid%5B%5D=imp_gone&merchant_uid%5B%5D=b%2F1");
    assertThat(payments).extracting(p -> p.paymentId().value()).containsExactly("imp_9", "imp_123");
  }

  @Test
  void severalPayments_noneFound_isEmptyList() {
    iamport.serve(FakeIamport.notFound());

    assertThat(client.payments().find(List.of(PAYMENT), List.of())).isEmpty();
  }

  @Test
  void severalPayments_withAStrangersAmongThem_isMalformed() {
    iamport.serve(FakeIamport.ok("[" + PaymentBody.paid().id("imp_x").order("x") + "]"));

    assertThatThrownBy(() -> client.payments().find(List.of(PAYMENT), List.of(ORDER)))
        .isInstanceOf(MalformedResponseException.class);
  }

  // --- by order

  @Test
  void find_allStatuses_leavesTheSegmentOff() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    assertThat(
            client.payments().find(ORDER, IamportStatusFilter.ALL, IamportSorting.NEWEST_STARTED))
        .isPresent();
    assertThat(
            client.payments().find(ORDER, IamportStatusFilter.PAID, IamportSorting.OLDEST_UPDATED))
        .isPresent();

    assertThat(iamport.arrived())
        .containsExactly(
            "GET /payments/find/order_9001?sorting=-started",
            "GET /payments/find/order_9001/paid?sorting=updated");
  }

  @Test
  void find_none_isEmpty_butABare404IsAnError() {
    iamport.serve(FakeIamport.notFound());
    assertThat(client.payments().find(ORDER, IamportStatusFilter.ALL, IamportSorting.NEWEST_PAID))
        .isEmpty();

    iamport.serve(FakeIamport.json(404, "<html>404 Not Found</html>"));
    MalformedResponseException bare =
        catchThrowableOfType(
            MalformedResponseException.class,
            () ->
                client.payments().find(ORDER, IamportStatusFilter.ALL, IamportSorting.NEWEST_PAID));
    assertThat(bare.httpStatus()).hasValue(404);
  }

  private List<IamportPayment> ofOrder(IamportStatusFilter status) {
    try (Stream<IamportPayment> all =
        client.payments().all(ORDER, status, IamportSorting.OLDEST_PAID)) {
      return all.toList();
    }
  }

  @Test
  void paymentsOfOrder_areReadPageByPage() {
    iamport.serve(
        FakeIamport.ok(
            "{\"total\":2,\"previous\":0,\"next\":2,\"list\":[" + PaymentBody.paid() + "]}"),
        FakeIamport.ok(
            "{\"total\":2,\"previous\":1,\"next\":null,\"list\":["
                + PaymentBody.paid().id("imp_2")
                + "]}"));

    assertThat(ofOrder(IamportStatusFilter.CANCELLED)).hasSize(2);

    assertThat(iamport.arrived())
        .containsExactly(
            "GET /payments/findAll/order_9001/cancelled?page=1&limit=100&sorting=paid",
            "GET /payments/findAll/order_9001/cancelled?page=2&limit=100&sorting=paid");
  }

  @Test
  void paymentsOfOrder_none_isEmpty_aBadRequestIsARefusal() {
    iamport.serve(FakeIamport.notFound());
    assertThat(ofOrder(IamportStatusFilter.ALL)).isEmpty();
    assertThat(iamport.arrived())
        .containsExactly("GET /payments/findAll/order_9001?page=1&limit=100&sorting=paid");

    iamport.serve(FakeIamport.refusal(400, -1, "bad parameter"));
    assertThatThrownBy(() -> ofOrder(IamportStatusFilter.ALL)).isInstanceOf(GatewayException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"next\":1,", "\"next\":-1,", "\"next\":2.5e9,", "\"next\":\"2\",", ""})
  void pageThatDoesNotLeadOn_orDoesNotSay_isMalformed(String next) {
    String list = next.isEmpty() ? PaymentBody.paid().toString() : "";
    iamport.serve(
        FakeIamport.ok("{\"total\":1,\"previous\":0," + next + "\"list\":[" + list + "]}"));

    assertThatThrownBy(() -> ofOrder(IamportStatusFilter.ALL))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.response.next");
  }

  // --- balance

  @Test
  void balance_isReadWithItsHistory() {
    String parts = "{\"tax_free\":0,\"supply\":909.5,\"vat\":91,\"service\":0}";
    iamport.serve(
        FakeIamport.ok(
            "{\"amount\":1000,\"cash_receipt\":null,\"primary\":"
                + parts
                + ",\"secondary\":"
                + parts
                + ",\"discount\":"
                + parts
                + ",\"histories\":[{\"primary\":"
                + parts
                + ",\"created\":1700000000}]}"));

    IamportBalance balance = client.payments().balance(PAYMENT);

    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123/balance");
    assertThat(balance.amount()).isEqualByComparingTo("1000");
    assertThat(balance.now().cashReceipt()).isEmpty();
    assertThat(balance.now().created()).isEmpty();
    IamportBalance.Parts primary = balance.now().primary().orElseThrow();
    assertThat(primary.supply()).isEqualByComparingTo("909.5");
    assertThat(primary.vat()).isEqualByComparingTo("91");
    assertThat(balance.histories()).hasSize(1);
    assertThat(balance.histories().get(0).created()).contains(Instant.ofEpochSecond(1_700_000_000));
  }

  // --- prepare

  @Test
  void prepare_postsAmountAndCurrency_changeIsAPut_lookupAGet() {
    iamport.serve(
        FakeIamport.ok("{\"merchant_uid\":\"order_9001\",\"amount\":544.68}"),
        FakeIamport.ok("{\"merchant_uid\":\"order_9001\",\"amount\":600,\"currency\":\"USD\"}"),
        FakeIamport.ok("{\"merchant_uid\":\"order_9001\",\"amount\":600.00}"));

    IamportPreparedPayment prepared = client.payments().prepare(ORDER, Money.of("544.680", "USD"));
    IamportPreparedPayment changed =
        client.payments().changePrepared(ORDER, Money.of("600", "USD"));
    IamportPreparedPayment found = client.payments().prepared(ORDER).orElseThrow();

    assertThat(iamport.arrived())
        .containsExactly(
            "POST /payments/prepare", "PUT /payments/prepare", "GET /payments/prepare/order_9001");
    assertThat(FakeIamport.body(iamport.request(0)))
        .isEqualTo("{\"merchant_uid\":\"order_9001\",\"amount\":544.68,\"currency\":\"USD\"}");
    assertThat(FakeIamport.body(iamport.request(1)))
        .isEqualTo("{\"merchant_uid\":\"order_9001\",\"amount\":600,\"currency\":\"USD\"}");
    assertThat(prepared.currency()).isEmpty();
    assertThat(changed.currency()).contains("USD");
    assertThat(found.amount()).isEqualByComparingTo("600");
  }

  @Test
  void prepared_none_inEitherDocumentedForm_isEmpty() {
    iamport.serve(FakeIamport.refusal(404, -1, "없음"));
    assertThat(client.payments().prepared(ORDER)).isEmpty();
    iamport.serve(FakeIamport.refusal(200, 1, "등록된 정보가 없습니다."));
    assertThat(client.payments().prepared(ORDER)).isEmpty();
    iamport.serve(FakeIamport.refusal(500, -1, "error"));
    assertThatThrownBy(() -> client.payments().prepared(ORDER))
        .isInstanceOf(GatewayException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"merchant_uid\":\"another\",\"amount\":15000}",
        "{\"merchant_uid\":\"order_9001\",\"amount\":14999}",
        "{\"merchant_uid\":\"order_9001\",\"amount\":15000,\"currency\":\"USD\"}",
        "{\"merchant_uid\":\"order_9001\",\"amount\":\"15000\"}"
      })
  void prepareAnsweredWithSomethingElse_isMalformed(String response) {
    iamport.serve(FakeIamport.ok(response));

    assertThatThrownBy(() -> client.payments().prepare(ORDER, Money.krw(15_000)))
        .isInstanceOf(MalformedResponseException.class);
  }

  // --- cancel

  @Test
  void cancel_sendsEveryDocumentedField() {
    iamport.serve(FakeIamport.ok(PaymentBody.cancelled(3000)));

    IamportPayment payment = client.cancel(everyField());

    assertThat(iamport.arrived()).containsExactly("POST /payments/cancel");
    assertThat(FakeIamport.body(iamport.request(0)))
        .isEqualTo(
            "{\"imp_uid\":\"imp_123\",\"amount\":3000,\"checksum\":15000,\"tax_free\":100,"
                + "\"vat_amount\":200,\"reason\":\"결제 취소 사유\",\"retain_promotion\":true,"
                + "\"enable_webhook\":true,\"extra\":{\"requester\":\"customer\"},"
                + "\"refund_bank\":\"BK04\",\"refund_account\":\"1-2\","
                + "\"refund_holder\":\"홍길동\",\"refund_tel\":\"01000000000\"}");
    assertThat(payment.cancelHistory()).hasSize(1);
    assertThat(payment.cancelAmount()).isEqualTo(Money.krw(3000));
  }

  static IamportCancelRequest everyField() {
    return IamportCancelRequest.partial(PAYMENT, Money.krw(3000))
        .checksum(Money.krw(15_000))
        .taxFree(Money.krw(100))
        .vat(Money.krw(200))
        .reason("결제 취소 사유")
        .refundAccount(RefundAccount.of("BK04", "1-2", "홍길동").withPhone("01000000000"))
        .retainPromotion(true)
        .enableWebhook(true)
        .requester(IamportCancelRequest.Requester.CUSTOMER)
        .build();
  }

  @Test
  void anotherRefundAccount_takesThePlaceOfTheWholeFirst() {
    iamport.serve(FakeIamport.ok(PaymentBody.cancelled(15_000)));

    client.cancel(
        IamportCancelRequest.full(ORDER)
            .refundAccount(RefundAccount.of("BK04", "1-2", "홍길동").withPhone("01000000000"))
            .refundAccount(RefundAccount.of("BK20", "3-4", "김철수"))
            .build());

    assertThat(FakeIamport.body(iamport.request(0)))
        .isEqualTo(
            "{\"merchant_uid\":\"order_9001\",\"refund_bank\":\"BK20\","
                + "\"refund_account\":\"3-4\",\"refund_holder\":\"김철수\"}");
  }

  @Test
  void fullCancelByOrder_sendsNoAmount() {
    iamport.serve(FakeIamport.ok(PaymentBody.cancelled(15_000)));

    client.cancel(IamportCancelRequest.full(ORDER).build());

    assertThat(FakeIamport.body(iamport.request(0))).isEqualTo("{\"merchant_uid\":\"order_9001\"}");
  }

  @Test
  void partialCancelInDollars_isAPlainDecimal() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.paid().with("amount", "1E3").with("currency", "\"USD\"")));

    client.cancel(IamportCancelRequest.partial(PAYMENT, Money.of("0.10", "USD")).build());

    assertThat(FakeIamport.body(iamport.request(0)))
        .isEqualTo("{\"imp_uid\":\"imp_123\",\"amount\":0.1}");
  }

  @Test
  void cancelWithLostAnswer_isUnknown_withTheLookup() {
    iamport.serve(FakeIamport.CUT_AFTER_READ);

    OutcomeUnknownException byId =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> client.cancel(IamportCancelRequest.full(PAYMENT).build()));
    OutcomeUnknownException byOrder =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> client.cancel(IamportCancelRequest.full(ORDER).build()));

    assertThat(byId.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT));
    assertThat(byOrder.lookup()).isEqualTo(PaymentLookup.byOrderId(ORDER));
    assertThat(iamport.arrived("POST")).isEqualTo(2);
  }

  @Test
  void cancelAnsweredWithAnotherPayment_isUnknown() {
    iamport.serve(FakeIamport.ok(PaymentBody.cancelled(15_000).id("imp_other")));

    assertThatThrownBy(() -> client.cancel(IamportCancelRequest.full(PAYMENT).build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  // --- virtual account

  @Test
  void revoke_isADelete_withTheKeyInTheQueryIfGiven() {
    iamport.serve(FakeIamport.ok(PaymentBody.waiting().with("status", "\"cancelled\"")));

    client.virtualAccounts().revoke(PAYMENT);
    client.virtualAccounts().revoke(PAYMENT, "k=1&");

    assertThat(iamport.arrived())
        .containsExactly("DELETE /vbanks/imp_123", "DELETE /vbanks/imp_123?pg_api_key=k%3D1%26");
  }

  @Test
  void revokeWithLostAnswer_isSentOnce_andTheKeyIsNotInTheMessage() {
    iamport.serve(FakeIamport.CUT_AFTER_READ);

    OutcomeUnknownException unknown =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> client.virtualAccounts().revoke(PAYMENT, "canary-pg-key"));

    assertThat(iamport.arrived()).hasSize(1);
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT));
    assertThat(unknown.toString()).doesNotContain("canary");
  }

  // --- the open door

  @Test
  void openDoor_getIsRepeated_andGivesTheResponsePart() {
    iamport.serve(
        FakeIamport.json(503, ""),
        FakeIamport.ok("[{\"a\":1.50,\"b\":\"\\u314e\",\"c\":null,\"d\":[true]}]"));

    String response = client.request("GET", "/subscribe/customers?customer_uid[]=a%20b", null);

    assertThat(iamport.arrived())
        .containsExactly(
            "GET /subscribe/customers?customer_uid[]=a%20b",
            "GET /subscribe/customers?customer_uid[]=a%20b");
    assertThat(response).isEqualTo("[{\"a\":1.50,\"b\":\"ㅎ\",\"c\":null,\"d\":[true]}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void openDoor_anythingElseIsSentOnce(String method) {
    iamport.serve(FakeIamport.json(503, ""));

    OutcomeUnknownException unknown =
        catchThrowableOfType(
            OutcomeUnknownException.class,
            () -> client.request(method, "/subscribe/payments/again", "{\"amount\": 1.0}"));

    assertThat(unknown.lookup()).isNull();
    assertThat(iamport.arrived()).hasSize(1);
    assertThat(FakeIamport.body(iamport.request(0))).isEqualTo("{\"amount\": 1.0}");
  }

  @Test
  void openDoor_knowsTheEnvelope() {
    iamport.serve(FakeIamport.ok("null"));
    assertThat(client.request("DELETE", "/subscribe/customers/abc", null)).isEqualTo("null");

    iamport.serve(FakeIamport.refusal(200, 1, "등록되지 않은 구매자입니다."));
    assertThatThrownBy(() -> client.request("POST", "/subscribe/payments/again", "{}"))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> assertThat(e.gatewayMessage()).hasValue("등록되지 않은 구매자입니다."));
  }
}
