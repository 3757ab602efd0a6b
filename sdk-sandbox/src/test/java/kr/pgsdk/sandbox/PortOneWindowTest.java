package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in for PortOne's script and its window, without a browser. */
class PortOneWindowTest {
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final String REDIRECT = "https://shop.example/back?cart=1";

  private final Sandbox sandbox = Sandbox.start();
  private final Wire window = Wire.to(sandbox.windowUrl());
  private final Wire portOne = Wire.portOne(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** A right request with some fields changed; null takes one away. */
  private Map<String, Object> request(Object... changes) {
    Map<String, Object> request = new TreeMap<>();
    request.put("storeId", sandbox.portOneStoreId());
    request.put("channelKey", sandbox.portOneChannelKey());
    request.put("paymentId", ORDER.value());
    request.put("orderName", "티셔츠");
    request.put("totalAmount", 15_000);
    request.put("currency", "CURRENCY_KRW");
    request.put("payMethod", "CARD");
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == null) {
        request.remove((String) changes[i]);
      } else {
        request.put((String) changes[i], changes[i + 1]);
      }
    }
    return request;
  }

  private Wire.Reply open(String script, Map<String, Object> request, boolean framed)
      throws IOException {
    return window.post(
        "/open",
        Json.write(
            Map.of("gateway", "portone", "script", script, "request", request, "framed", framed),
            Json.Style.PLAIN));
  }

  private Wire.Reply end(Wire.Reply opened, String choice) throws IOException {
    assertThat(opened.status()).as(opened.body()).isEqualTo(200);
    return window.post("/session?id=" + opened.at("session"), "{" + choice + "}");
  }

  private Wire.Reply pay(Map<String, Object> request) throws IOException {
    return end(open("payment", request, true), "\"end\":\"PAY\"");
  }

  private Wire.Reply payment() throws IOException {
    return portOne.get("/payments/" + ORDER);
  }

  private static Map<String, String> query(Object url) {
    return Arrays.stream(URI.create((String) url).getQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @Test
  void script_standsAtTheRealOnesPath() throws IOException {
    assertThat(sandbox.portOneScriptUrl()).isEqualTo(sandbox.windowUrl() + "/v2/browser-sdk.js");
    Wire.Reply script = window.get("/v2/browser-sdk.js");
    assertThat(script.headers().get("Content-Type")).startsWith("text/javascript");
    assertThat(script.body())
        .contains("requestPayment", "requestIssueBillingKey", "requestIdentityVerification")
        .doesNotContain("innerHTML", "eval(", "document.write");
  }

  @ParameterizedTest
  @CsvSource({
    "storeId,store-x,StoreNotFound",
    "storeId,,BadRequest",
    "channelKey,channel-key-x,ChannelNotFound",
    "channelKey,,BadRequest",
    "paymentId,short,BadRequest",
    "paymentId,주문번호입니다,BadRequest",
    "orderName,,BadRequest",
    "totalAmount,15000,BadRequest",
    "totalAmount,,BadRequest",
    "currency,WON,BadRequest",
    "currency,,BadRequest",
    "payMethod,CASH,BadRequest",
    "payMethod,PAYPAL,AllChannelsNotSatisfied",
    "redirectUrl,javascript:alert(1),BadRequest",
    "noticeUrls,ftp://shop.example,BadRequest"
  })
  void requestTheScriptRefuses_opensNoWindow(String field, String value, String code)
      throws IOException {
    Wire.Reply refused = open("payment", request(field, value), true);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("code")).isEqualTo(code);
    assertThat(payment().status()).isEqualTo(404);
  }

  @Test
  void redirect_needsAnAddress_fractionsAreRefused_zeroToo() throws IOException {
    assertThat(open("payment", request(), false).at("code")).isEqualTo("BadRequest");
    assertThat(open("payment", request("totalAmount", 0), true).at("code")).isEqualTo("BadRequest");
    assertThat(open("payment", request("totalAmount", new BigDecimal("6.5")), true).at("code"))
        .isEqualTo("BadRequest");
  }

  @Test
  void paidOrRegisteredWithAnotherAmount_opensNoWindow() throws IOException {
    sandbox.switches().on(Switch.PORTONE_PRE_REGISTER_GUARDS);
    portOne.post("/payments/" + ORDER + "/pre-register", "{\"totalAmount\":14000}");
    assertThat(open("payment", request(), true).at("code")).isEqualTo("AmountNotEqualToPredefined");
    sandbox.buyer().onPortOne().pay(ORDER, Money.krw(14_000));
    assertThat(open("payment", request(), true).at("code")).isEqualTo("PaymentAlreadyPaid");
  }

  @Test
  void promise_idsAndNoAmount_theMoneyHasMoved() throws IOException {
    Wire.Reply reply =
        pay(request("customData", Map.of("cart", 7), "customer", Map.of("fullName", "김구매")));
    Map<?, ?> result = (Map<?, ?>) reply.at("result");
    assertThat(result.keySet())
        .map(String::valueOf)
        .containsExactlyInAnyOrder("transactionType", "txId", "paymentId");
    assertThat(payment().at("transactionId")).isEqualTo(result.get("txId"));
    assertThat(payment().at("status")).isEqualTo("PAID");
    assertThat(payment().at("customData")).isEqualTo("{\"cart\":7}");
    assertThat(payment().at("customer.name")).isEqualTo("김구매");
    assertThat(payment().at("origin.platformType")).isEqualTo("PC");
  }

  @Test
  void redirect_sameFieldsInTheQuery_alsoWhenForced() throws IOException {
    Wire.Reply opened = open("payment", request("redirectUrl", REDIRECT), false);
    Object url = end(opened, "\"end\":\"PAY\"").at("url");
    assertThat((String) url).startsWith(REDIRECT + "&transactionType=PAYMENT&");
    assertThat(query(url)).containsEntry("paymentId", ORDER.value()).doesNotContainKey("code");
    assertThat(payment().at("origin.platformType")).isEqualTo("MOBILE");

    Object forced =
        pay(request("paymentId", "order_9002", "redirectUrl", REDIRECT, "forceRedirect", true))
            .at("url");
    assertThat(query(forced)).containsEntry("paymentId", "order_9002");
  }

  @Test
  void manualConfirm_aTokenComesBack_theConfirmCanBeRefused() throws IOException {
    Map<String, Object> manual = request("channelKey", sandbox.portOneManualChannelKey());
    Wire.Reply reply = pay(manual);
    assertThat(payment().at("status")).isEqualTo("READY");
    String confirm = "{\"paymentToken\":\"" + reply.at("result.paymentToken") + "\"}";
    assertThat(portOne.post("/payments/" + ORDER + "/confirm", confirm).status()).isEqualTo(200);

    manual.put("paymentId", "order_9002");
    Wire.Reply opened = open("payment", manual, true);
    assertThat(window.get("/session?id=" + opened.at("session")).at("refusesLater"))
        .isEqualTo(true);
    Wire.Reply refused = end(opened, "\"end\":\"REFUSED_LATER\",\"code\":\"EXCEED_MAX_AMOUNT\"");
    String token = "{\"paymentToken\":\"" + refused.at("result.paymentToken") + "\"}";
    assertThat(portOne.post("/payments/order_9002/confirm", token).at("pgCode"))
        .isEqualTo("EXCEED_MAX_AMOUNT");
  }

  @Test
  void refusedOrClosed_aCodeAndTheCompanysWords() throws IOException {
    Wire.Reply failed =
        end(open("payment", request(), true), "\"end\":\"FAIL\",\"code\":\"INVALID_STOPPED_CARD\"");
    assertThat(failed.at("result.code")).isEqualTo("PGProviderError");
    assertThat(failed.at("result.pgCode")).isEqualTo("INVALID_STOPPED_CARD");
    assertThat(payment().at("status")).isEqualTo("FAILED");

    Wire.Reply closed = end(open("payment", request(), true), "\"end\":\"CLOSE\"");
    assertThat(closed.at("result.pgCode")).isEqualTo("PAY_PROCESS_CANCELED");
    assertThat(payment().at("status")).isEqualTo("READY");
  }

  @Test
  void tampered_anotherAmountIsPaid_andNoAmountComesBack() throws IOException {
    end(open("payment", request(), true), "\"end\":\"PAY\",\"amount\":100");
    assertThat(payment().at("amount.total")).isEqualTo("100");
  }

  @Test
  void virtualAccountAndWallet_asChosen() throws IOException {
    Wire.Reply opened =
        open(
            "payment",
            request(
                "payMethod",
                "VIRTUAL_ACCOUNT",
                "virtualAccount",
                Map.of("accountExpiry", Map.of("validHours", 2))),
            true);
    Object id =
        end(opened, "\"end\":\"PAY\",\"method\":\"VIRTUAL_ACCOUNT\",\"with\":\"카카오\"")
            .at("result.txId");
    assertThat(payment().at("method.bank")).isEqualTo("KAKAO");
    assertThat(window.get("/bank/accounts").at("accounts.0.bank")).isEqualTo("카카오뱅크");
    assertThat(
            window
                .post(
                    "/bank/accounts",
                    "{\"gateway\":\"portone\",\"paymentId\":\"" + id + "\",\"act\":\"deposit\"}")
                .status())
        .isEqualTo(200);
    assertThat(payment().at("status")).isEqualTo("PAID");

    end(
        open("payment", request("paymentId", "order_9002", "payMethod", "EASY_PAY"), true),
        "\"end\":\"PAY\",\"method\":\"EASY_PAY\",\"with\":\"NAVERPAY\"");
    assertThat(portOne.get("/payments/order_9002").at("method.provider")).isEqualTo("NAVERPAY");
  }

  @Test
  void answerLost_theNextRequestAboutThePayment() throws IOException {
    end(open("payment", request(), true), "\"end\":\"PAY\",\"fault\":\"ANSWER_LOST\"");
    assertThatThrownBy(this::payment).isInstanceOf(IOException.class);
    assertThat(payment().at("status")).isEqualTo("PAID");
  }

  @Test
  void noticeUrls_insteadOfTheConsoles_andWebhooksTwiceOrNever() throws IOException {
    try (WebhookShop console = WebhookShop.start(200);
        WebhookShop own = WebhookShop.start(200)) {
      sandbox.portOne().sendWebhooksTo(console.url());
      Map<String, Object> request = request("noticeUrls", List.of(own.url().toString()));
      Wire.Reply opened = open("payment", request, true);
      end(opened, "\"end\":\"PAY\",\"fault\":\"TWO_WEBHOOKS\"");
      assertThat(own.await(3)).hasSize(3);
      assertThat(console.count()).isZero();
    }
  }

  @Test
  void billingKey_orATokenForOne_andIdentity() throws IOException {
    Map<String, Object> request =
        request("billingKeyMethod", "CARD", "paymentId", null, "payMethod", null);
    Object key = end(open("billing", request, true), "\"end\":\"PAY\"").at("result.billingKey");
    assertThat(portOne.get("/billing-keys/" + key).at("status")).isEqualTo("ISSUED");
    request.put("channelKey", sandbox.portOneManualChannelKey());
    Wire.Reply manual = end(open("billing", request, true), "\"end\":\"PAY\"");
    assertThat(manual.at("result.billingKey")).isEqualTo("NEEDS_CONFIRMATION");
    String confirm = "{\"billingIssueToken\":\"" + manual.at("result.billingIssueToken") + "\"}";
    assertThat(portOne.post("/billing-keys/confirm", confirm).status()).isEqualTo(200);

    request.put("identityVerificationId", "identity-1");
    assertThat(
            end(open("identity", request, true), "\"end\":\"PAY\"")
                .at("result.identityVerificationId"))
        .isEqualTo("identity-1");
    assertThat(portOne.get("/identity-verifications/identity-1").at("status"))
        .isEqualTo("VERIFIED");
  }

  @Test
  void language_asThePageAsks() throws IOException {
    Wire.Reply opened = open("payment", request("locale", "EN_US"), true);
    assertThat(window.get("/session?id=" + opened.at("session")).at("language")).isEqualTo("en");
    assertThat(sandbox.portOne().ledger(ORDER).captures()).isZero();
    assertThat(PaymentId.of((String) payment().at("transactionId"))).isNotNull();
  }
}
