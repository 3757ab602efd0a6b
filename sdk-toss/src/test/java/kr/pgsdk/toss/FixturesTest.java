package kr.pgsdk.toss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.billing.TossBillingKeyRequest;
import kr.pgsdk.toss.billing.TossChargeRequest;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossObject;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.receipt.TossCashReceiptCancelRequest;
import kr.pgsdk.toss.receipt.TossCashReceiptRequest;
import kr.pgsdk.toss.settlement.TossSettlement;
import kr.pgsdk.toss.settlement.TossSettlementQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every file of the fixtures; one that nobody has classified is a failure. */
class FixturesTest {
  private static final Map<String, Known> PAYMENTS =
      Map.ofEntries(
          Map.entry("01", Known.PAID),
          Map.entry("03", Known.PARTIALLY_CANCELLED),
          Map.entry("04", Known.CANCELLED),
          Map.entry("06", Known.PAID),
          Map.entry("08", Known.WAITING_FOR_DEPOSIT),
          Map.entry("09", Known.PAID),
          Map.entry("11", Known.PAID),
          Map.entry("12", Known.PAID),
          Map.entry("13", Known.PAID),
          Map.entry("16", Known.FAILED),
          Map.entry("18", Known.PAID));

  /** Abridged by whoever printed it: the currency is left out. */
  private static final List<String> FRAGMENTS = List.of("07");

  private static final Map<String, Integer> ERRORS =
      Map.of("26", 404, "27", 403, "28", 409, "29", 400, "30", 400);

  private static final List<String> BILLING_KEYS = List.of("19", "20");

  private static final List<String> CASH_RECEIPTS = List.of("23", "24");

  private static final List<String> SETTLEMENTS = List.of("22");

  /** Of v2, which sdk-toss-payouts reads; webhooks, and requests, which their own tests read. */
  private static final List<String> OTHERS =
      List.of("32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42");

  private static final Money AMOUNT = Money.krw(15_000);

  /** The operation that each of them refuses. */
  private static final Map<String, Consumer<TossClient>> REFUSED =
      Map.of(
          "26",
          client -> client.payment(TossServer.PAYMENT_KEY),
          "27",
          client -> client.cancel(TossCancelRequest.full(TossServer.PAYMENT_KEY, "why").build()),
          "28",
          client ->
              client.confirm(
                  TossConfirmRequest.of(TossServer.PAYMENT_KEY, TossServer.ORDER_ID, AMOUNT)),
          "29",
          client -> client.billingKeys().charge(charge(TossServer.ORDER_ID)),
          "30",
          client ->
              client.confirm(
                  TossConfirmRequest.of(TossServer.PAYMENT_KEY, TossServer.ORDER_ID, AMOUNT)));

  static Stream<String> files() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(TossServer.FIXTURES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFixture_isReadAsWhatItIs(String file) throws Exception {
    String number = file.substring(0, 2);
    Consumer<String> reading =
        PAYMENTS.containsKey(number)
            ? json -> assertPayment(json, PAYMENTS.get(number))
            : FRAGMENTS.contains(number)
                ? json -> assertNoPayment(json, "$.currency is missing")
                : ERRORS.containsKey(number)
                    ? json -> assertError(json, ERRORS.get(number), REFUSED.get(number))
                    : BILLING_KEYS.contains(number)
                        ? FixturesTest::assertBillingKey
                        : CASH_RECEIPTS.contains(number)
                            ? FixturesTest::assertCashReceipt
                            : SETTLEMENTS.contains(number)
                                ? FixturesTest::assertSettlements
                                : OTHERS.contains(number) ? FixturesTest::assertOther : null;
    if (file.equals("SOURCES.md")) {
      return;
    }
    assertThat(reading).as("how to read " + file).isNotNull();
    reading.accept(TossServer.fixture(file));
  }

  @Test
  void everyFixture_hasASource() throws Exception {
    String sources = TossServer.fixture("SOURCES.md");

    assertThat(files().filter(file -> file.endsWith(".json")))
        .isNotEmpty()
        .allMatch(sources::contains);
  }

  /** By each operation that answers so: the lookup, and the one that led to it. */
  private static void assertPayment(String json, Known status) {
    TossPayment payment = TossPayment.parse(json);
    PaymentId key = payment.paymentKey();
    OrderId order = payment.orderId();

    assertThat(payment.toPayment().status().known()).isEqualTo(status);
    assertThat(TossPayment.parse(payment.toJson()).toJson()).isEqualTo(payment.toJson());
    assertRead(json, client -> client.payment(key));
    assertRead(json, client -> client.paymentByOrderId(order));
    if (payment.type().filter("BILLING"::equals).isPresent()) {
      assertRead(json, client -> client.billingKeys().charge(charge(order)));
    } else if (!payment.cancels().isEmpty()) {
      assertRead(json, client -> client.cancel(TossCancelRequest.full(key, "why").build()));
    } else {
      assertRead(json, client -> client.confirm(TossConfirmRequest.of(key, order, AMOUNT)));
    }
  }

  private static TossChargeRequest charge(OrderId order) {
    return TossChargeRequest.builder("billing-1", "customer_1", order, AMOUNT, "T-shirt").build();
  }

  private static void assertNoPayment(String json, String why) {
    assertThatThrownBy(() -> TossPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining(why);
  }

  private static void assertError(String json, int status, Consumer<TossClient> refused) {
    assertNoPayment(json, "$.paymentKey is missing");
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      for (int attempt = 0; attempt < 3; attempt++) {
        toss.serve(TossServer.json(status, json));
      }
      PaymentException error =
          catchThrowableOfType(PaymentException.class, () -> refused.accept(client));

      // A confirm that Toss is still working on has no outcome yet.
      assertThat(error)
          .isInstanceOf(status == 409 ? OutcomeUnknownException.class : GatewayException.class);
      assertThat(error.httpStatus()).hasValue(status);
      assertThat(json).contains("\"" + error.gatewayCode().orElseThrow() + "\"");
      assertThat(json).contains("\"" + error.gatewayMessage().orElseThrow() + "\"");
      assertThat(TossErrorCode.of(error.gatewayCode().orElseThrow()).isKnown()).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertBillingKey(String json) {
    String customerKey = Json.object(json.getBytes(StandardCharsets.UTF_8)).text("customerKey");
    TossBillingKeyRequest request = TossBillingKeyRequest.builder("auth-1", customerKey).build();

    assertRead(json, client -> client.billingKeys().issue(request));
  }

  private static void assertCashReceipt(String json) {
    JsonObject receipt = Json.object(json.getBytes(StandardCharsets.UTF_8));
    TossCashReceiptRequest request =
        TossCashReceiptRequest.builder(
                OrderId.of(receipt.requiredText("orderId")),
                AMOUNT,
                "T-shirt",
                TossCashReceiptType.INCOME_DEDUCTION,
                "01000001234")
            .build();

    assertRead(
        json,
        client ->
            receipt.requiredText("transactionType").equals("CANCEL")
                ? client.cashReceipts().cancel(TossCashReceiptCancelRequest.full("r-1").build())
                : client.cashReceipts().issue(request));
  }

  private static void assertSettlements(String json) {
    LocalDate day = LocalDate.of(2024, 2, 14);
    String row = json.substring(json.indexOf('{'), json.lastIndexOf('}') + 1);
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.json(200, json));
      try (Stream<TossSettlement> rows =
          client.settlements().list(TossSettlementQuery.builder(day, day).build())) {
        assertThat(rows.map(each -> TossServer.canonicalJson(each.toJson())))
            .containsExactly(TossServer.canonicalJson(row));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRead(String json, Function<TossClient, TossObject> call) {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.json(200, json));
      assertThat(TossServer.canonicalJson(call.apply(client).toJson()))
          .isEqualTo(TossServer.canonicalJson(json));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertOther(String json) {
    assertThat(Json.document(json.getBytes(StandardCharsets.UTF_8))).isNotNull();
    assertThatThrownBy(() -> TossPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class);
  }
}
