package kr.pgsdk.toss.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.toss.TossServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossSignatureTest {
  private static final String HEX =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final TossSecurityKey KEY = TossSecurityKey.of(HEX);
  private static final String TIME = "2024-08-08T10:00:05+09:00";
  private static final Instant SENT = Instant.parse("2024-08-08T01:00:05Z");

  // Made with Python's hmac over the fixture's bytes, a colon and the time.
  private static final String BY_TEXT = "8ahB85YsQ1gvGLeGqgbrxvvQvbUVT9FJ/sFRcS0OGXw=";
  private static final String BY_BYTES = "T+qSAlD54ezMqQkKO/JBClXGwMYuXTYLiwMFlChhX3Q=";
  private static final byte[] BODY =
      TossServer.fixture("39-webhook-payout-changed.json").getBytes(UTF_8);

  private static TossEvent verify(
      byte[] body, @Nullable String time, @Nullable String signature, Instant now) {
    Map<String, List<String>> headers = new HashMap<>();
    if (time != null) {
      headers.put("TossPayments-Webhook-Transmission-Time", List.of(time));
    }
    if (signature != null) {
      headers.put("TOSSPAYMENTS-WEBHOOK-SIGNATURE", List.of(signature));
    }
    return TossWebhook.read(WebhookRequest.of(body, headers))
        .verify(KEY, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void assertRejected(int status, ThrowingCallable verifying) {
    assertThatThrownBy(verifying)
        .isInstanceOfSatisfying(
            RejectedRequestException.class,
            e -> {
              assertThat(e.httpStatus()).isEqualTo(status);
              assertThat(e.getMessage()).doesNotContain(BY_TEXT, BY_BYTES, HEX, "FPA_12345");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1:" + BY_TEXT,
        "v1:" + BY_BYTES,
        "v1:AAAA,v1:" + BY_TEXT,
        "v1:" + BY_BYTES + ",v1:AAAA",
        "v1:AAAA, v1:" + BY_TEXT,
        "v1:!!!,v2:AAAA,v1:" + BY_TEXT
      })
  void signedWithEitherReadingOfTheKey_inEitherPlace_isTossS(String signature) {
    TossEvent event = verify(BODY, TIME, signature, SENT);

    assertThat(event.eventType()).isEqualTo("payout.changed");
    assertThat(event.eventId()).isEqualTo("evt_0001");
    assertThat(event.entityType()).isEqualTo("payout");
    assertThat(event.entityId()).isEqualTo("FPA_12345");
    assertThat(event.status()).contains("COMPLETED");
    assertThat(event.version()).contains("2022-11-16");
    assertThat(event.createdAt()).isEqualTo("2024-08-08T01:00:00Z");
    assertThat(event.entityJson()).contains("\"value\":5000.0");
    assertThat(event.toString()).doesNotContain("8월대금지급");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BY_TEXT,
        "v2:" + BY_TEXT,
        "V1:" + BY_TEXT,
        "v1:",
        "v1:AAAA",
        "v1=" + BY_TEXT,
        "v1:8ahB85YsQ1gvGLeGqgbrxvvQvbUVT9FJ/sFRcS0OGX==",
        ",,,,"
      })
  void otherSignature_isRefused(String signature) {
    assertRejected(401, () -> verify(BODY, TIME, signature, SENT));
  }

  @Test
  void anyByteOfTheBodyTampered_isRefused() {
    for (int i = 0; i < BODY.length; i++) {
      byte[] tampered = BODY.clone();
      tampered[i] ^= 1;
      // Some are no JSON any more: refused all the same, and before the key is asked.
      int at = i;
      assertThatThrownBy(() -> verify(tampered, TIME, "v1:" + BY_TEXT, SENT))
          .as("byte %s", at)
          .isInstanceOf(RejectedRequestException.class);
    }
    byte[] longer = java.util.Arrays.copyOf(BODY, BODY.length + 1);
    longer[BODY.length] = '\n';
    assertRejected(401, () -> verify(longer, TIME, "v1:" + BY_TEXT, SENT));
  }

  @Test
  void anySignOfTheTimeTampered_isRefused() {
    for (int i = 0; i < TIME.length(); i++) {
      char[] tampered = TIME.toCharArray();
      tampered[i] ^= 1;
      String time = new String(tampered);
      assertRejected(401, () -> verify(BODY, time, "v1:" + BY_TEXT, SENT));
    }
    // The same moment, written otherwise.
    assertRejected(401, () -> verify(BODY, "2024-08-08T01:00:05Z", "v1:" + BY_TEXT, SENT));
  }

  @Test
  void anyBitOfTheSignatureTampered_isRefused() {
    for (String right : List.of(BY_TEXT, BY_BYTES)) {
      byte[] signature = Base64.getDecoder().decode(right);
      for (int bit = 0; bit < signature.length * 8; bit++) {
        byte[] tampered = signature.clone();
        tampered[bit / 8] ^= (byte) (1 << bit % 8);
        String wrong = "v1:" + Base64.getEncoder().encodeToString(tampered);
        assertRejected(401, () -> verify(BODY, TIME, wrong, SENT));
      }
    }
  }

  @Test
  void anyDigitOfTheKeyWrong_isRefused() {
    for (int i = 0; i < HEX.length(); i++) {
      char[] digits = HEX.toCharArray();
      digits[i] = digits[i] == '0' ? '1' : '0';
      TossSecurityKey wrong = TossSecurityKey.of(new String(digits));
      WebhookRequest request =
          WebhookRequest.of(
              BODY,
              Map.of(
                  "tosspayments-webhook-transmission-time", List.of(TIME),
                  "tosspayments-webhook-signature", List.of("v1:" + BY_TEXT + ",v1:" + BY_BYTES)));
      assertRejected(
          401, () -> TossWebhook.read(request).verify(wrong, Clock.fixed(SENT, ZoneOffset.UTC)));
    }
  }

  @Test
  void missingHeader_isRefused_andSaysWhatTossSigns() {
    assertRejected(401, () -> verify(BODY, null, "v1:" + BY_TEXT, SENT));
    assertThatThrownBy(() -> verify(BODY, TIME, null, SENT))
        .hasMessageContaining("payout.changed and seller.changed");
  }

  @ParameterizedTest
  @CsvSource({
    "-PT5M, true",
    "PT5M, true",
    "-PT5M0.001S, false",
    "PT5M0.001S, false",
    "P1D, false",
    "PT0S, true"
  })
  void timeWindow_hasItsEdgesAtFiveMinutes(Duration late, boolean inside) {
    ThrowingCallable verifying = () -> verify(BODY, TIME, "v1:" + BY_TEXT, SENT.plus(late));
    if (inside) {
      assertThat(verify(BODY, TIME, "v1:" + BY_TEXT, SENT.plus(late))).isNotNull();
    } else {
      assertRejected(401, verifying);
    }
  }

  @Test
  void toleranceOfTheCallers_isKept() {
    WebhookRequest request =
        WebhookRequest.of(
            BODY,
            Map.of(
                "tosspayments-webhook-transmission-time", List.of(TIME),
                "tosspayments-webhook-signature", List.of("v1:" + BY_TEXT)));
    Clock fourDaysLater = Clock.fixed(SENT.plus(Duration.ofDays(4)), ZoneOffset.UTC);
    TossWebhook webhook = TossWebhook.read(request);

    assertThat(webhook.verify(KEY, fourDaysLater, Duration.ofDays(4))).isNotNull();
    assertRejected(401, () -> webhook.verify(KEY, fourDaysLater, Duration.ofDays(3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> webhook.verify(KEY, fourDaysLater, Duration.ofDays(-1)))
        .isNotInstanceOf(RejectedRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventType\":\"payout.changed\"}",
        "{\"eventType\":\"payout.changed\",\"eventId\":\"e\",\"entityType\":\"payout\","
            + "\"createdAt\":\"2024-08-08T10:00:00+09:00\",\"entityBody\":{}}",
        "{\"eventType\":\"payout.changed\",\"eventId\":\"e e\",\"entityType\":\"payout\","
            + "\"createdAt\":\"2024-08-08T10:00:00+09:00\",\"entityBody\":{\"id\":\"1\"}}",
        "{\"eventType\":\"payout.changed\",\"eventId\":\"e\",\"entityType\":\"payout\","
            + "\"createdAt\":\"yesterday\",\"entityBody\":{\"id\":\"1\"}}"
      })
  void signedButNoEvent_is400(String body) {
    assertRejected(400, () -> verify(body.getBytes(UTF_8), TIME, signature(body, TIME), SENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2024-08-08", "2024-13-08T10:00:05+09:00"})
  void signedTimeThatIsNone_is401(String time) {
    String body = new String(BODY, UTF_8);
    assertRejected(401, () -> verify(BODY, time, signature(body, time), SENT));
  }

  /** Signs as Toss does, with the key's text. */
  private static String signature(String body, String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.text(), "HmacSHA256"));
      byte[] hash = mac.doFinal((body + ":" + time).getBytes(UTF_8));
      return "v1:" + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
