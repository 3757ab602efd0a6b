package kr.pgsdk.toss.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are taken for a security key; nobody sees them. */
class TossSecurityKeyTest {
  @Test
  void sixtyFourHexadecimalCharacters_areTaken() {
    assertThat(TossSecurityKey.of("0123456789abcdefABCDEF0123456789".repeat(2)).toString())
        .isEqualTo("TossSecurityKey[***]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | must not be empty",
        "' ' | must not be empty",
        "00 | must be 64 hexadecimal characters",
        "'0123 ' | must not begin or end with spaces",
        "'\"0123\"' | has quotation marks around it",
        "0123456789canary | must be 64 hexadecimal characters; this has 16 characters",
        "test_sk_canary | this is a secret key",
        "live_gsk_canary | this is a secret key",
        "test_ck_canary | this is a client key",
        "imp19970521 | this is the user code of Iamport",
        "whsec_canary | this is a webhook secret of PortOne V2",
        // base64 of 64 times "a"
        "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQ=="
            + " | is encoded in base64",
      })
  void otherText_isNamed_withoutShowingIt(String text, String inMessage) {
    assertThatThrownBy(() -> TossSecurityKey.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(inMessage)
        .message()
        .doesNotContain("canary", "YWFh", "19970521");
  }
}
