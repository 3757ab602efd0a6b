package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What balance and currency keep from being sent, and when a deposit is back. */
class TossCancelGuardsTest {
  private static final String GET = "GET /v1/payments/pay_key_1";
  private static final String POST = "POST /v1/payments/pay_key_1/cancel";
  private static final MockResponse UNTOUCHED = TossServer.ok(Pay.done());

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

  private static CancelRequest.Builder full() {
    return CancelRequest.full(PAYMENT_KEY, "returned");
  }

  private Cancellation cancel(CancelRequest request, MockResponse... answers) {
    toss.serve(answers);
    return gateway.cancel(request);
  }

  private GatewayException refused(CancelRequest request, MockResponse... answers) {
    return catchThrowableOfType(GatewayException.class, () -> cancel(request, answers));
  }

  /** What arrived since the last asking: each request's line, and each body. */
  private List<String> arrived() {
    List<String> lines = new ArrayList<>();
    for (RecordedRequest request : toss.arrived()) {
      lines.add(TossServer.line(request));
      if (request.getMethod().equals("POST")) {
        lines.add(TossServer.body(request));
      }
    }
    return lines;
  }

  // --- the expected balance

  @Test
  void expectedBalanceOfZeroOnAPaidPayment_sendsNothing() {
    GatewayException refusal = refused(full().expectedBalance(Money.krw(0)).build(), UNTOUCHED);

    assertThat(refusal).hasMessageContaining("15000 KRW can still be cancelled");
    assertThat(arrived()).containsExactly(GET);
  }

  @Test
  void expectedBalanceOfZeroOnAPaidPayment_callersKey_isSentWithTheZero_andTossRefuses() {
    GatewayException refusal =
        refused(
            full().expectedBalance(Money.krw(0)).idempotencyKey("cancel-key-1").build(),
            UNTOUCHED,
            TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT"),
            UNTOUCHED);

    assertThat(refusal.gatewayCode()).hasValue("NOT_MATCHES_REFUNDABLE_AMOUNT");
    assertThat(arrived())
        .containsExactly(GET, POST, "{\"cancelReason\":\"returned\",\"refundableAmount\":0}", GET);
  }

  /** Without an account Toss can't refund the deposit: it cancels only what nobody has paid. */
  @Test
  void depositBetweenLookAndCancel_noAccountWasSent_isRefused() {
    CancelRequest request =
        full()
            .expectedBalance(Money.krw(0))
            .refundAccount(RefundAccount.of("88", "1100000000000", "김토스"))
            .build();

    GatewayException refusal =
        refused(
            request,
            TossServer.ok(Pay.waiting()),
            TossServer.error(400, "INVALID_REFUND_ACCOUNT_NUMBER"),
            UNTOUCHED);

    assertThat(refusal.gatewayCode()).hasValue("INVALID_REFUND_ACCOUNT_NUMBER");
    assertThat(arrived()).containsExactly(GET, POST, "{\"cancelReason\":\"returned\"}", GET);
  }

  // --- currencies

  private static MockResponse dollars() {
    return TossServer.ok(
        Pay.done()
            .with("currency", "\"USD\"")
            .with("totalAmount", "100.50")
            .with("balanceAmount", "100.50"));
  }

  @Test
  void wonOfADollarPayment_sendsNothing() {
    CancelRequest won = CancelRequest.partial(PAYMENT_KEY, Money.krw(50), "returned").build();

    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> cancel(won, dollars())))
        .hasMessageContaining("the payment is in USD, the cancel in KRW");
    assertThat(arrived()).containsExactly(GET);
  }

  @ParameterizedTest
  @ValueSource(longs = {50, 0})
  void expectedBalanceInWonOfADollarPayment_sendsNothing(long balance) {
    CancelRequest won =
        full().expectedBalance(Money.krw(balance)).idempotencyKey("cancel-key-1").build();

    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> cancel(won, dollars())))
        .hasMessageContaining("the payment is in USD, the cancel in KRW");
    assertThat(arrived()).containsExactly(GET);
  }

  // --- deposits on their way back

  private static MockResponse back(String refundStatus) {
    return TossServer.ok(
        Pay.cancelled(15_000, "DONE", "returned")
            .with("method", "\"가상계좌\"")
            .with(
                "virtualAccount",
                "{\"accountNumber\":\"79\",\"bankCode\":\"11\",\"refundStatus\":\""
                    + refundStatus
                    + "\"}"));
  }

  private static CancelRequest deposit() {
    return full().refundAccount(RefundAccount.of("88", "1100000000000", "김토스")).build();
  }

  private static final String TO_THE_ACCOUNT =
      "{\"cancelReason\":\"returned\",\"refundableAmount\":15000,\"refundReceiveAccount\":"
          + "{\"bank\":\"88\",\"accountNumber\":\"1100000000000\",\"holderName\":\"김토스\"}}";

  @Test
  void depositOnItsWayBack_isPending_untilItHasArrived() {
    CancelRequest request = deposit();

    assertThat(cancel(request, UNTOUCHED, back("PENDING"))).isInstanceOf(Pending.class);
    assertThat(cancel(request, back("PENDING"))).isInstanceOf(Pending.class);
    assertThat(cancel(request, back("COMPLETED"))).isInstanceOf(AlreadyCancelled.class);
    assertThat(arrived()).containsExactly(GET, POST, TO_THE_ACCOUNT, GET, GET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "PARTIAL_FAILED"})
  void depositThatBounced_wasTakenAndGivenUp_atOnceOrLater(String failed) {
    CancelRequest later = deposit();
    cancel(later, UNTOUCHED, back("PENDING"));
    assertThat(refused(later, back(failed))).hasMessageContaining("given up");
    assertThat(arrived()).containsExactly(GET, POST, TO_THE_ACCOUNT, GET);

    CancelRequest atOnce = deposit();
    assertThat(refused(atOnce, UNTOUCHED, back(failed))).hasMessageContaining("given up");
    assertThat(arrived()).containsExactly(GET, POST, TO_THE_ACCOUNT);
  }
}
