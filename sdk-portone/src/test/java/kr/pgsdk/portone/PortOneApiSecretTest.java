package kr.pgsdk.portone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortOneApiSecretTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZI|webhook secret",
        "channel-key-0190a0b0-0001|channel key",
        "store-0190a0b0-0001-7000|store id",
        "billing-key-0190a0b0|billing key",
        "imp12345678|V1",
        "test_sk_0123456789|Toss",
        "PortOne abcdefabcdef|scheme",
        "${PORTONE_API_SECRET}|placeholder",
        "\"abcdefabcdef\"|quotation marks"
      })
  void otherTexts_areNamed_andNotShown(String text, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortOneApiSecret.of(text))
        .withMessageContaining(named)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text));
  }

  @Test
  void secret_isNotShown() {
    PortOneApiSecret secret = PortOneApiSecret.of("abcdefabcdef0123456789");

    assertThat(secret).hasToString("PortOneApiSecret[***]");
    assertThat(secret.credential().headerValue()).isEqualTo("PortOne abcdefabcdef0123456789");
  }
}
