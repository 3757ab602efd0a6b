package kr.pgsdk.toss.payouts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TossJweTest {
  // Made with the JDK's own AES/GCM, with the key of PayoutsServer and the IV a0 to ab.
  private static final String VECTOR =
      "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwiaWF0IjoiMjAyNC0wOC0wOFQxMDowMDowMCswOTowMCIsIm5vbm"
          + "NlIjoiNWYwYzNmMGUtNmQ1Yy00YTVlLTliMGEtMDEyMzQ1Njc4OWFiIn0"
          + "..oKGio6Slpqeoqaqr."
          + "nToKSDe4a9AMR73xNUry7F2daD2jgWBAvnpU5xzOPGXwTGWLngB_HzrycKF9A9eAN35kckCjfxItO3l8iFLg3sDV"
          + "8RZyyoCZ1tiEOuaq7oDveM7IqaTrV99XQ-c.IwXnYbzG4b_eVAj3ApQYaw";

  private static TossJwe jwe(String key) {
    Clock clock = Clock.fixed(Instant.parse("2024-08-08T01:00:00.987Z"), ZoneOffset.UTC);
    return new TossJwe(TossSecurityKey.of(key), clock);
  }

  @Test
  void vector_isDecrypted() {
    assertThat(new String(jwe(PayoutsServer.KEY).decrypt(VECTOR.getBytes(UTF_8)), UTF_8))
        .isEqualTo(
            "{\"version\":\"2022-11-16\",\"traceId\":\"t1\",\"entityType\":\"seller\","
                + "\"entityBody\":{\"id\":\"seller-1\"}}");
    assertThat(TossJwe.isJwe((VECTOR + "\n").getBytes(UTF_8))).isTrue();
  }

  @Test
  void encrypted_hasTheHeadersTossAsksFor_andAnotherNonceEachTime() throws Exception {
    TossJwe jwe = jwe(PayoutsServer.KEY);
    String text = jwe.encrypt("{\"이름\":1}");

    JWEObject parsed = JWEObject.parse(text);
    Map<String, Object> custom = parsed.getHeader().getCustomParams();
    assertThat(parsed.getHeader().getAlgorithm()).isEqualTo(JWEAlgorithm.DIR);
    assertThat(parsed.getHeader().getEncryptionMethod()).isEqualTo(EncryptionMethod.A256GCM);
    assertThat(custom).containsOnlyKeys("iat", "nonce");
    assertThat(custom).containsEntry("iat", "2024-08-08T10:00:00+09:00");
    String nonce = (String) custom.get("nonce");
    assertThat(UUID.fromString(nonce)).hasToString(nonce);
    assertThat(new String(jwe.decrypt(text.getBytes(UTF_8)), UTF_8)).isEqualTo("{\"이름\":1}");
    assertThat(
            JWEObject.parse(jwe.encrypt("{\"이름\":1}")).getHeader().getCustomParams().get("nonce"))
        .isNotEqualTo(nonce);
  }

  @Test
  void anotherKey_orAChangedText_isNotDecrypted_andShowsNeither() {
    byte[] body = VECTOR.getBytes(UTF_8);
    assertThatThrownBy(() -> jwe("f".repeat(64)).decrypt(body))
        .isInstanceOf(JsonProblem.class)
        .hasMessageContaining("can't be decrypted: check that the security key")
        .hasMessageNotContaining("f".repeat(8))
        .hasNoCause();
    byte[] changed = VECTOR.replace("nToKS", "nToKT").getBytes(UTF_8);
    assertThatThrownBy(() -> jwe(PayoutsServer.KEY).decrypt(changed))
        .isInstanceOf(JsonProblem.class);
  }

  @Test
  void anotherAlgorithm_isRefused() {
    // {"alg":"none","enc":"A256GCM"} and {"alg":"dir","enc":"A128GCM"}
    for (String header :
        new String[] {
          "eyJhbGciOiJub25lIiwiZW5jIjoiQTI1NkdDTSJ9", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0"
        }) {
      byte[] body = (header + VECTOR.substring(VECTOR.indexOf('.'))).getBytes(UTF_8);
      assertThatThrownBy(() -> jwe(PayoutsServer.KEY).decrypt(body))
          .isInstanceOf(JsonProblem.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"a\":\"b.c.d.e.f\"}", "<html>", "a.b.c", "a.b.c.d.e.f"})
  void anythingElse_isNoJwe(String body) {
    assertThat(TossJwe.isJwe(body.getBytes(UTF_8))).isFalse();
  }
}
