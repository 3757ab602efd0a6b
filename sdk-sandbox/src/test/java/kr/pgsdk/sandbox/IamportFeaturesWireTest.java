package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Iamport has beside payments, billing keys and schedules, over the wire. */
class IamportFeaturesWireTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_100);
  private static final String DELIVERY =
      """
      {"sender":{"name":"가게"},"receiver":{"name":"홍길동"},
      "logis":{"company":"CJGLS","invoice":"%s","sent_at":1795910400}}""";

  private final Sandbox sandbox = Sandbox.builder().controls(true).start();
  private final IamportBuyer buyer = sandbox.buyer().onIamport();
  private Wire iamport;

  @BeforeEach
  void token() throws IOException {
    iamport = Wire.iamport(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static void assertRefused(Wire.Reply reply, int status, int code) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("code")).isEqualTo(String.valueOf(code));
    assertThat((String) reply.at("message")).isNotBlank();
  }

  // ---- virtual accounts

  private Wire.Reply account(long due) throws IOException {
    return iamport.post(
        "/vbanks",
        """
        {"channel_key":"k","merchant_uid":"order_1","amount":1100,"vbank_code":"088",
        "vbank_due":%d,"vbank_holder":"가게","custom_data":{"a":1}}"""
            .formatted(due));
  }

  private long inSeconds(long seconds) {
    return sandbox.clock().instant().getEpochSecond() + seconds;
  }

  @Test
  void virtualAccount_issuedChangedPaid_oneCaptureOfTheChangedAmount() throws IOException {
    long due = inSeconds(3_600);
    Wire.Reply issued = account(due);
    assertThat(issued.at("response.status")).isEqualTo("ready");
    assertThat(issued.at("response.pay_method")).isEqualTo("vbank");
    assertThat(issued.at("response.vbank_code")).isEqualTo("088");
    assertThat(issued.at("response.vbank_name")).isEqualTo("신한은행");
    assertThat(issued.at("response.vbank_date")).isEqualTo(String.valueOf(due));
    assertThat(issued.at("response.custom_data")).isEqualTo("{\"a\":1}");
    PaymentId id = PaymentId.of((String) issued.at("response.imp_uid"));

    Wire.Reply changed =
        iamport.put("/vbanks/" + id, "{\"amount\":2200,\"vbank_due\":" + (due + 60) + "}");
    assertThat(changed.at("response.amount")).isEqualTo("2200");
    assertThat(changed.at("response.vbank_date")).isEqualTo(String.valueOf(due + 60));

    buyer.deposit(id);
    assertThat(sandbox.iamport().ledger(id).captured()).isEqualTo(Money.krw(2_200));
    assertRefused(iamport.put("/vbanks/" + id, "{\"amount\":1}"), 400, -1);
    assertRefused(account(due), 200, 1);
  }

  @Test
  void virtualAccount_pastDue_unknown_refused() throws IOException {
    assertRefused(account(inSeconds(-1)), 400, -1);
    assertRefused(iamport.put("/vbanks/imp_none", "{\"amount\":1}"), 404, -1);
    assertRefused(iamport.delete("/vbanks/imp_none"), 404, -1);
  }

  // ---- cash receipts

  @Test
  void receipt_issuedOnce_foundAndCancelled_thenIssuedAgain() throws IOException {
    String path = "/receipts/" + buyer.pay(ORDER, PRICE).paymentId();
    assertRefused(iamport.get(path), 404, -1);
    assertRefused(iamport.post(path, "{}"), 400, -1);
    Wire.Reply issued = iamport.post(path, "{\"identifier\":\"01000000000\"}");
    assertThat(issued.at("response.amount")).isEqualTo("1100");
    assertThat(issued.at("response.vat")).isEqualTo("100");
    assertThat(issued.at("response.type")).isEqualTo("person");
    assertThat(issued.at("response.cancelled_at")).isEqualTo("0");
    assertThat(iamport.get(path).body()).isEqualTo(issued.body());
    assertRefused(iamport.post(path, "{\"identifier\":\"01000000000\"}"), 400, -1);

    assertThat(iamport.delete(path).at("response.cancelled_at")).isNotEqualTo("0");
    assertRefused(iamport.delete(path), 400, -1);
    assertThat(iamport.post(path, "{\"identifier\":\"01000000000\"}").at("code")).isEqualTo("0");
  }

  @Test
  void receipt_ofAnUnpaidPayment_refused_thePaymentSaysWhetherItHasOne() throws IOException {
    PaymentId open = buyer.abandon(ORDER, PRICE).paymentId();
    assertRefused(iamport.post("/receipts/" + open, "{\"identifier\":\"1\"}"), 400, -1);
    PaymentId paid = buyer.pay(ORDER, PRICE).paymentId();
    iamport.post("/receipts/" + paid, "{\"identifier\":\"1\"}");
    assertThat(iamport.get("/payments/" + paid).at("response.cash_receipt_issued")).isEqualTo(true);
  }

  @Test
  void externalReceipt_issuedOnce_foundAndCancelled() throws IOException {
    String path = "/receipts/external/order_9";
    String body =
        "{\"channel_key\":\"k\",\"name\":\"n\",\"amount\":2200,\"identifier\":\"1\",\"vat_amount\":0}";
    Wire.Reply issued = iamport.post(path, body);
    assertThat(issued.at("response.merchant_uid")).isEqualTo("order_9");
    assertThat(issued.at("response.vat")).isEqualTo("0");
    assertRefused(iamport.post(path, body), 400, -1);
    assertThat(iamport.get(path).body()).isEqualTo(issued.body());
    assertThat(iamport.delete(path).at("code")).isEqualTo("0");
    assertRefused(iamport.delete(path), 404, -1);
  }

  // ---- certifications

  @Test
  void certification_ofABuyer_foundAndDeleted() throws IOException {
    String path = "/certifications/" + buyer.certify(ORDER);
    Wire.Reply found = iamport.get(path);
    assertThat(found.at("response.certified")).isEqualTo(true);
    assertThat(found.at("response.merchant_uid")).isEqualTo("order_1");
    assertThat(iamport.delete(path).body()).isEqualTo(found.body());
    assertRefused(iamport.get(path), 404, -1);
    assertRefused(iamport.delete(path), 404, -1);
  }

  @Test
  void certificationByNumber_certifiedOnceTheNumberIsRight() throws IOException {
    String person =
        "{\"channel_key\":\"k\",\"name\":\"홍길동\",\"phone\":\"01000000000\",\"birth\":\"900101\","
            + "\"gender_digit\":\"1\",\"carrier\":\"SKT\"}";
    String impUid =
        (String) iamport.post("/certifications/otp/request", person).at("response.imp_uid");
    assertThat(iamport.get("/certifications/" + impUid).at("response.certified")).isEqualTo(false);
    String confirm = "/certifications/otp/confirm/" + impUid;
    assertRefused(iamport.post(confirm, "{\"otp\":\"111111\"}"), 400, -1);
    assertThat(iamport.post(confirm, "{\"otp\":\"000000\"}").at("response.certified"))
        .isEqualTo(true);
    assertRefused(iamport.post(confirm, "{\"otp\":\"000000\"}"), 400, -1);
    assertRefused(iamport.post("/certifications/otp/confirm/x", "{\"otp\":\"000000\"}"), 404, -1);
    assertRefused(iamport.post("/certifications/otp/request", "{\"name\":\"a\"}"), 400, -1);
  }

  // ---- escrow

  @Test
  void delivery_registeredOnce_changed_found() throws IOException {
    String path = "/escrows/logis/" + buyer.payInEscrow(ORDER, PRICE).paymentId();
    assertRefused(iamport.get(path), 409, -1);
    assertRefused(iamport.put(path, DELIVERY.formatted("1")), 409, -1);
    assertRefused(iamport.post(path, "{}"), 400, -1);
    assertThat(iamport.post(path, DELIVERY.formatted("1")).at("response.invoice")).isEqualTo("1");
    assertRefused(iamport.post(path, DELIVERY.formatted("2")), 409, -1);
    assertThat(iamport.put(path, DELIVERY.formatted("3")).at("response.invoice")).isEqualTo("3");
    assertThat(iamport.get(path).at("response.invoice")).isEqualTo("3");
    assertThat(iamport.get(path).at("response.sent_at")).isEqualTo("1795910400");
  }

  @Test
  void delivery_unknownPayment404_withoutEscrow409() throws IOException {
    PaymentId paid = buyer.pay(ORDER, PRICE).paymentId();
    assertRefused(iamport.post("/escrows/logis/" + paid, DELIVERY.formatted("1")), 409, -1);
    assertRefused(iamport.post("/escrows/logis/imp_none", DELIVERY.formatted("1")), 404, -1);
  }

  // ---- codes, other payments

  @ParameterizedTest
  @CsvSource({"banks, 088, 신한은행, 22", "cards, 361, BC카드, 20"})
  void codes_allAndOne_unknown404(String what, String code, String name, int count)
      throws IOException {
    assertThat((List<?>) iamport.get("/" + what).at("response")).hasSize(count);
    assertThat(iamport.get("/" + what + "/" + code).at("response.name")).isEqualTo(name);
    assertRefused(iamport.get("/" + what + "/999"), 404, -1);
  }

  @ParameterizedTest
  @CsvSource({
    "/benepia/payment, benepia_user, point",
    "/kcpquick/payment/money, member_id, point",
    "/kcpquick/payment/autopay, customer_uid, card"
  })
  void paymentsOfOtherKinds_captureOnce_refusedWhenPaid(String path, String payer, String method)
      throws IOException {
    String body =
        "{\"%s\":\"a\",\"merchant_uid\":\"order_1\",\"amount\":1100,\"name\":\"n\"}"
            .formatted(payer);
    Wire.Reply paid = iamport.post(path, body);
    assertThat(paid.at("response.status")).isEqualTo("paid");
    assertThat(paid.at("response.pay_method")).isEqualTo(method);
    assertRefused(iamport.post(path, body), 200, 1);
    assertThat(sandbox.iamport().ledger(ORDER).captured()).isEqualTo(PRICE);
  }

  @Test
  void barcode_readyUntilRevoked() throws IOException {
    Wire.Reply ready =
        iamport.post("/cvs", "{\"channel_key\":\"k\",\"merchant_uid\":\"m\",\"amount\":1100}");
    assertThat(ready.at("response.status")).isEqualTo("ready");
    String path = "/cvs/" + ready.at("response.imp_uid");
    assertThat(iamport.delete(path).at("response.status")).isEqualTo("cancelled");
    assertRefused(iamport.delete(path), 400, -1);
  }

  // ---- the control door

  @Test
  void controls_payAndIssueKey_escrow_certify() throws IOException {
    Wire door = Wire.to(sandbox.iamportUrl());
    door.post(
        "/sandbox/buyer/pay-and-issue-key",
        "{\"orderId\":\"order_1\",\"amount\":1000,\"customerUid\":\"a\",\"cardNumber\":\"9003\"}");
    assertThat(iamport.get("/subscribe/customers/a").at("code")).isEqualTo("0");
    Wire.Reply escrow =
        door.post("/sandbox/buyer/pay-in-escrow", "{\"orderId\":\"order_2\",\"amount\":1000}");
    assertThat(iamport.get("/payments/" + escrow.at("paymentId")).at("response.escrow"))
        .isEqualTo(true);
    Wire.Reply certified = door.post("/sandbox/buyer/certify", "{\"orderId\":\"order_3\"}");
    assertThat(certified.json()).containsOnlyKeys("impUid");
    assertThat(iamport.get("/certifications/" + certified.at("impUid")).status()).isEqualTo(200);
  }
}
