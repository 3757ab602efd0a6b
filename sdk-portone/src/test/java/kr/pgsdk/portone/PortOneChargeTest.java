package kr.pgsdk.portone;

import static kr.pgsdk.portone.PortOneServer.AMOUNT;
import static kr.pgsdk.portone.PortOneServer.CUT_AFTER_READ;
import static kr.pgsdk.portone.PortOneServer.ORDER_ID;
import static kr.pgsdk.portone.PortOneServer.byTheCompany;
import static kr.pgsdk.portone.PortOneServer.error;
import static kr.pgsdk.portone.PortOneServer.json;
import static kr.pgsdk.portone.PortOneServer.key;
import static kr.pgsdk.portone.PortOneServer.notFound;
import static kr.pgsdk.portone.PortOneServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.portone.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Billing keys and charges on the wire. */
class PortOneChargeTest {
  private static final BillingKey KEY = BillingKey.of("billing-key-canary-0001");
  private static final String GET = "GET /payments/order9001";
  private static final String POST = "POST /payments/order9001/billing-key";
  private static final MockResponse CHARGED =
      json(200, "{\"payment\":{\"pgTxId\":\"pg-1\",\"paidAt\":\"2026-08-01T01:00:01Z\"}}")
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

  private BillingGateway billing() {
    return portone.gatewayBuilder().channelKey("channel-key-1").build().billing();
  }

  private static ChargeRequest request() {
    return ChargeRequest.builder(KEY, ORDER_ID, AMOUNT, "November")
        .taxFree(Money.krw(1_000))
        .customerName("Kim")
        .customerEmail("kim@example.com")
        .build();
  }

  private static Pay charged() {
    return Pay.paid().with("billingKey", "\"billing-key-canary-0001\"");
  }

  @Test
  void charge_looks_sendsUnderADerivedKey_andLooks() {
    portone.serve(notFound(), CHARGED, ok(charged()));

    Confirmation charged = billing().charge(request());

    assertThat(charged)
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.capture()).isEqualTo(Capture.BY_THIS_CALL));
    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(GET, POST, GET);
    assertThat(key(requests.get(1))).matches("\"[0-9a-f]{64}\"");
    assertThat(PortOneServer.body(requests.get(1)))
        .isEqualTo(
            ("{'orderName':'November','currency':'KRW','billingKey':'billing-key-canary-0001',"
                    + "'channelKey':'channel-key-1','customer':{'name':{'full':'Kim'},"
                    + "'email':'kim@example.com'},'amount':{'total':15000,'taxFree':1000}}")
                .replace('\'', '"'));
  }

  @Test
  void sameChargeAgain_hasTheSameKey_anotherAmountAnotherOne() {
    portone.serve(notFound(), byTheCompany(), notFound(), notFound(), byTheCompany(), notFound());
    Confirmation first = billing().charge(request());
    Confirmation second = billing().charge(request());
    assertThat(first).hasSameClassAs(second);
    List<RecordedRequest> requests = portone.arrived();
    assertThat(key(requests.get(4))).isEqualTo(key(requests.get(1)));

    portone.serve(notFound(), byTheCompany(), notFound());
    Confirmation third =
        billing().charge(ChargeRequest.builder(KEY, ORDER_ID, Money.krw(1), "November").build());
    assertThat(third).hasSameClassAs(first);
    assertThat(key(portone.arrived().get(1))).isNotEqualTo(key(requests.get(1)));
  }

  @Test
  void declined_isRefused_andHoldsNothing_onceTheFailureShows() {
    Pay failed =
        Pay.of("FAILED")
            .with("billingKey", "\"billing-key-canary-0001\"")
            .with("failure", "{\"pgCode\":\"8888\",\"pgMessage\":\"한도초과\"}");
    portone.serve(notFound(), byTheCompany(), ok(failed));

    NotConfirmed refused = (NotConfirmed) billing().charge(request());

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.refusal().orElseThrow().code()).contains("PG_PROVIDER");
    assertThat(portone.lines()).containsExactly(GET, POST, GET);
  }

  @Test
  void declined_andNothingShown_leavesOpenWhetherMoneyIsHeld() {
    portone.serve(notFound(), byTheCompany(), notFound());

    assertThat(((NotConfirmed) billing().charge(request())).moneyHeld())
        .isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void paidAlready_isFound_andNothingIsSent() {
    portone.serve(ok(charged()));

    assertThat(billing().charge(request()))
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.capture()).isEqualTo(Capture.ALREADY_CAPTURED));
    assertThat(portone.lines()).containsExactly(GET);
  }

  @Test
  void paidAlready_saysTheRefusal_andNothingIsShown_isInDoubt() {
    portone.serve(notFound(), error(409, "ALREADY_PAID"), notFound());

    assertThatThrownBy(() -> billing().charge(request()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void lostAnswer_isRepeatedUnderTheSameKey() {
    portone.serve(notFound(), CUT_AFTER_READ, CHARGED, ok(charged()));

    assertThat(billing().charge(request())).isInstanceOf(Confirmed.class);
    List<RecordedRequest> requests = portone.arrived();
    assertThat(requests).extracting(PortOneServer::line).containsExactly(GET, POST, POST, GET);
    assertThat(key(requests.get(2))).isEqualTo(key(requests.get(1)));
  }

  @Test
  void orderIdThatACompanyWouldCut_isRefused() {
    ChargeRequest longId =
        ChargeRequest.builder(KEY, OrderId.of("o".repeat(41)), AMOUNT, "November").build();

    assertThatIllegalArgumentException().isThrownBy(() -> billing().charge(longId));
  }

  @Test
  void noMessageShowsTheKey() {
    portone.serve(
        notFound(),
        json(400, "{\"type\":\"INVALID_REQUEST\",\"message\":\"billing-key-canary-0001\"}"),
        notFound());

    NotConfirmed refused = (NotConfirmed) billing().charge(request());

    assertThat(refused.refusal().orElseThrow().message().orElseThrow())
        .doesNotContain("canary-0001");
  }

  // --- keys

  @Test
  void issue_sendsTheCard_throughTheChannel() {
    portone.serve(
        json(
            200,
            "{\"billingKeyInfo\":{\"billingKey\":\"bk-1\",\"channels\":[],"
                + "\"issuedAt\":\"2026-08-01T01:00:01Z\"}}"));
    CardData card =
        CardData.builder("1234567890123456", YearMonth.of(2029, 3)).ownerIdentity("900101").build();

    BillingKeyDetails issued = billing().issue(BillingKeyRequest.byCard("buyer-1", card).build());

    assertThat(issued.key()).isEqualTo(BillingKey.of("bk-1"));
    RecordedRequest request = portone.arrived().get(0);
    assertThat(PortOneServer.line(request)).isEqualTo("POST /billing-keys");
    assertThat(PortOneServer.body(request))
        .isEqualTo(
            ("{'channelKey':'channel-key-1','method':{'card':{'credential':{"
                    + "'number':'1234567890123456','expiryYear':'29','expiryMonth':'03',"
                    + "'birthOrBusinessRegistrationNumber':'900101'}}},'customer':{'id':'buyer-1'}}")
                .replace('\'', '"'));
  }

  @Test
  void issueWithoutAKeyInTheAnswer_isInDoubt() {
    portone.serve(json(200, "{\"billingKeyInfo\":{}}"), json(200, "{\"billingKeyInfo\":{}}"));
    portone.serve(json(200, "{\"billingKeyInfo\":{}}"));
    CardData card = CardData.builder("1234567890123456", YearMonth.of(2029, 3)).build();

    assertThatThrownBy(() -> billing().issue(BillingKeyRequest.byCard("buyer-1", card).build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void find_knowsTheCard_andADeletedKeyIsNone() {
    portone.serve(
        json(
            200,
            ("{'status':'ISSUED','billingKey':'bk-1','methods':[{'type':"
                    + "'BillingKeyPaymentMethodCard','card':{'issuer':'SHINHAN_CARD',"
                    + "'number':'123456******7890'}}],'issuedAt':'2026-08-01T01:00:01Z'}")
                .replace('\'', '"')),
        json(200, "{\"status\":\"DELETED\",\"billingKey\":\"bk-1\"}"),
        error(404, "BILLING_KEY_NOT_FOUND"));

    BillingKeyLookup.Found found = (BillingKeyLookup.Found) billing().find(KEY);
    assertThat(found.details().issuer()).contains("SHINHAN_CARD");
    assertThat(found.details().maskedNumber()).contains("123456******7890");
    assertThat(billing().find(KEY)).isInstanceOf(BillingKeyLookup.NotFound.class);
    assertThat(billing().find(KEY)).isInstanceOf(BillingKeyLookup.NotFound.class);
  }

  @Test
  void delete_ofAKeyThatIsGone_isDone() {
    portone.serve(
        json(200, "{\"deletedAt\":\"2026-08-01T01:00:01Z\"}"),
        error(409, "BILLING_KEY_ALREADY_DELETED"),
        error(404, "BILLING_KEY_NOT_FOUND"));

    billing().delete(KEY);
    billing().delete(KEY);
    billing().delete(KEY);

    assertThat(portone.lines())
        .containsExactly(
            "DELETE /billing-keys/billing-key-canary-0001",
            "DELETE /billing-keys/billing-key-canary-0001",
            "DELETE /billing-keys/billing-key-canary-0001");
  }
}
