package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.PaymentId;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control door as a shop in another process uses it: over HTTP alone. */
@Timeout(120)
class ControlsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T01:02:03Z");
  private static final String ORDER = "\"orderId\":\"order_9001\",\"amount\":15000";

  private final Sandbox sandbox =
      Sandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).controls(true).start();
  private final Wire iamport = Wire.to(sandbox.iamportUrl());
  private final Wire toss = Wire.to(sandbox.tossUrl());

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static Wire.Reply act(Wire gateway, String action, String fields) throws IOException {
    return gateway.post("/sandbox/buyer/" + action, "{" + fields + "}");
  }

  private static String id(Wire.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return (String) reply.at("paymentId");
  }

  private Wire.Reply confirm(String paymentKey) throws IOException {
    return Wire.toss(sandbox)
        .post("/v1/payments/confirm", "{\"paymentKey\":\"" + paymentKey + "\"," + ORDER + "}");
  }

  private Wire.Reply paymentAtIamport(String impUid) throws IOException {
    return Wire.iamport(sandbox).get("/payments/" + impUid + "?include_sandbox=true");
  }

  private Wire.Reply paymentAtToss(String paymentKey) throws IOException {
    return Wire.toss(sandbox).get("/v1/payments/" + paymentKey);
  }

  @Test
  void notAskedFor_thePathsAreTheGateways() throws IOException {
    try (Sandbox plain = Sandbox.start()) {
      Wire.Reply iamportReply = Wire.iamport(plain).post("/sandbox/buyer/pay", "{" + ORDER + "}");
      Wire.Reply tossReply = Wire.toss(plain).post("/sandbox/clock", "{\"advance\":\"PT10M\"}");

      assertThat(iamportReply.status()).isEqualTo(404);
      assertThat(iamportReply.body()).contains("<html>");
      assertThat(tossReply.at("code")).isEqualTo("NOT_FOUND");
      assertThat(plain.iamport().journal().count("POST", "/sandbox/")).isEqualTo(1);
      assertThat(plain.toss().journal().count("POST", "/sandbox/")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pay, paid, false",
    "pay-in-test-channel, paid, true",
    "refuse, failed, false",
    "abandon, ready, false",
    "choose-virtual-account, ready, false"
  })
  void buyerAtIamport_paymentIsAsTheActionSays(String action, String status, boolean test)
      throws IOException {
    Wire.Reply back = act(iamport, action, ORDER);

    assertThat(back.at("orderId")).isEqualTo("order_9001");
    assertThat(back.at("amount")).isEqualTo("15000");
    assertThat(back.at("currency")).isEqualTo("KRW");
    Wire.Reply payment = paymentAtIamport(id(back));
    assertThat(payment.at("response.status")).isEqualTo(status);
    assertThat(payment.at("response.sandbox")).isEqualTo(test);
    assertThat(payment.at("response.amount")).isEqualTo("15000");
  }

  @ParameterizedTest
  @CsvSource({"choose-virtual-account, deposit", "abandon, pay-after-all"})
  void laterAtIamport_paidByItsIdAlone_andTheAnswerSaysSo(String first, String later)
      throws IOException {
    Wire.Reply back = act(iamport, first, ORDER);

    Wire.Reply paid = act(iamport, later, "\"paymentId\":\"" + id(back) + "\"");

    assertThat(paid.status()).isEqualTo(200);
    for (String same : new String[] {"paymentId", "orderId", "amount", "currency"}) {
      assertThat((String) paid.at(same)).isEqualTo(back.at(same));
    }
    assertThat((String) paid.at("query")).endsWith("&imp_success=true");
    assertThat(paymentAtIamport(id(back)).at("response.status")).isEqualTo("paid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "authenticate                           |                                           | DONE",
        "authenticate-with-refused-card         | ,\"code\":\"REJECT_CARD_COMPANY\"            | ABORTED",
        "authenticate-with-briefly-refused-card | ,\"code\":\"PROVIDER_ERROR\"                 | IN_PROGRESS",
        "abandon                                |                                           | READY",
        "fail-to-authenticate                   | ,\"code\":\"INVALID_PASSWORD\"               | ABORTED",
        "let-expire                             |                                           | EXPIRED",
        "choose-virtual-account                 |                                     | WAITING_FOR_DEPOSIT"
      })
  void buyerAtToss_afterTheConfirm_paymentIsAsTheActionSays(
      String action, String fields, String status) throws IOException {
    String paymentKey = id(act(toss, action, ORDER + (fields == null ? "" : fields)));

    confirm(paymentKey);

    assertThat(paymentAtToss(paymentKey).at("status")).isEqualTo(status);
  }

  @Test
  void brieflyRefusedCardAtToss_paidAfterAsManyConfirmsAsAsked() throws IOException {
    String fields = ORDER + ",\"code\":\"PROVIDER_ERROR\",\"times\":2";
    String paymentKey = id(act(toss, "authenticate-with-briefly-refused-card", fields));

    assertThat(confirm(paymentKey).at("code")).isEqualTo("PROVIDER_ERROR");
    assertThat(confirm(paymentKey).at("code")).isEqualTo("PROVIDER_ERROR");
    assertThat(confirm(paymentKey).at("status")).isEqualTo("DONE");
  }

  @Test
  void depositAtToss_tooEarlyIs409_afterTheConfirmItIsDone() throws IOException {
    Wire.Reply back = act(toss, "choose-virtual-account", ORDER);
    String deposit = "\"paymentId\":\"" + id(back) + "\"";

    assertThat(act(toss, "deposit", deposit).status()).isEqualTo(409);
    confirm(id(back));
    assertThat(act(toss, "deposit", deposit).json()).isEqualTo(back.json());

    assertThat(paymentAtToss(id(back)).at("status")).isEqualTo("DONE");
  }

  @Test
  void tamper_gatewayHasOneAmount_browserBringsTheOther() throws IOException {
    String both = "\"orderId\":\"order_9001\",\"amount\":100,\"claimedAmount\":15000";

    Wire.Reply atIamport = act(iamport, "tamper", both);
    Wire.Reply atToss = act(toss, "tamper", both);

    assertThat(atIamport.at("amount")).isEqualTo("15000");
    assertThat(paymentAtIamport(id(atIamport)).at("response.amount")).isEqualTo("100");
    assertThat(atToss.at("amount")).isEqualTo("15000");
    assertThat(paymentAtToss(id(atToss)).at("totalAmount")).isEqualTo("100");
  }

  @Test
  void amountAsTextInAnotherCurrency_taken() throws IOException {
    Wire.Reply back =
        act(iamport, "pay", "\"orderId\":\"주문-1\",\"amount\":\"544.68\",\"currency\":\"USD\"");

    assertThat(back.at("orderId")).isEqualTo("주문-1");
    assertThat(back.at("amount")).isEqualTo("544.68");
    assertThat(back.at("currency")).isEqualTo("USD");
    assertThat(paymentAtIamport(id(back)).at("response.currency")).isEqualTo("USD");
  }

  @Test
  void browsersQuery_isThatOfTheRedirect() throws IOException {
    Wire.Reply paid = act(iamport, "pay", ORDER);
    Wire.Reply back = act(toss, "authenticate", ORDER);
    Wire.Reply failed = act(toss, "fail-to-authenticate", ORDER + ",\"code\":\"INVALID_PASSWORD\"");

    assertThat(paid.at("query"))
        .isEqualTo("imp_uid=" + id(paid) + "&merchant_uid=order_9001&imp_success=true");
    assertThat((String) back.at("query")).contains("paymentKey=" + id(back), "amount=15000");
    assertThat((String) failed.at("query")).startsWith("code=INVALID_PASSWORD&message=");
  }

  @Test
  void webhooks_areShown_andSentToAnAddressOnce() throws Exception {
    String impUid = id(act(iamport, "pay", ORDER));
    try (MockWebServer shop = new MockWebServer()) {
      shop.start();
      shop.enqueue(new MockResponse.Builder().code(503).build());
      String url = shop.url("/hook").toString();

      Wire.Reply shown = iamport.post("/sandbox/webhooks", "{\"paymentId\":\"" + impUid + "\"}");
      assertThat(shop.getRequestCount()).isZero();
      Wire.Reply sent =
          iamport.post(
              "/sandbox/webhooks", "{\"paymentId\":\"" + impUid + "\",\"url\":\"" + url + "\"}");

      assertThat(shown.body()).contains("\\\"imp_uid\\\":\\\"" + impUid).doesNotContain("answered");
      assertThat(sent.body()).contains("\"answered\":503");
      assertThat(shop.getRequestCount()).isEqualTo(1);
      assertThat(shop.takeRequest().getBody().utf8()).contains(impUid);
    }
    Wire.Reply none =
        toss.post(
            "/sandbox/webhooks", "{\"paymentId\":\"" + id(act(toss, "abandon", ORDER)) + "\"}");
    assertThat(none.body().strip()).isEqualTo("{\"webhooks\":[]}");
  }

  @Test
  void webhooksToNobody_orToNoAddress() throws Exception {
    String impUid = id(act(iamport, "pay", ORDER));
    int closed;
    try (MockWebServer shop = new MockWebServer()) {
      shop.start();
      closed = shop.getPort();
    }
    String payment = "{\"paymentId\":\"" + impUid + "\",\"url\":\"";

    assertThat(
            iamport
                .post("/sandbox/webhooks", payment + "http://127.0.0.1:" + closed + "/\"}")
                .body())
        .contains("\"answered\":null");
    for (String url : new String[] {"file:///etc/passwd", "shop", "http:", "h ttp://x"}) {
      assertThat(iamport.post("/sandbox/webhooks", payment + url + "\"}").status()).isEqualTo(400);
    }
    assertThat(iamport.post("/sandbox/webhooks", "{\"paymentId\":\"imp_9\"}").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"orderId\":\"order_9001\",\"amount\":1} {}",
        "orderId=order_9001&amount=15000",
        "{}",
        "{\"amount\":15000}",
        "{\"orderId\":null,\"amount\":15000}",
        "{\"orderId\":9001,\"amount\":15000}",
        "{\"orderId\":\" \",\"amount\":15000}",
        "{\"orderId\":\"../x\",\"amount\":15000}",
        "{\"orderId\":\"order_9001\"}",
        "{\"orderId\":\"order_9001\",\"amount\":0}",
        "{\"orderId\":\"order_9001\",\"amount\":-1}",
        "{\"orderId\":\"order_9001\",\"amount\":0.5}",
        "{\"orderId\":\"order_9001\",\"amount\":1E+999999999}",
        "{\"orderId\":\"order_9001\",\"amount\":\"15,000\"}",
        "{\"orderId\":\"order_9001\",\"amount\":true}",
        "{\"orderId\":\"order_9001\",\"amount\":15000,\"currency\":\"won\"}",
        "{\"orderId\":\"order_9001\",\"amount\":15000,\"curency\":\"USD\"}"
      })
  void wrongBody_400WithTheReason_noPayment(String body) throws IOException {
    Wire.Reply reply = toss.post("/sandbox/buyer/authenticate", body);

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat((String) reply.at("error")).containsAnyOf("orderId", "order id", "amount", "curr");
    assertThat(Wire.toss(sandbox).get("/v1/payments/orders/order_9001").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authenticate-with-refused-card",
        "authenticate-with-briefly-refused-card",
        "fail-to-authenticate"
      })
  void unknownCode_400_noPayment(String action) throws IOException {
    Wire.Reply reply = act(toss, action, ORDER + ",\"code\":\"NO_SUCH_CODE\"");

    assertThat(reply.status()).isEqualTo(400);
    assertThat((String) reply.at("error")).contains("NO_SUCH_CODE");
    assertThat(Wire.toss(sandbox).get("/v1/payments/orders/order_9001").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "4294967297", "1E+999999999", "\"2\""})
  void timesThatIsNoCount_400(String times) throws IOException {
    Wire.Reply brieflyRefused =
        act(
            toss,
            "authenticate-with-briefly-refused-card",
            ORDER + ",\"code\":\"PROVIDER_ERROR\",\"times\":" + times);
    Wire.Reply fault =
        toss.post("/sandbox/faults", "{\"fault\":\"answer-lost\",\"times\":" + times + "}");

    assertThat(brieflyRefused.status()).isEqualTo(400);
    assertThat(fault.status()).isEqualTo(400);
    assertThat((String) fault.at("error")).contains("times");
  }

  @Test
  void windowThatStaysShut_409_unknownPayment_400() throws IOException {
    act(iamport, "pay", ORDER);

    Wire.Reply again = act(iamport, "pay", ORDER);
    Wire.Reply unknown = act(iamport, "deposit", "\"paymentId\":\"imp_1\"");

    assertThat(again.status()).isEqualTo(409);
    assertThat((String) again.at("error")).contains("paid already");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat((String) unknown.at("error")).contains("imp_1");
  }

  @Test
  void wrongPathOrMethod_404ThatSaysWhatThereIs() throws IOException {
    assertThat((String) act(iamport, "authenticate", ORDER).at("error"))
        .contains("Iamport")
        .contains("pay-in-test-channel");
    for (Wire.Reply reply :
        new Wire.Reply[] {
          act(iamport, "authenticate", ORDER),
          iamport.get("/sandbox/buyer/pay"),
          iamport.get("/sandbox/clock"),
          iamport.delete("/sandbox"),
          iamport.get("/sandbox/x")
        }) {
      assertThat(reply.status()).isEqualTo(404);
      assertThat((String) reply.at("error")).isNotEmpty();
    }
    assertThat((String) iamport.get("/sandbox/x").at("error"))
        .contains("GET " + sandbox.iamportUrl() + "/sandbox");
  }

  @Test
  void pathThatOnlyBeginsAlike_isTheGateways() throws IOException {
    assertThat(iamport.get("/sandboxes").body()).doesNotContain("\"error\"");
    assertThat(sandbox.iamport().journal().count("GET", "/sandboxes")).isEqualTo(1);
  }

  @Test
  void clockAdvancedAtOneGateway_movesBoth() throws IOException {
    Wire token = Wire.iamport(sandbox);
    String paymentKey = id(act(toss, "authenticate", ORDER));

    Wire.Reply reply = toss.post("/sandbox/clock", "{\"advance\":\"PT30M\"}");

    assertThat(reply.at("now")).isEqualTo("2026-11-20T01:32:03Z");
    assertThat(sandbox.clock().instant()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    assertThat(token.get("/payments/imp_1").status()).isEqualTo(401);
    assertThat(confirm(paymentKey).at("code")).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"PT-1S\"", "\"10m\"", "\"\"", "600", "null", "\"P400000D\"", "\"PT9E9S\""})
  void advanceThatIsNoStepForward_400_clockStands(String advance) throws IOException {
    Wire.Reply reply = iamport.post("/sandbox/clock", "{\"advance\":" + advance + "}");

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(sandbox.clock().instant()).isEqualTo(NOW);
  }

  private static void fault(Wire gateway, String fields) throws IOException {
    Wire.Reply reply = gateway.post("/sandbox/faults", "{" + fields + "}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }

  @Test
  void statusFault_hitsMatchingRequestsAsOftenAsAsked_neverTheDoor() throws IOException {
    fault(toss, "\"fault\":\"status\",\"status\":503,\"method\":\"post\",\"times\":2");

    String paymentKey = id(act(toss, "authenticate", ORDER));
    assertThat(paymentAtToss(paymentKey).status()).isEqualTo(200);
    assertThat(confirm(paymentKey).status()).isEqualTo(503);
    assertThat(confirm(paymentKey).status()).isEqualTo(503);
    assertThat(confirm(paymentKey).status()).isEqualTo(200);
    assertThat(toss.delete("/sandbox/faults").at("hits")).isEqualTo("2");
    assertThat(sandbox.toss().ledger(PaymentId.of(paymentKey)).captures()).isEqualTo(1);
  }

  @Test
  void faultByPath_leavesOthersAndTheOtherGatewayAlone() throws IOException {
    fault(iamport, "\"fault\":\"status\",\"status\":500,\"path\":\"/payments/cancel\"");
    Wire shop = Wire.iamport(sandbox);
    String impUid = id(act(iamport, "pay", ORDER));

    assertThat(shop.get("/payments/" + impUid).status()).isEqualTo(200);
    assertThat(toss.get("/v1/payments/k").status()).isEqualTo(401);
    assertThat(shop.post("/payments/cancel", "{\"imp_uid\":\"" + impUid + "\"}").status())
        .isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"cut-after-read, 0", "answer-lost, 1"})
  void cutFault_noAnswer_executedAsItSays(String kind, int refunds) throws IOException {
    String impUid = id(act(iamport, "pay", ORDER));
    Wire shop = Wire.iamport(sandbox);
    fault(iamport, "\"fault\":\"" + kind + "\"");

    assertThatThrownBy(() -> shop.post("/payments/cancel", "{\"imp_uid\":\"" + impUid + "\"}"))
        .hasRootCauseInstanceOf(EOFException.class);

    assertThat(sandbox.iamport().ledger(PaymentId.of(impUid)).refunds()).isEqualTo(refunds);
  }

  @Test
  void cutBeforeReadFault_connectionReset_neverTheDoors() throws IOException {
    fault(iamport, "\"fault\":\"cut-before-read\"");

    String impUid = id(act(iamport, "pay", ORDER));
    assertThatThrownBy(() -> Wire.getToken(sandbox)).isInstanceOf(SocketException.class);

    assertThat(paymentAtIamport(impUid).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "stall-before-execution, HELD_BEFORE",
    "stall-after-execution, HELD_AFTER",
    "answer-lost, AT_ONCE"
  })
  void faultKind_isTheFaultOfThatName(String word, FaultKind.Execution execution) {
    String json = "{\"fault\":\"" + word + "\",\"times\":7}";

    Fault fault = ControlBody.of(json, ControlBody.OF_A_FAULT).fault();

    assertThat(fault.execution()).isEqualTo(execution);
    assertThat(fault.times()).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("kr.pgsdk.sandbox.FaultKind#overHttp")
  void faultKind_isOnThePage_andNamesItself(FaultKind kind) throws IOException {
    String fields =
        switch (kind) {
          case STATUS, HTML, EMPTY -> ",\"status\":503";
          case REDIRECT -> ",\"location\":\"https://elsewhere.invalid\"";
          default -> "";
        };
    String json = "{\"fault\":\"" + kind.word() + "\"" + fields + "}";

    Fault fault = ControlBody.of(json, ControlBody.OF_A_FAULT).fault();

    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.toString()).contains(kind.word());
    assertThat(iamport.get("/sandbox").body()).contains("  " + kind.word() + " ", kind.does());
  }

  @Test
  void statusFaultWithRetryAfter_comesWithTheHeader() throws IOException {
    fault(iamport, "\"fault\":\"status\",\"status\":429,\"retryAfter\":7");

    Wire.Reply reply = Wire.getToken(sandbox);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers().get("Retry-After")).isEqualTo("7");
  }

  @Test
  void faultsDeleted_heldRequestGoesOn_andNoneIsHitAfterwards() throws Exception {
    PaymentId impUid = PaymentId.of(id(act(iamport, "pay", ORDER)));
    Wire shop = Wire.iamport(sandbox);
    InjectedFault stall = sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION).times(5));
    CompletableFuture<Wire.Reply> cancelled =
        elsewhere(() -> shop.post("/payments/cancel", "{\"imp_uid\":\"" + impUid + "\"}"));
    stall.awaitHeld(1, Duration.ofSeconds(100));
    assertThat(sandbox.iamport().ledger(impUid).refunds()).isZero();

    assertThat(iamport.delete("/sandbox/faults").at("hits")).isEqualTo("1");

    assertThat(cancelled.get(100, TimeUnit.SECONDS).at("code")).isEqualTo("0");
    assertThat(sandbox.iamport().ledger(impUid).refunds()).isEqualTo(1);
    assertThat(shop.get("/payments/" + impUid).status()).isEqualTo(200);
    assertThat(stall.hits()).isEqualTo(1);
    assertThat(iamport.delete("/sandbox/faults").at("hits")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"fault\":\"status\"",
        "\"fault\":\"status\",\"status\":200",
        "\"fault\":\"status\",\"status\":\"503\"",
        "\"fault\":\"answer-lost\",\"status\":503",
        "\"fault\":\"html\",\"status\":503,\"retryAfter\":1",
        "\"fault\":\"html\",\"status\":9999",
        "\"fault\":\"status\",\"status\":503,\"retryAfter\":-1",
        "\"fault\":\"status\",\"status\":503,\"location\":\"/\"",
        "\"fault\":\"redirect\"",
        "\"fault\":\"answerLost\"",
        "\"fault\":\"answer\",\"status\":200",
        "\"fault\":\"rewritten-body\"",
        "\"status\":503",
        "\"fault\":\"answer-lost\",\"path\":\"payments\"",
        "\"fault\":\"answer-lost\",\"method\":1",
        "\"fault\":\"answer-lost\",\"delay\":1"
      })
  void wrongFault_400_nothingGoesWrong(String fields) throws IOException {
    Wire.Reply reply = iamport.post("/sandbox/faults", "{" + fields + "}");

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(Wire.getToken(sandbox).status()).isEqualTo(200);
  }

  @Test
  void controlRequests_notInTheJournal_andTakeNoNumber() throws IOException {
    String impUid = id(act(iamport, "pay", ORDER));
    iamport.get("/sandbox");
    iamport.post("/sandbox/clock", "{\"advance\":\"PT1S\"}");
    iamport.get("/sandbox/x");

    assertThat(sandbox.iamport().journal().count()).isZero();
    Wire.getToken(sandbox);
    assertThat(sandbox.iamport().journal().last().id()).isEqualTo(1);
    assertThat(sandbox.iamport().ledger(PaymentId.of(impUid)).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"GOOD, 200", "9003, 403"})
  void agreedToBilling_theAuthKeyGivesABillingKey_thatIsChargedAsTheCardSays(
      String card, int charged) throws IOException {
    String chosen = card.equals("GOOD") ? card : "433012345678" + card;
    Wire.Reply agreed =
        act(toss, "agree-to-billing", "\"customerKey\":\"buyer 1\",\"card\":\"" + chosen + "\"");
    assertThat(agreed.at("query")).isEqualTo("customerKey=buyer+1&authKey=" + agreed.at("authKey"));

    String billingKey =
        (String)
            Wire.toss(sandbox)
                .post(
                    "/v1/billing/authorizations/issue",
                    "{\"customerKey\":\"buyer 1\",\"authKey\":\"" + agreed.at("authKey") + "\"}")
                .at("billingKey");
    Wire.Reply charge =
        Wire.toss(sandbox)
            .post(
                "/v1/billing/" + billingKey,
                "{\"customerKey\":\"buyer 1\",\"orderName\":\"T-shirt\"," + ORDER + "}");
    assertThat(charge.status()).as(charge.body()).isEqualTo(charged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLATINUM", "1234", ""})
  void agreedToBilling_anUnknownCard_isRefusedWithWhatThereIs(String card) throws IOException {
    Wire.Reply reply =
        act(toss, "agree-to-billing", "\"customerKey\":\"buyer-1\",\"card\":\"" + card + "\"");
    assertThat(reply.status()).isEqualTo(400);
    assertThat((String) reply.at("error")).contains("GOOD", "OVER_LIMIT");
  }

  @ParameterizedTest
  @EnumSource
  void page_namesEverything_itsExamplesWork_andNoCredential(Shop shop) throws IOException {
    String url = shop.server(sandbox).url();
    Wire.Reply page = Wire.to(url).get("/sandbox");

    assertThat(page.headers().get("Content-Type")).startsWith("text/plain");
    for (FaultKind kind : FaultKind.overHttp()) {
      assertThat(page.body()).contains("  " + kind.word() + " ");
    }
    assertThat(page.body())
        .contains(url, "  choose-virtual-account ", "  deposit ")
        .doesNotContain(
            sandbox.iamportKey(), sandbox.iamportSecret(), sandbox.tossSecretKey(), "%");
    assertThat(page.body().lines())
        .filteredOn(line -> !line.contains("curl "))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(101));

    Matcher example = Pattern.compile("curl -d '(.*)' " + url + "(\\S+)").matcher(page.body());
    int examples = 0;
    while (example.find()) {
      assertThat(Wire.to(url).postForm(example.group(2), example.group(1)).status())
          .as(example.group())
          .isEqualTo(200);
      examples++;
    }
    assertThat(examples).isEqualTo(3);
    assertThat(page.body()).contains("curl -X DELETE " + url + "/sandbox/faults");
    assertThat(Wire.to(url).delete("/sandbox/faults").status()).isEqualTo(200);
  }

  private interface Sending {
    Wire.Reply send() throws IOException;
  }

  private static CompletableFuture<Wire.Reply> elsewhere(Sending sending) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return sending.send();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
