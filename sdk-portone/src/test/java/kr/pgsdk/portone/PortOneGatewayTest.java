package kr.pgsdk.portone;

import static kr.pgsdk.portone.PortOneServer.AMOUNT;
import static kr.pgsdk.portone.PortOneServer.ORDER_ID;
import static kr.pgsdk.portone.PortOneServer.TRANSACTION_ID;
import static kr.pgsdk.portone.PortOneServer.error;
import static kr.pgsdk.portone.PortOneServer.found;
import static kr.pgsdk.portone.PortOneServer.json;
import static kr.pgsdk.portone.PortOneServer.notFound;
import static kr.pgsdk.portone.PortOneServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.portone.model.Pay;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prepare, find, and what a gateway says of itself. */
class PortOneGatewayTest {
  private PortOneServer portone;

  @BeforeEach
  void start() throws Exception {
    portone = new PortOneServer();
  }

  @AfterEach
  void stop() {
    portone.close();
  }

  private static PrepareRequest.Builder order() {
    return PrepareRequest.builder(ORDER_ID, AMOUNT).orderName("T-shirt");
  }

  // --- prepare

  @Test
  void prepare_registersTheAmount_andHasTheScriptsArgument() {
    portone.serve(json(200, "{}"));
    PortOneGateway gateway =
        portone.gatewayBuilder().storeId("store-1").channelKey("channel-key-1").build();

    Preparation prepared =
        gateway.prepare(
            order()
                .checkout(
                    CheckoutOptions.builder()
                        .method(CheckoutMethod.MOBILE_PHONE)
                        .returnUrl("https://shop.example/done")
                        .customerKey("buyer-1")
                        .buyerName("Kim")
                        .buyerEmail("kim@example.com")
                        .buyerPhone("010-1234-5678")
                        .parameter("locale", "KO_KR")
                        .build())
                .build());

    assertThat(prepared).isInstanceOf(Preparation.ClientSideOnly.class);
    RecordedRequest request = portone.arrived().get(0);
    assertThat(PortOneServer.line(request)).isEqualTo("POST /payments/order9001/pre-register");
    assertThat(PortOneServer.body(request))
        .isEqualTo("{\"totalAmount\":15000,\"currency\":\"KRW\",\"storeId\":\"store-1\"}");
    assertThat(prepared.checkout().toJson())
        .isEqualTo(
            ("{'requestPayment':{'storeId':'store-1','channelKey':'channel-key-1',"
                    + "'paymentId':'order9001','orderName':'T-shirt','totalAmount':15000,"
                    + "'currency':'CURRENCY_KRW','payMethod':'MOBILE',"
                    + "'redirectUrl':'https://shop.example/done','customer':{"
                    + "'customerId':'buyer-1','fullName':'Kim','email':'kim@example.com',"
                    + "'phoneNumber':'01012345678'},'locale':'KO_KR'}}")
                .replace('\'', '"'));
  }

  @Test
  void dollars_areInCents_toTheApiAndToTheScript() {
    portone.serve(json(200, "{}"));

    Preparation prepared =
        portone
            .gateway()
            .prepare(PrepareRequest.builder(ORDER_ID, Money.of("6.00", "USD")).build());

    assertThat(PortOneServer.body(portone.arrived().get(0)))
        .isEqualTo("{\"totalAmount\":600,\"currency\":\"USD\"}");
    assertThat(prepared.checkout().argument("requestPayment"))
        .isEqualTo(
            Map.of(
                "paymentId",
                "order9001",
                "totalAmount",
                600L,
                "currency",
                "CURRENCY_USD",
                "payMethod",
                "CARD"));
  }

  @Test
  void channelGroupOfTheRequest_takesThePlaceOfTheChannel() {
    portone.serve(json(200, "{}"));

    Preparation prepared =
        portone
            .gatewayBuilder()
            .channelKey("channel-key-1")
            .build()
            .prepare(
                order()
                    .checkout(
                        CheckoutOptions.builder().parameter("channelGroupId", "group-1").build())
                    .build());

    assertThat(prepared.checkout().toJson()).contains("group-1").doesNotContain("channel-key-1");
  }

  @Test
  void paidOrder_isRefused() {
    portone.serve(error(409, "ALREADY_PAID"));

    assertThatThrownBy(() -> portone.gateway().prepare(order().build()))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).contains("ALREADY_PAID"));
    assertThat(portone.lines()).hasSize(1);
  }

  @Test
  void whatPortOneWouldNotTake_isRefused_beforeAnythingIsSent() {
    PortOneGateway gateway = portone.gateway();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> gateway.prepare(PrepareRequest.builder(OrderId.of("a/b-order"), AMOUNT).build()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                gateway.check(
                    PrepareRequest.builder(ORDER_ID, Money.of(new BigDecimal("0.5"), "JPY"))
                        .build()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                gateway.check(
                    order()
                        .checkout(CheckoutOptions.builder().parameter("totalAmount", 1).build())
                        .build()))
        .withMessageContaining("comes from the order");
    assertThat(portone.lines()).isEmpty();
  }

  @Test
  void orderIdsOfTheSdk_areTaken() {
    portone.gateway().check(PrepareRequest.builder(OrderId.random(), AMOUNT).build());
  }

  // --- find

  @Test
  void find_byOrder_isALookup_byPayment_aSearch() {
    portone.serve(ok(Pay.paid()), found(Pay.paid()), notFound(), found());
    PortOneGateway gateway = portone.gateway();

    assertThat(gateway.find(PaymentLookup.byOrderId(ORDER_ID))).isPresent();
    assertThat(gateway.find(PaymentLookup.byPaymentId(TRANSACTION_ID))).isPresent();
    assertThat(gateway.find(PaymentLookup.byOrderId(ORDER_ID))).isEmpty();
    assertThat(gateway.find(PaymentLookup.byPaymentId(TRANSACTION_ID))).isEmpty();
  }

  @Test
  void find_ofAPartOfAnId_passesOthersOver_evenIfTheyCannotBeRead() {
    portone.serve(
        found(
            Pay.paid().with("transactionId", "\"" + TRANSACTION_ID + "-2\"").with("status", "7"),
            Pay.paid()));

    assertThat(portone.gateway().find(PaymentLookup.byPaymentId(TRANSACTION_ID))).isPresent();
  }

  @Test
  void bare404_isNoMissingPayment() {
    portone.serve(json(404, "{\"message\":\"no such page\"}"));

    assertThatThrownBy(() -> portone.gateway().find(PaymentLookup.byOrderId(ORDER_ID)))
        .isInstanceOf(MalformedResponseException.class);
  }

  // --- of itself

  @Test
  void fingerprint_isOfTheSecret_andShowsNothingOfIt() {
    String mine = portone.gateway().credentialFingerprint().orElseThrow();

    assertThat(mine).matches("[0-9a-f]{32}").doesNotContain(PortOneServer.SECRET);
    assertThat(portone.gateway().name()).isEqualTo("portone");
    assertThat(portone.gateway().capturesOnConfirm()).isFalse();
  }
}
