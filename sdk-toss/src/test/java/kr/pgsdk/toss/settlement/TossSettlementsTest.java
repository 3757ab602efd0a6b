package kr.pgsdk.toss.settlement;

import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.model.TossCard;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class TossSettlementsTest {
  private static final TossSettlementRequest REQUEST =
      TossSettlementRequest.builder(PAYMENT_KEY).idempotencyKey("settle-1").build();

  private static boolean requested(String json) throws Exception {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.json(200, json));
      boolean result = client.settlements().request(REQUEST);
      RecordedRequest sent = toss.arrived().get(0);
      assertThat(TossServer.line(sent)).isEqualTo("POST /v1/settlements");
      assertThat(TossServer.body(sent)).isEqualTo("{\"paymentKey\":\"pay_key_1\"}");
      assertThat(TossServer.key(sent)).isEqualTo("settle-1");
      return result;
    }
  }

  private static TossSettlement settlement(String json) {
    return new TossSettlement(Json.object(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void request_tellsWhatTossSays() throws Exception {
    assertThat(requested("{\"result\":true}")).isTrue();
    assertThat(requested("{\"result\":false}")).isFalse();
  }

  @Test
  void request_withoutAResult_isADoubt() {
    assertThatThrownBy(() -> requested("{\"result\":\"yes\"}"))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> assertThat(e.lookup().paymentId()).hasValue(PAYMENT_KEY));
  }

  @Test
  void settlement_readsTheSample() {
    List<?> rows =
        (List<?>)
            Json.document(
                TossServer.fixture("22-settlements-list.json").getBytes(StandardCharsets.UTF_8));

    TossSettlement row = new TossSettlement((JsonObject) rows.get(0));

    assertThat(row.currency()).isEqualTo("KRW");
    assertThat(row.amount()).hasValue(new BigDecimal("15000"));
    assertThat(row.supplyAmount()).hasValue(new BigDecimal("409"));
    assertThat(row.vat()).hasValue(new BigDecimal("41"));
    assertThat(row.payOutAmount()).hasValue(new BigDecimal("14550"));
    assertThat(row.soldDate()).hasValue(LocalDate.of(2024, 2, 14));
    assertThat(row.paidOutDate()).hasValue(LocalDate.of(2024, 2, 21));
    assertThat(row.card().flatMap(TossCard::issuerCode)).hasValue("71");
    assertThat(row.fees())
        .singleElement()
        .satisfies(
            fee -> {
              assertThat(fee.type()).hasValue(TossFeeType.BASE);
              assertThat(fee.fee()).hasValue(new BigDecimal("450"));
            });
    assertThat(row.cancel()).isEmpty();
    assertThat(row.easyPay()).isEmpty();
    assertThat(row).hasToString("TossSettlement");
  }

  @Test
  void settlement_ofACancel_hasOneObject() {
    TossSettlement row =
        settlement("{\"currency\":\"KRW\",\"cancel\":{\"cancelAmount\":500},\"amount\":500.0}");

    assertThat(row.cancel().orElseThrow().cancelAmount().toPlainString()).isEqualTo("500");
    assertThat(row.amount().orElseThrow()).isEqualByComparingTo("500");
  }

  @Test
  void settlement_oddDetails_areEmpty() {
    TossSettlement row =
        settlement(
            "{\"currency\":\"KRW\",\"orderId\":\"a\\u0000b\",\"paymentKey\":\" \",\"soldDate\":\"soon\","
                + "\"fees\":{},\"card\":[],\"amount\":\"many\",\"method\":1}");

    assertThat(row.orderId()).isEmpty();
    assertThat(row.paymentKey()).isEmpty();
    assertThat(row.soldDate()).isEmpty();
    assertThat(row.fees()).isEmpty();
    assertThat(row.card()).isEmpty();
    assertThat(row.amount()).isEmpty();
  }

  @Test
  void settlement_withoutACurrency_isAProblem() {
    assertThatThrownBy(() -> settlement("{\"amount\":1}"))
        .isInstanceOf(JsonProblem.class)
        .hasMessageContaining("$.currency");
  }
}
