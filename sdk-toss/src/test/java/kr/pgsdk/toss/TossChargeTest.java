package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Toss's answers to a charge prove, and what they don't. */
class TossChargeTest {
  private static final String GET = "GET /v1/payments/orders/order_9001";
  private static final String POST = "POST /v1/billing/billing-key-1";
  private static final String REPLAY = "x-tosspayments-trace-id: new-1, old-1";
  private static final ChargeRequest REQUEST =
      ChargeRequest.builder(
              BillingKey.of("billing-key-1", "customer-1"), ORDER_ID, AMOUNT, "November")
          .build();

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

  private Confirmation charge() {
    return gateway.billing().charge(REQUEST);
  }

  private static Pay byKey(Pay payment) {
    return payment.with("type", "\"BILLING\"");
  }

  private static MockResponse paid(String... headers) {
    return TossServer.ok(byKey(Pay.done()), headers);
  }

  private static MockResponse aborted() {
    return TossServer.ok(byKey(Pay.of("ABORTED")));
  }

  private static void assertConfirmed(Confirmation confirmation, Capture capture) {
    assertThat(confirmation)
        .isInstanceOfSatisfying(Confirmed.class, c -> assertThat(c.capture()).isEqualTo(capture));
  }

  private static void assertRefused(Confirmation confirmation) {
    assertThat(confirmation)
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
              assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
            });
  }

  private void assertDoubt() {
    assertThatThrownBy(this::charge)
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            unknown -> assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byOrderId(ORDER_ID)));
  }

  private List<String> arrived() {
    return toss.arrived().stream().map(TossServer::line).toList();
  }

  @Test
  void nothingThere_isCharged() {
    toss.serve(TossServer.notFound(), paid());

    assertConfirmed(charge(), Capture.BY_THIS_CALL);
    assertThat(arrived()).containsExactly(GET, POST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABORTED", "EXPIRED", "IN_PROGRESS", "READY"})
  void replay_thatSaysCaptured_andALookupThatSaysOtherwise_isADoubt(String status) {
    toss.serve(TossServer.notFound(), paid(REPLAY), TossServer.ok(byKey(Pay.of(status))));

    assertDoubt();
    assertThat(arrived()).containsExactly(GET, POST, GET);
  }

  @Test
  void replay_thatSaysCaptured_isEndedByALookupThatShowsIt_alsoInALaterCall() {
    toss.serve(TossServer.notFound(), paid(REPLAY), aborted());
    assertDoubt();

    toss.serve(aborted(), paid(REPLAY), paid());
    assertConfirmed(charge(), Capture.ALREADY_CAPTURED);

    assertThat(arrived()).containsExactly(GET, POST, GET, GET, POST, GET);
  }

  @Test
  void replay_thatSaysFailed_andALookupThatSaysSoToo_isRefused() {
    toss.serve(TossServer.notFound(), TossServer.ok(byKey(Pay.of("ABORTED")), REPLAY), aborted());

    assertRefused(charge());
  }

  /** The refusals are definite without a doubt: one under the key, one in front of the record. */
  @ParameterizedTest
  @CsvSource({"400, INVALID_STOPPED_CARD", "400, INVALID_REQUEST"})
  void paidBefore_thenRefused_andALookupThatIsBehind_isADoubt(int status, String code) {
    toss.serve(TossServer.notFound(), paid());
    assertConfirmed(charge(), Capture.BY_THIS_CALL);

    toss.serve(TossServer.notFound(), TossServer.error(status, code), TossServer.notFound());
    assertDoubt();
    toss.serve(aborted(), TossServer.error(status, code), TossServer.json(404, "<html>"));
    assertDoubt();
    toss.serve(TossServer.notFound(), aborted(), TossServer.notFound());
    assertDoubt();

    toss.serve(paid());
    assertConfirmed(charge(), Capture.ALREADY_CAPTURED);
  }

  @ParameterizedTest
  @CsvSource({"400, INVALID_STOPPED_CARD", "400, INVALID_REQUEST"})
  void refused_andALookupThatShowsNothing_isRefused(int status, String code) {
    toss.serve(TossServer.notFound(), TossServer.error(status, code), TossServer.notFound());

    assertRefused(charge());
    assertThat(arrived()).containsExactly(GET, POST, GET);
  }
}
