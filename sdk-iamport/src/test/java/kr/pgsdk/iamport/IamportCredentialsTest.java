package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are taken for key and secret; nobody sees them. */
class IamportCredentialsTest {
  /** Hardly ever does base64 give letters and digits only: such a key would be taken for coded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "imp_apikey",
        "6661233436211235",
        "0123456789abcdef0123456789abcdef01234567",
        "ekKoeW8RyKuT0zgaZsUtXXTLQ4AhPFW3ZGseDA6bkA5lamv9OqDMnxyeB9wqOsuO9W3Mx9YSJ4dTqJ3f",
      })
  void keysAsTheyLook_areTaken(String key) {
    assertThat(IamportCredentials.of(key, key + "x").toString())
        .isEqualTo("IamportCredentials[***]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'canary ' | must not begin or end with spaces or line breaks",
        "'\"canary\"' | has quotation marks around it",
        "'“canary”' | has quotation marks around it",
        "canary\" | has quotation marks around it",
        "${CANARY_KEY} | is a placeholder",
        "$CANARY_KEY | is a placeholder",
        "%CANARY_KEY% | is a placeholder",
        "<canary key> | is a placeholder",
        "Bearer canary | scheme of an Authorization header",
        "imp19970521 | this is the user code (imp00000000)",
        "channel-key-canary | this is a channel key",
        "store-00000000-canary | this is a store id of PortOne V2",
        "whsec_canary | this is a webhook secret of PortOne V2",
        "test_sk_canary | this is a secret key of Toss",
        "live_gsk_canary | this is a secret key of Toss",
        "test_ck_canary | this is a client key of Toss",
        "live_gck_canary | this is a client key of Toss",
        // base64 of "6661233436211235" and "canary-secret-of-a-shop\n"
        "NjY2MTIzMzQzNjIxMTIzNQ== | is encoded in base64",
        "Y2FuYXJ5LXNlY3JldC1vZi1hLXNob3AK | is encoded in base64",
      })
  void otherText_isNamed_withoutShowingIt(String text, String inMessage) {
    assertThatThrownBy(() -> IamportCredentials.of(text, "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(inMessage)
        .message()
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("NjY2", "Y2Fu", "19970521");
    assertThatThrownBy(() -> IamportCredentials.of("key", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(inMessage);
  }

  @Test
  void keyAndSecretTheSame_areNamed() {
    assertThatThrownBy(() -> IamportCredentials.of("canary", "canary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("copied twice")
        .hasMessageNotContaining("canary");
  }
}
