package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindTest {
  private static final PaymentLookup BY_ID = PaymentLookup.byPaymentId(PaymentId.of("imp_123"));
  private static final PaymentLookup BY_ORDER = PaymentLookup.byOrderId(OrderId.of("order_9001"));

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private static MockResponse page(int next, PaymentBody... payments) {
    return FakeIamport.ok(
        "{\"total\":9,\"previous\":0,\"next\":"
            + next
            + ",\"list\":["
            + Arrays.stream(payments).map(PaymentBody::toString).collect(Collectors.joining(","))
            + "]}");
  }

  private Optional<String> found(PaymentLookup lookup) {
    return gateway.find(lookup).map(Payment::paymentId).map(PaymentId::value);
  }

  // --- by payment id

  @Test
  void byPaymentId_oneGet() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    assertThat(found(BY_ID)).contains("imp_123");
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123");
  }

  @Test
  void byPaymentId_withTestPaymentsAccepted_asksForThem() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid().with("sandbox", "true")));
    try (IamportGateway accepting = iamport.gateway().acceptTestPayments(true).build()) {
      assertThat(accepting.find(BY_ID).orElseThrow().test()).isTrue();
    }
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123?include_sandbox=true");
  }

  @Test
  void notFound_inBothFormsIamportHas_isEmpty() {
    iamport.serve(FakeIamport.notFound());
    assertThat(found(BY_ID)).isEmpty();
    iamport.serve(FakeIamport.refusal(200, 1, "존재하지 않는 결제정보입니다."));
    assertThat(found(BY_ID)).isEmpty();
  }

  @Test
  void notFoundByAnyoneElse_isAnException() {
    iamport.serve(FakeIamport.json(404, ""));
    assertThat(
            catchThrowableOfType(MalformedResponseException.class, () -> found(BY_ID)).httpStatus())
        .hasValue(404);
    iamport.serve(FakeIamport.refusal(200, 1, "안 됩니다."));
    assertThatThrownBy(() -> found(BY_ID)).isInstanceOf(GatewayException.class);
    iamport.serve(FakeIamport.refusal(400, -1, "존재하지 않는"));
    assertThatThrownBy(() -> found(BY_ID)).isInstanceOf(GatewayException.class);
  }

  @Test
  void tokenRefusedAsNotExisting_isNoPaymentNotFound() {
    iamport.serveTokens(FakeIamport.refusal(404, -1, "존재하지 않는 회원입니다."));

    assertThatThrownBy(() -> found(BY_ID)).isInstanceOf(GatewayException.class);
    assertThatThrownBy(() -> found(BY_ORDER)).isInstanceOf(GatewayException.class);
    assertThat(iamport.arrived()).isEmpty();
  }

  @Test
  void answerAboutAnotherPayment_isMalformed() {
    iamport.serve(FakeIamport.ok(PaymentBody.paid().id("imp_124")));

    MalformedResponseException malformed =
        catchThrowableOfType(MalformedResponseException.class, () -> found(BY_ID));

    assertThat(malformed.httpStatus()).hasValue(200);
  }

  // --- by order id

  @Test
  void byOrder_walksAllPages_andPrefersWhatHoldsMoney() {
    iamport.serve(
        page(2, PaymentBody.failed().id("imp_failed").with("started_at", "1700000900")),
        page(3, PaymentBody.waiting().id("imp_waiting"), PaymentBody.paid().id("imp_paid")),
        page(0, PaymentBody.cancelled(15_000).id("imp_cancelled")));

    assertThat(found(BY_ORDER)).contains("imp_paid");
    assertThat(iamport.arrived())
        .containsExactly(
            "GET /payments/findAll/order_9001?page=1&limit=100&sorting=-started",
            "GET /payments/findAll/order_9001?page=2&limit=100&sorting=-started",
            "GET /payments/findAll/order_9001?page=3&limit=100&sorting=-started");
  }

  @Test
  void byOrder_pagesWithoutEnd_areGivenUp() {
    iamport.serve(
        IntStream.rangeClosed(2, 150)
            .mapToObj(next -> page(next, PaymentBody.paid()))
            .toArray(MockResponse[]::new));

    assertThatThrownBy(() -> found(BY_ORDER))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("order_9001", "100 pages");
    assertThat(iamport.arrived()).hasSize(100);
  }

  @Test
  void byOrder_thenAwaitingDeposit_thenCancelled_thenNewest() {
    PaymentBody waiting = PaymentBody.waiting().id("imp_waiting");
    PaymentBody cancelled = PaymentBody.cancelled(15_000).id("imp_cancelled");
    PaymentBody old = PaymentBody.failed().id("imp_old");
    PaymentBody recent = PaymentBody.ready().id("imp_new").with("started_at", "1700000001");

    iamport.serve(page(0, old, recent, cancelled, waiting));
    assertThat(found(BY_ORDER)).contains("imp_waiting");
    iamport.serve(page(0, old, recent, cancelled));
    assertThat(found(BY_ORDER)).contains("imp_cancelled");
    iamport.serve(page(0, old, recent));
    assertThat(found(BY_ORDER)).contains("imp_new");
    iamport.serve(page(0, recent, old));
    assertThat(found(BY_ORDER)).contains("imp_new");
  }

  @Test
  void byOrder_partlyCancelledStillHoldsMoney() {
    iamport.serve(
        page(0, PaymentBody.waiting().id("imp_w"), PaymentBody.cancelled(5000).id("imp_part")));

    assertThat(found(BY_ORDER)).contains("imp_part");
  }

  @Test
  void byOrder_paidBeforeOneThatContradictsItself_andThatBeforeOneThatWaits() {
    PaymentBody odd =
        PaymentBody.paid()
            .id("imp_odd")
            .with("cancelled_at", "1700000600")
            .with("started_at", "1700000500");

    iamport.serve(page(0, odd, PaymentBody.paid().id("imp_paid"), PaymentBody.waiting()));
    assertThat(found(BY_ORDER)).contains("imp_paid");

    iamport.serve(page(0, PaymentBody.waiting().id("imp_waiting"), odd));
    assertThat(found(BY_ORDER)).contains("imp_odd");
  }

  @Test
  void byOrder_twoThatHoldMoney_areWarnedOf() {
    iamport.serve(
        page(
            0,
            PaymentBody.paid().id("imp_first"),
            PaymentBody.paid().id("imp_second").with("started_at", "1700000500")));
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      assertThat(found(BY_ORDER)).contains("imp_second");
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("WARN", "order_9001", "imp_first", "imp_second");
  }

  @Test
  void byOrder_none_isEmpty() {
    iamport.serve(FakeIamport.notFound());

    assertThat(found(BY_ORDER)).isEmpty();
    assertThat(iamport.arrived()).hasSize(1);
  }

  @Test
  void byOrder_lastPageGoneMeanwhile_isTheEnd() {
    iamport.serve(page(2, PaymentBody.paid()), FakeIamport.refusal(400, -1, "page"));

    assertThat(found(BY_ORDER)).contains("imp_123");
  }

  @Test
  void byOrder_nextThatDoesNotAdvance_endsAsMalformed() {
    iamport.serve(page(2, PaymentBody.paid()), page(2, PaymentBody.paid()));

    assertThatThrownBy(() -> found(BY_ORDER)).isInstanceOf(MalformedResponseException.class);
    assertThat(iamport.arrived()).hasSize(2);
  }

  @Test
  void byOrder_answerWithAnotherOrder_isMalformed() {
    iamport.serve(page(0, PaymentBody.paid(), PaymentBody.paid().order("order_9002")));

    assertThatThrownBy(() -> found(BY_ORDER))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("merchant_uid");
  }

  @Test
  void byOrderWithASlash_goesThroughTheList() {
    iamport.serve(FakeIamport.ok("[" + PaymentBody.paid().order("a/b c") + "]"));

    assertThat(found(PaymentLookup.byOrderId(OrderId.of("a/b c")))).contains("imp_123");
    assertThat(iamport.arrived()).containsExactly("GET /payments?merchant_uid%5B%5D=a%2Fb%20c");
  }

  @Test
  void byOrderInKorean_isPercentEncoded() {
    iamport.serve(page(0, PaymentBody.paid().order("주문 1:@")));

    assertThat(found(PaymentLookup.byOrderId(OrderId.of("주문 1:@")))).contains("imp_123");
    assertThat(iamport.arrived().get(0))
        .startsWith("GET /payments/findAll/%EC%A3%BC%EB%AC%B8%201:@?");
  }
}
