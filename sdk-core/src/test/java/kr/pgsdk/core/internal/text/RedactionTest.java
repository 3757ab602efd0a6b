package kr.pgsdk.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  private static final String KEY = "test_sk_D4yKeq5bgrpKRd0J";
  private final Redaction knowing = new Redaction(List.of(KEY));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test_sk_D4yKeq5bgrpKRd0J",
        "TEST_SK_D4YKEQ5BGRPKRD0J",
        "dGVzdF9za19ENHlLZXE1YmdycEtSZDBKOg==",
        "dTp0ZXN0X3NrX0Q0eUtlcTViZ3JwS1JkMEo",
        "eyJrIjoidGVzdF9za19ENHlLZXE1YmdycEtSZDBKIn0",
        "dGVz-dF9z-a19E-NHlL-ZXE1-Ymdy-cEtS-ZDBK-Og"
      })
  void secretAsItIs_orALongKey_isReplaced(String form) {
    assertThat(knowing.redact("키 (" + form + ") 확인")).isEqualTo("키 (***) 확인");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%74est_sk_D4yKeq5bgrpKRd0%4a",
        "%2574est_sk_D4yKeq5bgrpKRd0%254A",
        "\\u0074est_sk_D4yKeq5bgrpKRd0J",
        "te\\st_sk_D4yKe\\q5bgrpKRd0J",
        "&#116;est_sk_D4yKeq5bgrpKRd0&#x4a;",
        "test_sk_D4yKe q5bgrp\nKRd0J",
        "test_sk_D4yKe\u200bq5bgrpKRd0J",
        "test_sk_D4yKeq5b",
        "q5bgrpKRd0J",
        "t.e.s.t._.s.k._.D.4.y.K.e.q.5.b.g.r.p.K.R.d.0.J",
        "test-sk-D4yK-eq5b-grpK-Rd0J",
        "test/sk/D4yKeq5b/grpKRd0J",
        "test_sk_D4yK\\r\\neq5bgr\\npKRd0J",
        "test_sk_D4y<br/>Keq5bgr<wbr>pKRd0J",
        "test_sk_D4y&nbsp;Keq5bgr&nbsp;pKRd0J",
        "ｔｅｓｔ＿ｓｋ＿Ｄ４ｙＫｅｑ５ｂｇｒｐＫＲｄ０Ｊ",
        "dGVz dF9z a19E NHlL ZXE1 Ymdy cEtS ZDBK Og==",
        "dGVzdF9za19E\nNHlLZXE1Ymdy\ncEtSZDBKOg==",
        "dGVzdF9za19E\\nNHlLZXE1Ymdy\\ncEtSZDBKOg==",
        "dGVzdF9za19E%0D%0ANHlLZXE1Ymdy%0D%0AcEtSZDBKOg%3D%3D",
        "dTp0.ZXN0.X3Nr.X0Q0.eUtl.cTVi.Z3Jw.S1Jk.MEo",
        "746573745f736b5f4434794b65713562677270 4b5264304a",
        "74:65:73:74:5F:73:6B:5F:44:34:79:4B:65:71:35:62:67:72:70:4B:52:64:30:4A",
        "0x74 0x65 0x73 0x74 0x5f 0x73 0x6b 0x5f 0x44 0x34 0x79 0x4b 0x65 0x71 0x35 0x62"
            + " 0x67 0x72 0x70 0x4b 0x52 0x64 0x30 0x4a",
        "\\x74\\x65\\x73\\x74_sk_D4yKeq5bgrpKRd0\\x4a"
      })
  void secretInAnotherForm_orAPartOfIt_withholdsTheText(String form) {
    assertThat(knowing.redact("키 (" + form + ") 확인")).isEqualTo(Redaction.WITHHELD);
  }

  private static final String DOTTED = "a1.Zk9-x_Q2.7f/Lm+3=w.tY~8";

  static Stream<String> encodings() {
    List<String> forms = new ArrayList<>();
    for (String secret : List.of(DOTTED, "live_gsk_" + DOTTED, "x1-y2-z3-a4")) {
      forms.add(secret);
      forms.add(secret.replaceAll("[^A-Za-z0-9]", ""));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
      forms.add(HexFormat.ofDelimiter("-").formatHex(secret.getBytes(StandardCharsets.UTF_8)));
      for (String before : List.of("", "u", "u:")) {
        byte[] bytes = (before + secret + ":").getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes));
        forms.add(Base64.getEncoder().encodeToString(bytes).replaceAll("(.{3})", "$1 . "));
      }
    }
    return forms.stream();
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void secretWithDots_isNotShownInAnyEncoding(String form) {
    Redaction dotted = new Redaction(List.of(DOTTED, "live_gsk_" + DOTTED, "x1-y2-z3-a4"));

    assertThat(dotted.redact("키 (" + form + ") 확인"))
        .isIn("키 (***) 확인", "키 (***.) 확인", Redaction.WITHHELD);
  }

  @Test
  void secretOfDotsAlone_isHidden_andLeavesTextsReadable() {
    Redaction odd = new Redaction(List.of("..-..+..1"));

    assertThat(odd.redact("키 ..-..+..1 a1 1 ok")).isEqualTo("키 *** a1 1 ok");
  }

  @Test
  void halvesAroundAHiddenOne_withholdTheText() {
    String text = KEY.substring(0, 7) + " " + KEY + " " + KEY.substring(7, 14);

    assertThat(knowing.redact(text)).isEqualTo(Redaction.WITHHELD);
    assertThat(knowing.redact(KEY.substring(0, 7) + " 4330-1234-5678-1234 " + KEY.substring(7, 14)))
        .isEqualTo(Redaction.WITHHELD);
  }

  @Test
  void secretThatIsAPartOfAnother_leavesNothingOfTheLongerOne() {
    assertThat(new Redaction(List.of("b-c-d", "a-b-c-d-e")).redact("key a-b-c-d-e"))
        .isEqualTo("key ***");
  }

  @ParameterizedTest
  @Timeout(120)
  @ValueSource(
      strings = {
        "test_sk_D4yKeq5bgrpKRd0",
        "test",
        ".",
        "&#",
        "&amp;",
        "%25",
        "\\",
        "<",
        "0x",
        "a-"
      })
  void hostileTextOfAMegabyte_besideManyLongSecrets_takesNoMinutes(String unit) {
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      secrets.add(unit.repeat(3_000 / unit.length()) + i);
    }
    String text = unit.repeat(1_000_000 / unit.length()) + "!";

    assertThat(redaction.redact(text, secrets)).hasSizeLessThan(600);
    assertThat(redaction.finds(text, secrets)).isTrue();
  }

  @Test
  void learnedTokens_areHidden_theLastThreeOfThem() {
    Redaction learning = new Redaction(List.of());
    for (int i = 1; i <= 4; i++) {
      learning.learn("token-no-" + i + "-abcdef" + i);
      learning.learn("token-no-" + i + "-abcdef" + i);
    }

    assertThat(learning.redact("token-no-4-abcdef4 token-no-2-abcdef2")).isEqualTo("*** ***");
  }

  @Test
  void tokensLearnedAtOnce_areAllHidden() throws Exception {
    for (int round = 0; round < 500; round++) {
      Redaction learning = new Redaction(List.of());
      CyclicBarrier start = new CyclicBarrier(2);
      FutureTask<Void> other = learning(learning, "token-of-another", start);
      Thread thread = new Thread(other);
      thread.start();
      FutureTask<Void> own = learning(learning, "token-of-this-one", start);
      own.run();
      own.get();
      other.get();

      assertThat(learning.redact("token-of-another token-of-this-one"))
          .as("round %d", round)
          .isEqualTo("*** ***");
    }
  }

  private static FutureTask<Void> learning(Redaction by, String token, CyclicBarrier start) {
    return new FutureTask<>(
        () -> {
          start.await(100, TimeUnit.SECONDS);
          by.learn(token);
          return null;
        });
  }

  @Test
  void whatTheRequestCarried_isHidden_whenItIsMoreThanAWord() {
    assertThat(redaction.redact("예금주 홍길동 88 ok", List.of("홍길동", "88", "ok")))
        .isEqualTo("예금주 *** 88 ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4330.1234.5678.1234", "４３３０-１２３４-５６７８-１２３４", "buyer%40example.com"})
  void personalDataWrittenOtherwise_isHidden(String personal) {
    assertThat(redaction.redact("문의 " + personal)).isEqualTo("문의 ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9f8e7d6c5b4a39281706f5e4d3c2b1a0", "a.b-c:1/2"})
  void traceId_stays(String id) {
    assertThat(knowing.traceId(id, List.of())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a\nb",
        "buyer@example.com",
        "010-1234-5678",
        "x-TEST_SK_D4YKEQ5B",
        "",
        "key-of-pg"
      })
  void traceIdThatIsSomethingElse_isNone(String id) {
    assertThat(knowing.traceId(id, List.of("key-of-pg"))).isNull();
  }

  @Test
  void textOfAMegabyte_isCutBeforeItIsReadThrough() {
    assertThat(knowing.redact("%25".repeat(350_000))).hasSizeLessThan(600);
  }

  @Test
  @Timeout(120)
  void hugeValueOfTheRequest_isNotLookedForForMinutes() {
    String huge = "0123456789abcdef".repeat(2_000_000);
    String large = "0123456789abcdef".repeat(700);

    assertThat(new Redaction(List.of()).redact("timeout", List.of(huge, large)))
        .isEqualTo("timeout");
    assertThat(new Redaction(List.of()).redact("x ".repeat(2_000), List.of(huge, large)))
        .startsWith("x x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-", "1 ", "*1", "１", "1", "a@b.c.", "1.2.", "1-*"})
  void endlessPersonalData_isHidden_andLeavesTheStackInPeace(String unit) throws Exception {
    String text = "x " + unit.repeat(4_000) + " end";
    FutureTask<String> redacting =
        new FutureTask<>(() -> Objects.requireNonNull(redaction.redact(text)));

    // As little as a thread of a busy server may have left.
    new Thread(null, redacting, "small-stack", 192 << 10).start();

    assertThat(redacting.get()).startsWith("x ").hasSizeLessThan(600);
  }

  @Test
  void partOfALongValueOfTheRequest_withholdsTheText() {
    String address = "서울특별시 강남구 ".repeat(3) + "테헤란로 1길 2, 3층 45호 ".repeat(12);

    assertThat(
            new Redaction(List.of()).redact("no: " + address.substring(40, 200), List.of(address)))
        .isEqualTo(Redaction.WITHHELD);
  }

  @Test
  @Timeout(120)
  void valuesOfOneLetterOverAndOver_areNotLookedForForMinutes() {
    List<String> values = Collections.nCopies(50, "a".repeat(6_000));

    assertThat(new Redaction(List.of()).redact("a".repeat(4_000), values)).isEqualTo("***");
  }
}
