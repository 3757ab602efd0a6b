package kr.pgsdk.toss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys are taken; nobody sees them. */
class TossSecretKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"test_sk_abc123", "live_sk_abc123", "test_gsk_docs_abc", "live_gsk_x", "sk-next"})
  void secretKey_isTaken(String key) {
    assertThat(TossSecretKey.of(key).toString()).isEqualTo("TossSecretKey[***]");
  }

  @Test
  void credential_isTheKeyWithItsColon() {
    // base64 of "test_sk_abc:", worked out by hand
    assertThat(TossSecretKey.of("test_sk_abc").credential().headerValue())
        .isEqualTo("Basic dGVzdF9za19hYmM6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | must not be empty or blank",
        "'  ' | must not be empty or blank",
        "' test_sk_canary' | must not begin or end with spaces",
        "'test_sk_canary ' | must not begin or end with spaces",
        "'test_sk_ canary' | visible ASCII",
        "test_sk_canary키 | visible ASCII",
        "test_sk_canary: | must not hold a colon",
        "test_ck_canary | this is a client key",
        "live_ck_canary | this is a client key",
        "test_gck_canary | this is a client key",
        "live_gck_docs_canary | this is a client key of the payment widget",
        "'\"test_sk_canary\"' | has quotation marks around it",
        "test_sk_canary\" | has quotation marks around it",
        "${CANARY} | is a placeholder",
        "Basic canary | scheme of an Authorization header",
        "imp19970521 | this is the user code of Iamport",
        "channel-key-canary | this is a channel key of PortOne",
        "store-00000000-canary | this is a store id of PortOne V2",
        "whsec_canary | this is a webhook secret of PortOne V2",
        // base64 of "test_sk_canary" and "test_sk_canary:"
        "dGVzdF9za19jYW5hcnk= | is encoded in base64",
        "dGVzdF9za19jYW5hcnk6 | is encoded in base64",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | a security key",
      })
  void otherText_isRefused_withoutShowingIt(String key, String rule) {
    assertThatThrownBy(() -> TossSecretKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule)
        .message()
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("dGVz", "0123456", "19970521");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"test_sk_a\nb", "test_sk_a\r\nX: 1", "test_sk_a\u0000", "\ufefftest_sk_a"})
  void controlCharacters_areRefused(String key) {
    assertThatThrownBy(() -> TossSecretKey.of(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lastLineBreakOfAFile_isNamed() {
    assertThatThrownBy(() -> TossSecretKey.of("test_sk_a\n")).hasMessageContaining("line break");
  }
}
