package kr.pgsdk.portone;

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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.CancelRequester;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.portone.model.Pay;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cancel on the wire: what is sent, how often, and what is made of the answers. */
class PortOneCancelTest {
  private static final String GET = "GET /payments/order9001";
  private static final String SEARCH = "GET /payments";
  private static final String POST = "POST /payments/order9001/cancel";
  private static final String CLOSE = "POST /payments/order9001/virtual-account/close";

  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private static CancelRequest.Builder part(long won) {
    return CancelRequest.partial(TRANSACTION_ID, Money.krw(won), "one item returned")
        .orderId(ORDER_ID);
  }

  private static CancelRequest all() {
    return CancelRequest.full(TRANSACTION_ID, "returned").orderId(ORDER_ID).build();
  }

  private static Pay after(String status, long cancelled, String row) {
    return Pay.paid()
        .with("status", "\"" + status + "\"")
        .amount("cancelled", cancelled)
        .with("cancellations", "[" + row + "]");
  }

  private static Pay afterPart() {
    return after("PARTIAL_CANCELLED", 5_000, row("SUCCEEDED", "c1", 5_000, "r"));
  }

  private Cancellation cancel(CancelRequest request) {
    return portone.gateway().cancel(request);
  }

  @Test
  void part_isSentWithTheLockAndAQuotedKey_andLookedUp() {
    portone.serve(ok(Pay.paid()), cancelled("SUCCEEDED", "c1", 5_000), ok(afterPart()));
    CancelRequest request =
        part(5_000)
            .reference("refund-1")
            .requester(CancelRequester.CUSTOMER)
            .taxFree(Money.krw(1_000))
            .vat(Money.krw(363))
            .refundAccount(RefundAccount.of("SHINHAN", "110123456", "Kim").withPhone("01012345678"))
            .build();

    Cancelled done = (Cancelled) cancel(request);

    assertThat(done.cancelledNow()).contains(Money.krw(5_000));
    assertThat(done.payment().balance()).isEqualTo(Money.krw(10_000));
    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(GET, POST, GET);
    assertThat(key(requests.get(1))).isEqualTo("\"" + request.idempotencyKey() + "\"");
    assertThat(PortOneServer.body(requests.get(1)))
        .isEqualTo(
            ("{'reason':'[refund-1] one item returned','amount':5000,"
                    + "'currentCancellableAmount':15000,'taxFreeAmount':1000,'vatAmount':363,"
                    + "'refundAccount':{'bank':'SHINHAN','number':'110123456','holderName':'Kim',"
                    + "'holderPhoneNumber':'01012345678'},'requester':'CUSTOMER'}")
                .replace('\'', '"'));
  }

  @Test
  void withoutTheOrder_isSearchedForByTransaction_andCancelledByItsOrder() {
    portone.serve(
        found(Pay.paid()),
        cancelled("SUCCEEDED", "c1", 15_000),
        ok(after("CANCELLED", 15_000, row("SUCCEEDED", "c1", 15_000, "r"))));

    assertThat(cancel(CancelRequest.full(TRANSACTION_ID, "returned").build()))
        .isInstanceOf(Cancelled.class);

    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests.get(0).getUrl().queryParameter("requestBody"))
        .isEqualTo(
            ("{'page':{'number':0,'size':100},'filter':{'from':'2010-01-01T00:00:00Z',"
                    + "'textSearch':[{'field':'TX_ID','value':'0190a0b0-0001-7000-8000-000000000001'}]}}")
                .replace('\'', '"'));
    assertThat(PortOneServer.line(requests.get(1))).isEqualTo(POST);
  }

  @Test
  void paymentOfAnotherOrder_isNotCancelled() {
    portone.serve(
        ok(Pay.paid().with("transactionId", "\"another\"")),
        found(Pay.paid().with("id", "\"anothers\"")));

    assertThatThrownBy(() -> cancel(all())).isInstanceOf(VerificationException.class);
    assertThat(portone.lines()).containsExactly(GET, SEARCH);
  }

  @Test
  void unknownPayment_isNotFound_inPortOnesCode() {
    portone.serve(notFound(), found());

    assertThatThrownBy(() -> cancel(all()))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).contains("PAYMENT_NOT_FOUND"));
  }

  @Test
  void requested_isPending() {
    portone.serve(
        ok(Pay.paid()),
        cancelled("REQUESTED", "c1", 15_000),
        ok(after("PAID", 0, row("REQUESTED", "c1", 15_000, "r"))));

    Cancellation pending = cancel(all());

    assertThat(pending).isInstanceOf(Pending.class);
    assertThat(pending.payment().status().known()).isEqualTo(Known.CANCEL_PENDING);
  }

  @Test
  void requested_andCountedAsCancelledAlready_isPending() {
    portone.serve(
        ok(Pay.paid()),
        cancelled("REQUESTED", "c1", 15_000),
        ok(after("PAID", 15_000, row("REQUESTED", "c1", 15_000, "r"))));

    assertThat(cancel(all())).isInstanceOf(Pending.class);
  }

  @Test
  void failedInA200_isARefusal() {
    portone.serve(
        ok(Pay.paid()),
        cancelled("FAILED", "c1", 15_000),
        ok(after("PAID", 0, row("FAILED", "c1", 15_000, "r"))));

    assertThatThrownBy(() -> cancel(all())).isInstanceOf(GatewayException.class);
    assertThat(portone.lines()).containsExactly(GET, POST, GET);
  }

  @Test
  void lookupAfterwardsFails_theAnswerStands() {
    portone.serve(
        ok(Pay.paid()),
        cancelled("SUCCEEDED", "c1", 5_000),
        json(503, "{}"),
        json(503, "{}"),
        json(503, "{}"));

    Cancelled done = (Cancelled) cancel(part(5_000).build());

    assertThat(done.cancelledNow()).contains(Money.krw(5_000));
    assertThat(done.payment().balance()).isEqualTo(Money.krw(10_000));
    assertThat(done.payment().status().known()).isEqualTo(Known.PARTIALLY_CANCELLED);
  }

  @Test
  void lookupAfterwardsFails_moneyGoesBackToAnAccount_isPending_forNothingSaysThatItArrived() {
    Pay deposited =
        Pay.awaiting()
            .with("status", "\"PAID\"")
            .with("paidAt", "\"2026-08-01T01:00:01Z\"")
            .with("disputes", "[]");
    portone.serve(
        ok(deposited),
        cancelled("SUCCEEDED", "c1", 5_000),
        json(503, "{}"),
        json(503, "{}"),
        json(503, "{}"));

    assertThat(cancel(part(5_000).build())).isInstanceOf(Pending.class);
  }

  @Test
  void lookupAfterwardsFails_underTheCallersKey_isInDoubt() {
    portone.serve(
        ok(Pay.paid()),
        cancelled("SUCCEEDED", "c1", 5_000),
        json(503, "{}"),
        json(503, "{}"),
        json(503, "{}"),
        json(503, "{}"),
        json(503, "{}"),
        json(503, "{}"));

    assertThatThrownBy(() -> cancel(part(5_000).idempotencyKey("my-own-key-000001").build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void balanceChangedMeanwhile_isRefusedByTheLock() {
    portone.serve(
        ok(Pay.paid()),
        error(409, "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN"),
        ok(after("PARTIAL_CANCELLED", 5_000, row("SUCCEEDED", "c9", 5_000, "[other-1] x"))));

    assertThatThrownBy(() -> cancel(part(5_000).reference("mine").build()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> assertThat(e.gatewayCode()).contains("CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN"));
    assertThat(portone.lines()).containsExactly(GET, POST, GET);
  }

  @Test
  void refusedByTheCompany_isNeverSentAgain_andARefusalIfNothingChanged() {
    portone.serve(ok(Pay.paid()), byTheCompany(), ok(Pay.paid()));

    assertThatThrownBy(() -> cancel(all()))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).contains("PG_PROVIDER"));
    assertThat(portone.lines()).containsExactly(GET, POST, GET);
  }

  @Test
  void refusedByTheCompany_andACancelUnderWay_isInDoubt() {
    CancelRequest request = part(5_000).build();
    portone.serve(
        ok(Pay.paid()), byTheCompany(), ok(after("PAID", 0, row("REQUESTED", "c1", 5_000, "x"))));

    assertThatThrownBy(() -> cancel(request))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> {
              assertThat(e.gatewayCode()).contains("PG_PROVIDER");
              assertThat(e.pendingCancel()).containsSame(request);
            });
    assertThat(portone.lines()).containsExactly(GET, POST, GET);
  }

  @Test
  void refusedByTheCompany_andItsRowSaysFailed_isARefusal() {
    portone.serve(
        ok(Pay.paid()),
        byTheCompany(),
        ok(after("PAID", 0, row("FAILED", "c1", 5_000, "[mine] one item returned"))));

    assertThatThrownBy(() -> cancel(part(5_000).reference("mine").build()))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void serverError_isLookedAt_andNotSentAgainBeforeWorkIsOver() {
    portone.serve(ok(Pay.paid()), json(502, "<html>"), ok(Pay.paid()), ok(Pay.paid()));
    CancelRequest request = part(5_000).build();

    assertThatThrownBy(() -> cancel(request)).isInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> cancel(request))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class, e -> assertThat(e.retryAfter()).isPresent());
    assertThat(portone.arrived())
        .extracting(PortOneServer::line)
        .containsExactly(GET, POST, GET, GET);
  }

  @Test
  void lostAnswer_isRepeatedUnderTheSameKey_andTheStoredAnswerNamesTheCancel() {
    portone.serve(
        ok(Pay.paid()),
        CUT_AFTER_READ,
        cancelled("SUCCEEDED", "c1", 5_000),
        ok(after("PARTIAL_CANCELLED", 5_000, row("SUCCEEDED", "c1", 5_000, ""))));

    assertThat(cancel(part(5_000).build())).isInstanceOf(Cancelled.class);
    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(GET, POST, POST, GET);
    assertThat(key(requests.get(2))).isEqualTo(key(requests.get(1)));
  }

  @Test
  void callersKey_storedAnswerOfBefore_isAlreadyCancelled() {
    Pay done = after("PARTIAL_CANCELLED", 5_000, row("SUCCEEDED", "c1", 5_000, ""));
    portone.serve(ok(done), cancelled("SUCCEEDED", "c1", 5_000), ok(done));

    assertThat(cancel(part(5_000).idempotencyKey("short").build()))
        .isInstanceOf(AlreadyCancelled.class);
    // Too short for PortOne: its hash stands for it.
    assertThat(key(portone.arrived().get(1))).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void accountWithoutADeposit_isClosed_whateverItsStatusIsThen() {
    portone.serve(
        ok(Pay.awaiting()),
        json(200, "{\"closedAt\":\"2026-08-02T00:00:00Z\"}"),
        ok(Pay.awaiting()));
    CancelRequest request = all();

    assertThat(cancel(request)).isInstanceOf(Cancelled.class);

    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(GET, CLOSE, GET);
    assertThat(key(requests.get(1))).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void answerToAClosing_withoutItsTime_isAnothers_andClosesNothing() {
    portone.serve(
        ok(Pay.awaiting()),
        ok(Pay.awaiting()),
        ok(Pay.awaiting()),
        ok(Pay.awaiting()),
        ok(Pay.awaiting()));

    assertThatThrownBy(() -> cancel(all())).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void accountThatIsNoLongerWaiting_isRefused() {
    portone.serve(
        ok(Pay.awaiting()), error(409, "PAYMENT_NOT_WAITING_FOR_DEPOSIT"), ok(Pay.awaiting()));

    assertThatThrownBy(() -> cancel(all())).isInstanceOf(GatewayException.class);
  }

  @Test
  void cancelledAlready_isAlreadyCancelled_withoutAPost() {
    portone.serve(ok(after("CANCELLED", 15_000, row("SUCCEEDED", "c1", 15_000, "r"))));

    assertThat(cancel(all())).isInstanceOf(AlreadyCancelled.class);
    assertThat(portone.lines()).containsExactly(GET);
  }

  @Test
  void partOfAMinorUnit_isRefusedBeforeAnythingIsAsked() {
    CancelRequest cent =
        CancelRequest.partial(TRANSACTION_ID, Money.of("0.001", "USD"), "r").build();

    assertThatIllegalArgumentException().isThrownBy(() -> cancel(cent));
    assertThat(portone.lines()).isEmpty();
  }

  @Test
  void orderWithASlash_isOneSegment() {
    portone.serve(notFound(), found());
    CancelRequest slash =
        CancelRequest.full(TRANSACTION_ID, "r").orderId(OrderId.of("a/b")).build();

    assertThatThrownBy(() -> cancel(slash)).isInstanceOf(GatewayException.class);
    assertThat(portone.lines()).containsExactly("GET /payments/a%2Fb", SEARCH);
  }
}
