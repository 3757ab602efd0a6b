package kr.pgsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private final Redaction redaction = new Redaction(List.of("imp-key", "imp-secret"));

  @Test
  void messageThatEchoesKeyAndSecret_losesBoth() {
    assertThat(redaction.redact("인증에 실패하였습니다. imp-key, imp-secret"))
        .isEqualTo("인증에 실패하였습니다. ***, ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4330-1234-5678-1234",
        "4330 1234 5678 1234",
        "433012345678123",
        "43301234****1234",
        "010-1234-5678",
        "+82 10 1234 5678",
        "buyer@example.com",
        "0000000000000000000000000000000000000001"
      })
  void personalData_isHidden(String personal) {
    assertThat(redaction.redact("취소 실패(" + personal + ") 문의"))
        .doesNotContain(personal)
        .contains("***", "취소 실패", "문의");
  }

  @ParameterizedTest
  @ValueSource(strings = {"이미 전액취소된 주문입니다.", "limit 1000000 KRW", "NOT_FOUND_PAYMENT", "2024-02"})
  void ordinaryText_stays(String text) {
    assertThat(redaction.redact(text)).isEqualTo(text);
  }

  @Test
  void lineBreaksAndEscapes_canNotForgeLogLines() {
    assertThat(redaction.redact("a\r\nERROR paid\u001b[31m\u2028b"))
        .isEqualTo("a ERROR paid [31m b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u009b", "\u202e", "\u2066", "\u007f"})
  void controlsBeyondAscii_canNotForgeLogLinesEither(String control) {
    assertThat(redaction.redact("a" + control + "b")).isEqualTo("a b");
  }

  @Test
  void whatHidingLeaves_looksLikeACardNumber_isHiddenToo() {
    String once = redaction.redact("1 a@b.example c@d.example e@f.example");

    assertThat(once).isEqualTo("***").isEqualTo(redaction.redact(once));
  }

  @Test
  void secretAcrossTheCut_losesItsFirstHalfToo() {
    String text = "가".repeat(505) + "canary-secret";

    assertThat(new Redaction(List.of("canary-secret")).redact(text)).doesNotContain("canar");
  }

  @Test
  void keyTooShortToBeSecret_leavesTextsReadable() {
    assertThat(new Redaction(List.of("1", "")).redact("code -1")).isEqualTo("code -1");
  }

  @Test
  void longText_isCut() {
    assertThat(redaction.redact("가 ".repeat(10_000))).hasSizeLessThan(600);
  }

  @Test
  void nothing_staysNothing() {
    assertThat(redaction.redact(null)).isNull();
  }
}
