package kr.pgsdk.toss.card;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossCardPaymentsTest {
  private static final YearMonth EXPIRY = YearMonth.of(2030, 9);
  private static final CardData CARD = card(EXPIRY).build();

  private static CardData.Builder card(YearMonth expiry) {
    return CardData.builder("4330123412341234", expiry).ownerIdentity("900101");
  }

  private static TossKeyInRequest.Builder request(Money amount) {
    return TossKeyInRequest.builder(ORDER_ID, amount, "T-shirt", CARD);
  }

  @Test
  void keyIn_lostAnswer_isSentAgainUnderTheSameKey_withTheWholeBody() throws Exception {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.CUT_AFTER_READ, TossServer.ok(Pay.done()));

      assertThat(client.cardPayments().keyIn(request(AMOUNT).build()).orderId())
          .isEqualTo(ORDER_ID);

      List<RecordedRequest> sent = toss.arrived();
      assertThat(sent).hasSize(2);
      assertThat(TossServer.key(sent.get(0))).isEqualTo(TossServer.key(sent.get(1)));
      assertThat(TossServer.line(sent.get(0))).isEqualTo("POST /v1/payments/key-in");
      assertThat(TossServer.body(sent.get(1)))
          .isEqualTo(
              "{\"orderId\":\"order_9001\",\"amount\":15000,\"orderName\":\"T-shirt\","
                  + "\"cardNumber\":\"4330123412341234\",\"cardExpirationYear\":\"30\","
                  + "\"cardExpirationMonth\":\"09\",\"customerIdentityNumber\":\"900101\"}");
    }
  }

  @Test
  void keyIn_unreadableAnswer_isADoubtAboutTheOrder_withoutTheCard() throws Exception {
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.ok(Pay.done().with("orderId", "\"4330123412341234\"")));

      OutcomeUnknownException doubt =
          catchThrowableOfType(
              OutcomeUnknownException.class,
              () -> client.cardPayments().keyIn(request(AMOUNT).build()));

      assertThat(doubt.lookup().orderId()).hasValue(ORDER_ID);
      assertThat(doubt + "" + doubt.getCause()).doesNotContain("4330123412341234");
    }
  }

  @Test
  void card_withoutItsOwnersIdentity_isRefused_withoutShowingIt() {
    CardData bare = CardData.builder("4330123412341234", EXPIRY).build();

    assertThatThrownBy(() -> TossKeyInRequest.builder(ORDER_ID, AMOUNT, "T-shirt", bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("set ownerIdentity")
        .hasMessageNotContaining("4330");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 1999, 2100})
  void expiry_ofAnotherCentury_isRefused(int year) {
    CardData card = card(YearMonth.of(year, 1)).build();

    assertThatThrownBy(() -> TossKeyInRequest.builder(ORDER_ID, AMOUNT, "T-shirt", card))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("card expiry must be from 2000 to 2099");
  }

  @Test
  void cardPassword_isSentIfItIsThere() throws Exception {
    CardData card = card(YearMonth.of(2000, 12)).passwordDigits("12").build();
    try (TossServer toss = new TossServer();
        TossClient client = toss.client()) {
      toss.serve(TossServer.ok(Pay.done()));

      client
          .cardPayments()
          .keyIn(TossKeyInRequest.builder(ORDER_ID, AMOUNT, "T-shirt", card).build());

      assertThat(TossServer.body(toss.arrived().get(0)))
          .contains("\"cardExpirationYear\":\"00\",\"cardExpirationMonth\":\"12\"")
          .contains("\"cardPassword\":\"12\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"49999, 2", "100000, 1", "100000, 13", "100000, -1"})
  void installments_thatTossDoesNotTake_areRefused(long won, int months) {
    assertThatThrownBy(() -> request(Money.krw(won)).cardInstallmentPlan(months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cardInstallmentPlan");
  }

  @ParameterizedTest
  @CsvSource({"49999, 0", "50000, 2", "50000, 12"})
  void installments_thatTossTakes_areTaken(long won, int months) {
    assertThatCode(() -> request(Money.krw(won)).cardInstallmentPlan(months).build())
        .doesNotThrowAnyException();
  }

  @Test
  void toString_showsOrderAndAmountAlone() {
    assertThat(request(AMOUNT).customerName("Hong Gildong").build())
        .hasToString("TossKeyInRequest[order_9001, 15000 KRW]");
  }
}
