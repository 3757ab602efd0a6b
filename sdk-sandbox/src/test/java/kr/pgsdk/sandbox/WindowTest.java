package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.sandbox.Wire.Reply;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-ins for the checkout scripts and their window, without a browser. */
class WindowTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final Duration SOON = Duration.ofMillis(1);
  private static final String ADDRESSES =
      "\"successUrl\":\"https://shop.example/paid?cart=1\","
          + "\"failUrl\":\"https://shop.example/failed\"";

  private final Sandbox sandbox = Sandbox.start();
  private final Wire window = Wire.to(sandbox.windowUrl());
  private final OrderId order = OrderId.of("order_9001");

  @AfterEach
  void close() {
    sandbox.close();
  }

  // --- what it serves

  @Test
  void scripts_standAtTheRealOnesPaths() throws IOException {
    assertThat(sandbox.tossScriptUrl()).isEqualTo(sandbox.windowUrl() + "/v2/standard");
    assertThat(sandbox.tossV1ScriptUrl()).isEqualTo(sandbox.windowUrl() + "/v1/payment");
    assertThat(sandbox.iamportScriptUrl()).isEqualTo(sandbox.windowUrl() + "/v1/iamport.js");
    for (String path : List.of("/v2/standard", "/v1/payment", "/v1", "/v1/iamport.js")) {
      Reply script = window.get(path);
      assertThat(script.status()).isEqualTo(200);
      assertThat(script.headers().get("Content-Type")).startsWith("text/javascript");
      assertThat(script.body()).doesNotContain("innerHTML", "eval(", "document.write");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/window", "/widget?part=methods", "/bank"})
  void pages_loadNothingFromOutside_andRunNothingOfAnyoneElse(String path) throws IOException {
    Reply page = window.get(path);

    assertThat(page.headers().get("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.body()).doesNotContain("http://", "https://", "onclick", "style=", "//cdn");
  }

  @Test
  void otherPaths_areNotThere() throws IOException {
    assertThat(window.get("/nothing").status()).isEqualTo(404);
    assertThat(window.get("/window.css/..%2f..%2fSandbox.class").status()).isEqualTo(404);
    assertThat(window.get("/session?id=x").status()).isEqualTo(404);
  }

  @Test
  void closedSandbox_hasNoWindow() {
    sandbox.close();

    assertThatThrownBy(sandbox::tossScriptUrl).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void windowsRequests_areNotInTheGatewaysJournal() throws IOException {
    openToss(toss("\"method\":\"CARD\"," + ADDRESSES));

    assertThat(sandbox.toss().journal().entries()).isEmpty();
  }

  // --- what opens no window

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window|\"orderName\":\"A\",\"orderId\":\"order_1\",\"method\":\"CARD\"|INVALID_AMOUNT_VALUE",
        "window|\"amount\":{\"currency\":\"KRW\",\"value\":\"100\"}|INVALID_AMOUNT_VALUE",
        "window|\"amount\":{\"currency\":\"KRW\",\"value\":-1}|BELOW_ZERO_AMOUNT",
        "window|\"amount\":{\"currency\":\"KRW\",\"value\":0}|INVALID_AMOUNT_VALUE",
        "window|\"amount\":{\"value\":100}|INVALID_AMOUNT_CURRENCY",
        "window|\"amount\":{\"currency\":\"KRW\",\"value\":100}|NOT_SUPPORTED_METHOD",
        "window|AMOUNT,\"method\":\"card\"|NOT_SUPPORTED_METHOD",
        "window|AMOUNT,\"method\":\"CARD\"|INVALID_PARAMETERS",
        "window|AMOUNT,\"method\":\"CARD\",\"orderId\":\"short\"|INVALID_PARAMETERS",
        "window|AMOUNT,\"method\":\"CARD\",\"orderId\":\"주문번호입니다\"|INVALID_PARAMETERS",
        "window|ORDER,\"successUrl\":\"javascript:alert(1)\",\"failUrl\":\"https://s.example\"|"
            + "INCORRECT_SUCCESS_URL_FORMAT",
        "window|ORDER,\"successUrl\":\"https://s.example\"|INCORRECT_FAIL_URL_FORMAT",
        "window|ORDER,\"successUrl\":\"/paid\",\"failUrl\":\"/failed\"|INCORRECT_SUCCESS_URL_FORMAT",
        "window|ORDER,\"windowTarget\":\"popup\"|INVALID_PARAMETERS",
        "window|ORDER,\"customerMobilePhone\":\"010-0000\"|INVALID_PARAMETERS",
        "window|ORDER,\"customerName\":7|INVALID_PARAMETERS",
        "window|ORDER,\"metadata\":{\"a[b]\":\"c\"}|INVALID_METADATA",
        "window|ORDER,\"virtualAccount\":{\"validHours\":9999}|EXCEED_MAX_DUE_DATE",
        "v1|\"orderId\":\"order_1\",\"orderName\":\"A\",\"amount\":\"100\"|INVALID_PARAMETER",
        "v1|\"orderId\":\"order_1\",\"amount\":100|INVALID_PARAMETER",
      })
  void tossRequestTheScriptRefuses_opensNoWindow(String script, String fields, String code)
      throws IOException {
    String request =
        fields
            .replace(
                "ORDER", "AMOUNT,\"method\":\"CARD\",\"orderId\":\"order_1\",\"orderName\":\"A\"")
            .replace("AMOUNT", "\"amount\":{\"currency\":\"KRW\",\"value\":100}");

    Reply refused =
        window.post("/open", opening("toss", script, sandbox.tossClientKey(), request, true));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("code")).isEqualTo(code);
    assertThatThrownBy(() -> sandbox.toss().ledger(OrderId.of("order_1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tossWrongKeyOrNoWayBack_opensNoWindow() throws IOException {
    String request = toss("\"method\":\"CARD\"");

    assertThat(
            window.post("/open", opening("toss", "window", "test_ck_x", request, true)).at("code"))
        .isEqualTo("INVALID_CLIENT_KEY");
    assertThat(
            window
                .post("/open", opening("toss", "widget", sandbox.tossClientKey(), request, true))
                .at("code"))
        .isEqualTo("INVALID_CLIENT_KEY");
    assertThat(
            window
                .post("/open", opening("toss", "window", sandbox.tossClientKey(), request, false))
                .at("code"))
        .isEqualTo("NOT_SUPPORTED_PROMISE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"amount\":\"15000\"",
        "\"amount\":0",
        "\"merchant_uid\":null",
        "\"merchant_uid\":\"12345678901234567890123456789012345678901\"",
        "\"name\":7",
        "\"pay_method\":\"cash\"",
        "\"m_redirect_url\":\"javascript:alert(1)\"",
        "\"notice_url\":[\"ftp://shop.example\"]",
        "\"vbank_due\":\"tomorrow1\"",
        "\"currency\":\"원\\n\"",
      })
  void iamportRequestThatIsWrong_opensNoWindow(String field) throws IOException {
    String right = "\"merchant_uid\":\"order_9001\",\"amount\":15000";

    Reply refused =
        window.post(
            "/open",
            opening("iamport", "iamport", sandbox.iamportUserCode(), merged(right, field), true));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("code")).isEqualTo("F1001");
  }

  private static String merged(String right, String field) {
    String name = field.substring(0, field.indexOf(':'));
    String rest =
        List.of(right.split(",")).stream()
            .filter(pair -> !pair.startsWith(name))
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    return rest + "," + field;
  }

  @Test
  void iamportPreparedWithAnotherAmount_orPaid_opensNoWindow() throws IOException {
    Wire iamport = Wire.iamport(sandbox);
    iamport.post("/payments/prepare", "{\"merchant_uid\":\"order_9001\",\"amount\":14000}");
    String code = sandbox.iamportUserCode();

    Reply other = window.post("/open", opening("iamport", "iamport", code, iamport(""), true));
    sandbox.buyer().onIamport().pay(OrderId.of("paid_1"), PRICE);
    Reply paid =
        window.post(
            "/open",
            opening(
                "iamport", "iamport", code, "\"merchant_uid\":\"paid_1\",\"amount\":15000", true));

    assertThat(other.at("code")).isEqualTo("F1001");
    assertThat(paid.at("code")).isEqualTo("F1002");
    assertThat(paid.headers().get("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  // --- what the buyer does

  @Test
  void sessionEnds_once_whateverIsSentAgain() throws IOException {
    String session = openToss(toss("\"method\":\"CARD\"," + ADDRESSES));

    String first = String.valueOf(end(session, "\"end\":\"PAY\"").at("url"));
    String second = String.valueOf(end(session, "\"end\":\"CLOSE\"").at("url"));

    assertThat(first).startsWith("https://shop.example/paid?cart=1&paymentType=NORMAL&orderId=");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void pageOfAnotherSite_cannotEndAWindow() throws IOException {
    String session = openToss(toss("\"method\":\"CARD\"," + ADDRESSES));
    String path = "/session?id=" + session;

    assertThat(window.postForm(path, "{\"end\":\"PAY\"}").status()).isEqualTo(403);
    assertThat(
            window.header("Sec-Fetch-Site", "cross-site").post(path, "{\"end\":\"PAY\"}").status())
        .isEqualTo(403);
    assertThat(window.post(path, "{\"end\":\"STEAL\"}").status()).isEqualTo(409);
    assertThat(window.post("/bank/accounts", "{\"act\":\"deposit\"}").status()).isEqualTo(409);
  }

  @Test
  void refusedLater_theConfirmIsRefusedWithTheCode() throws IOException {
    String session = openToss(toss("\"method\":\"CARD\"," + ADDRESSES));
    String url =
        String.valueOf(
            end(session, "\"end\":\"REFUSED_LATER\",\"code\":\"REJECT_CARD_COMPANY\"").at("url"));

    try (PaymentGateway gateway = Gateways.toss(sandbox).build()) {
      Confirmation.NotConfirmed refused =
          (Confirmation.NotConfirmed) gateway.confirm(confirm(paymentKey(url)));
      assertThat(refused.refusal().orElseThrow().code()).contains("REJECT_CARD_COMPANY");
    }
  }

  @Test
  void tooLate_theConfirmFindsNoSession() throws IOException {
    String session = openToss(toss("\"method\":\"CARD\"," + ADDRESSES));
    String url = String.valueOf(end(session, "\"end\":\"PAY\",\"fault\":\"TOO_LATE\"").at("url"));

    try (PaymentGateway gateway = Gateways.toss(sandbox).build()) {
      assertThat(gateway.confirm(confirm(paymentKey(url))))
          .isInstanceOf(Confirmation.NotConfirmed.class);
    }
    assertThat(sandbox.toss().ledger(order).captures()).isZero();
  }

  @Test
  void answerLostOnce_theSdkAsksAgain_allLost_isDoubt() throws IOException {
    String one = openToss(toss("\"method\":\"CARD\"," + ADDRESSES));
    String oneUrl = String.valueOf(end(one, "\"end\":\"PAY\",\"fault\":\"ANSWER_LOST\"").at("url"));
    String all = openToss(toss("\"method\":\"CARD\"," + ADDRESSES));
    String allUrl =
        String.valueOf(end(all, "\"end\":\"PAY\",\"fault\":\"ALL_ANSWERS_LOST\"").at("url"));

    try (TossGateway gateway =
        TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
            .http(
                HttpOptions.builder()
                    .baseUrl(sandbox.tossUrl())
                    .retryPolicy(new RetryPolicy(3, SOON, SOON))
                    .build())
            .build()) {
      assertThat(gateway.confirm(confirm(paymentKey(oneUrl))))
          .isInstanceOf(Confirmation.Confirmed.class);
      assertThatThrownBy(() -> gateway.confirm(confirm(paymentKey(allUrl))))
          .isInstanceOf(OutcomeUnknownException.class);
      sandbox.toss().clearFaults();
      assertThat(
              gateway
                  .find(PaymentLookup.byPaymentId(paymentKey(allUrl)))
                  .orElseThrow()
                  .status()
                  .isPaid())
          .isTrue();
    }
  }

  @Test
  void bothWidgetAndWindowKeys_areTakenByTheApi() throws IOException {
    for (String key : List.of(sandbox.tossSecretKey(), sandbox.tossWidgetSecretKey())) {
      try (PaymentGateway gateway =
          TossGateway.builder(TossSecretKey.of(key))
              .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
              .build()) {
        assertThat(gateway.find(PaymentLookup.byOrderId(order))).isEmpty();
      }
    }
    assertThat(
            List.of(
                sandbox.tossClientKey(), sandbox.tossWidgetClientKey(), sandbox.iamportUserCode()))
        .doesNotHaveDuplicates()
        .noneMatch(
            key -> sandbox.tossSecretKey().contains(key) || sandbox.iamportKey().contains(key));
  }

  // --- the bank

  @Test
  void bank_depositsInTime_butNotAfterTheDueDate() throws IOException {
    String code = sandbox.iamportUserCode();
    String asked = iamport(",\"pay_method\":\"vbank\",\"name\":\"책 <b>\"");
    String session =
        String.valueOf(
            window.post("/open", opening("iamport", "iamport", code, asked, true)).at("session"));
    String id =
        String.valueOf(
            end(session, "\"end\":\"PAY\",\"method\":\"VIRTUAL_ACCOUNT\",\"with\":\"신한\"")
                .at("result.imp_uid"));

    Reply shown = window.get("/bank/accounts");
    assertThat(shown.at("accounts.0.orderName")).isEqualTo("책 <b>");
    assertThat(shown.at("accounts.0.bank")).isEqualTo("신한은행");
    String act = "{\"gateway\":\"iamport\",\"paymentId\":\"" + id + "\",\"act\":\"%s\"}";
    assertThat(window.post("/bank/accounts", act.formatted("wait")).at("accounts.0.state"))
        .isEqualTo("CLOSED");
    assertThat(window.post("/bank/accounts", act.formatted("deposit")).status()).isEqualTo(409);
    assertThat(sandbox.iamport().ledger(order).captures()).isZero();
  }

  // --- helpers

  private static PaymentId paymentKey(String url) {
    String query = URI.create(url).getQuery();
    return PaymentId.of(query.replaceAll(".*paymentKey=([^&]*).*", "$1"));
  }

  private ConfirmRequest confirm(PaymentId id) {
    return ConfirmRequest.builder(id, order, PRICE).build();
  }

  private static String toss(String more) {
    return "\"amount\":{\"currency\":\"KRW\",\"value\":15000},\"orderId\":\"order_9001\","
        + "\"orderName\":\"티셔츠\","
        + more;
  }

  private static String iamport(String more) {
    return "\"merchant_uid\":\"order_9001\",\"amount\":15000" + more;
  }

  private static String opening(
      String gateway, String script, String key, String request, boolean framed) {
    return "{\"gateway\":\"%s\",\"script\":\"%s\",\"key\":\"%s\",\"framed\":%s,\"request\":{%s}}"
        .formatted(gateway, script, key, framed, request);
  }

  private String openToss(String request) throws IOException {
    Reply opened =
        window.post("/open", opening("toss", "window", sandbox.tossClientKey(), request, true));
    assertThat(opened.status()).as(opened.body()).isEqualTo(200);
    return String.valueOf(opened.at("session"));
  }

  private Reply end(String session, String choice) throws IOException {
    Reply ended = window.post("/session?id=" + session, "{" + choice + "}");
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    return ended;
  }
}
