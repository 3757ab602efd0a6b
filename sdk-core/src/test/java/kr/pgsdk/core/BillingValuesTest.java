package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a charge is made of: refused before anything is sent, and never shown. */
class BillingValuesTest {
  private static final String NUMBER = "4330123412341234";
  private static final YearMonth EXPIRY = YearMonth.of(2030, 12);
  private static final BillingKey KEY = BillingKey.of("billing-key-1", "customer-key-1");

  private static CardData.Builder card() {
    return CardData.builder("4330-1234-1234-1234", EXPIRY);
  }

  @Test
  void cardsDashesAreDropped_andNothingOfItIsShown() {
    CardData card = card().ownerIdentity("900101").passwordDigits("12").cvc("123").build();

    assertThat(card.number()).isEqualTo(NUMBER);
    assertThat(card.toString()).isEqualTo("CardData");
    assertThat(BillingKeyRequest.byCard("customer-key-1", card).customerName("Hong").build())
        .hasToString("BillingKeyRequest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4330", "43301234123412345", "4330-1234-1234-123x", "４３３０123412341234"})
  void cardNumberOfAnotherForm_isRefused_withoutQuotingIt(String number) {
    assertThatThrownBy(() -> CardData.builder(number, EXPIRY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("card number must be 14 to 16 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9001011", "1990-01-01", "12345678901", "901301", "900132", "900001"})
  void identityOfAnotherForm_isRefused_withoutQuotingIt(String identity) {
    assertThatThrownBy(() -> card().ownerIdentity(identity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("YYMMDD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"900101", "000229", "1234567890", "000000"})
  void identityOfAPersonABusinessOrACardAbroad_isTaken(String identity) {
    assertThat(card().ownerIdentity(identity).build().ownerIdentity()).hasValue(identity);
  }

  @Test
  void otherDigitsOfAnotherForm_areRefused() {
    assertThatThrownBy(() -> card().passwordDigits("1")).hasMessageContaining("2 digits");
    assertThatThrownBy(() -> card().cvc("12345")).hasMessageContaining("3 or 4 digits");
  }

  @Test
  void billingKeyIsNeverShown() {
    assertThat(KEY).hasToString("BillingKey");
    assertThat(new BillingKeyDetails(KEY, "41", "433012******1234", null))
        .hasToString("BillingKeyDetails[41]");
    assertThat(ChargeRequest.builder(KEY, OrderId.of("order-1"), Money.krw(1_000), "Nov").build())
        .hasToString("ChargeRequest[order-1, 1000 KRW]");
    assertThat(KEY).isEqualTo(BillingKey.of("billing-key-1", "customer-key-1"));
    assertThat(KEY).isNotEqualTo(BillingKey.of("billing-key-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb"})
  void emptyAndBrokenKeys_areRefused(String key) {
    assertThatThrownBy(() -> BillingKey.of(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BillingKey.of("billing-key-1", key))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BillingKeyRequest.byAuthKey("customer-key-1", key))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BillingKeyRequest.byCard(key, card().build()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void chargeOfNothing_orOfMoreTaxFreeThanAll_isRefused() {
    OrderId order = OrderId.of("order-1");
    assertThatThrownBy(() -> ChargeRequest.builder(KEY, order, Money.krw(0), "Nov"))
        .hasMessageContaining("more than zero");
    assertThatThrownBy(() -> ChargeRequest.builder(KEY, order, Money.krw(1), " "))
        .hasMessageContaining("blank");
    ChargeRequest.Builder charge = ChargeRequest.builder(KEY, order, Money.krw(1_000), "Nov");
    assertThatThrownBy(() -> charge.installmentMonths(1)).hasMessageContaining("2 to 36");
    charge.taxFree(Money.krw(1_001));
    assertThatThrownBy(charge::build).hasMessageContaining("tax-free");
  }
}
