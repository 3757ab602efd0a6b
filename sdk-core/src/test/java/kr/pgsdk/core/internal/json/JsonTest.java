package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static JsonObject object(String json) {
    return Json.object(json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html>canary</html>",
        "{\"a\":\"canary\"",
        "{\"a\":\"canary\"} x",
        "{\"a\":1}{}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":NaN}",
        "[1]",
        "\"canary\"",
        "null",
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "// x\n{}",
        "# x\n{}",
        "{\"a\":1} // x",
        "{\"a\"=1}",
        "{\"a\"=>1}",
        "{\"a\":1;\"b\":2}",
        "{\"a\":-NaN}",
        "{\"a\":Infinity}",
        ")]}'\n{}",
        "\ufeff{}",
        "{\"a\":1}\u0000",
        "{\"a\":1},"
      })
  void anythingButOneObject_isAProblem_thatDoesNotQuoteIt(String body) {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object(body))
        .withMessageStartingWith("$")
        .withMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}"})
  void strictTextAndObject_ofNothing_areNull(String json) {
    assertThat(object(json).strictText("a")).isNull();
    assertThat(object(json).strictObject("a")).isNull();
    object(json).requireOnce("a", "b");
  }

  @Test
  void strictTextAndObject_areWhatIsWritten() {
    assertThat(object("{\"a\":\"x\"}").strictText("a")).isEqualTo("x");
    assertThat(object("{\"a\":1.50}").strictText("a")).isEqualTo("1.50");
    assertThat(object("{\"a\":{\"b\":1}}").strictObject("a").names()).containsExactly("b");
  }

  @Test
  void strictTextAndObject_ofAnotherTypeOrThereTwice_areProblems() {
    for (String value : List.of("{}", "[]", "true", "false")) {
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> object("{\"a\":" + value + "}").strictText("a"))
          .withMessage("$.a is not a text");
    }
    for (String value : List.of("\"x\"", "[]", "true", "0")) {
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> object("{\"a\":" + value + "}").strictObject("a"))
          .withMessage("$.a is not an object");
    }
    JsonObject twice = object("{\"a\":{},\"a\":null}");
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> twice.strictText("a"));
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> twice.strictObject("a"));
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> twice.requireOnce("b", "a"))
        .withMessage("$.a is there more than once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "["})
  void deepNesting_isAProblem_notAStackOverflow(String opening) {
    for (int levels : new int[] {64, 256, 10_000}) {
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> object("{\"x\":" + opening.repeat(levels)))
          .withMessage("$ is nested too deep");
    }
  }

  @Test
  void sixtyFourLevels_areRead() {
    String arrays = "[".repeat(63) + "]".repeat(63);

    assertThat(object("{\"a\":" + arrays + "}").json("a")).isEqualTo(arrays);
  }

  @Test
  void amountWrittenAsText_isRefused_withItsPath() {
    JsonObject object = object("{\"response\":{\"amount\":\"1004\"}}").requiredObject("response");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object.requiredMoney("amount", "KRW"))
        .withMessage("$.response.amount is not a number");
  }

  @Test
  void pathInsideAnArray_isNamed() {
    JsonObject row =
        object("{\"cancels\":[{},{\"amount\":true}]}")
            .strictObjects("cancels", each -> each)
            .get(1);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> row.requiredNumber("amount"))
        .withMessage("$.cancels[1].amount is not a number");
  }

  @Test
  void keyFromOutside_canNotForgeALogLine() {
    JsonObject object = object("{\"a\\nERROR paid\":{}}").object("a\nERROR paid");
    assertThat(object).isNotNull();
    assertThat(object.problem("x", "is missing").getMessage()).doesNotContain("\n");
  }

  @Test
  void repeatedKey_isRefusedWhereMoneyDependsOnIt_andSurvivedElsewhere() {
    JsonObject object = object("{\"amount\":1,\"amount\":1,\"note\":\"a\",\"note\":\"b\"}");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object.requiredNumber("amount"))
        .withMessageContaining("more than once");
    assertThat(object.text("note")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1004, 1004",
    "1004.0, 1004",
    "10.50, 10.5",
    "1e4, 10000",
    "1.5E1, 15",
    "-0, 0",
    "0.0, 0"
  })
  void everyWayToWriteANumber_isRead(String literal, String plain) {
    assertThat(object("{\"a\":" + literal + "}").requiredMoney("a", "USD"))
        .isEqualTo(Money.of(plain, "USD"));
  }

  /** Moshi's own slip: 2 to the power of 64 is zero in a long, and no digit may follow a zero. */
  @ParameterizedTest
  @ValueSource(strings = {"184467440737095516160", "-184467440737095516161.5"})
  void numberBeyondALong_thatBeginsLikeAPowerOfTwo_isNotRead(String literal) {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object("{\"a\":" + literal + "}"))
        .withMessage("$ is not JSON, or breaks off");
    assertThat(object("{\"a\":18446744073709551616}").number("a"))
        .isEqualTo("18446744073709551616");
    assertThat(object("{\"a\":184467440737095516170}").number("a"))
        .isEqualTo("184467440737095516170");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1", "1e-999999999", "99999999999999999999999"})
  void absurdAmount_isRefused(String literal) {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object("{\"a\":" + literal + "}").requiredMoney("a", "USD"))
        .withMessageContaining("$.a is refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "-", "1.", "[", "\\", " ", "1,"})
  void bodyOfAMillionOfTheSame_isRefusedQuickly(String unit) {
    String json = "{\"a\":" + unit.repeat(1_000_000 / unit.length()) + "\"1\"}";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(100),
        () ->
            assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> object(json).requiredNumber("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n"})
  void gapOfAMillion_isReadQuickly(String space) {
    String json = "{\"a\":" + space.repeat(1_000_000) + "1}";
    BigDecimal read =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(100), () -> object(json).requiredNumber("a"));
    assertThat(read).isEqualTo("1");
  }

  @Test
  void textsOfEveryKind_areRead_asTheyAreMeant() {
    JsonObject object =
        object(
            "{\"\\u0061b\":\"\\\"\\\\\\/\\b\\f\\n"
                + "\\r"
                + "\\t\\uac00\\ud83d\\ude00 ok\",\"주문\":\"한글😀\",\"raw\":\"a\tb\"}");

    assertThat(object.text("ab")).isEqualTo("\"\\/\b\f\n\r\t가😀 ok");
    assertThat(object.text("주문")).isEqualTo("한글😀");
    assertThat(object.text("raw")).isEqualTo("a\tb");
    assertThat(object.names()).containsExactly("ab", "주문", "raw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRUE",
        "True",
        "FALSE",
        "falsE",
        "NULL",
        "nulL",
        "tru",
        "nul",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "-",
        "0x1",
        "\"\\'\"",
        "\"\\\n\"",
        "\"\\\\\\'\"",
        "\"\\x41\"",
        "\"\\u00g0\"",
        "\"\\u123\"",
        "\"open",
        "\"\\",
        "[1,]",
        "[1 2]",
        "{\"b\"}",
        "{,}"
      })
  void valueThatIsNone_isAProblem(String value) {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object("{\"a\":" + value + "}"))
        .withMessage("$ is not JSON, or breaks off");
  }

  @Test
  void textOfEveryLength_withSomethingSpecialAtEachPlace_isRead() {
    String[] specials = {"\\\"", "\\\\", "\\u0022", "가", "é", "\t", "#", "[", "]", "!"};
    for (int length = 0; length < 20; length++) {
      for (int at = 0; at <= length; at++) {
        for (String special : specials) {
          String text = "x".repeat(at) + special + "y".repeat(length - at);
          JsonObject object = object("{\"" + text + "\":\"" + text + "\"}");
          String plain = text.replace("\\\"", "\"").replace("\\\\", "\\").replace("\\u0022", "\"");
          assertThat(object.names()).containsExactly(plain);
          assertThat(object.text(plain)).isEqualTo(plain);
        }
      }
    }
  }

  @Test
  void everyDocumentCutShort_isAProblem() {
    byte[] json = "{\"a\":[1.5e3,\"x\\u0041\",true,null,{\"b\":-0}],\"가\":{}}".getBytes(UTF_8);
    for (int length = 0; length < json.length; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> Json.document(cut));
    }
    assertThat(Json.document(json)).isInstanceOf(JsonObject.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 10, 61, 62, 63, 124, 5_000})
  void everyMemberIsFound_howeverManyThereAre(int count) {
    StringBuilder json = new StringBuilder("{\"twice\":1,\"nested\":{\"k0\":-1},\"twice\":2");
    for (int i = 0; i < count; i++) {
      json.append(",\"k").append(i).append("\":").append(i);
    }
    JsonObject object = object(json.append('}').toString());

    for (int i = 0; i < count; i++) {
      assertThat(object.requiredNumber("k" + i)).isEqualTo(BigDecimal.valueOf(i));
    }
    assertThat(object.has("k" + count)).isFalse();
    assertThat(object.text("twice")).isEqualTo("2");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object.requiredNumber("twice"))
        .withMessage("$.twice is there more than once");
    assertThat(object.requiredObject("nested").names()).containsExactly("k0");
  }

  @Test
  void documentOfOneMebibyte_isRead_aLargerOneIsNot() {
    String start = "{\"" + "k".repeat(1 << 19) + "\":2,\"\\u006b\":\"";
    String filler = "x".repeat((1 << 20) - start.length() - "\",\"a\":1}".length());

    JsonObject object = object(start + filler + "\",\"a\":1}");

    assertThat(object.requiredNumber("a")).isEqualTo("1");
    assertThat(object.text("k")).isEqualTo(filler);
    assertThat(object.requiredNumber("k".repeat(1 << 19))).isEqualTo("2");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object(start + filler + "x\",\"a\":1}"))
        .withMessage("$ is larger than 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\\"", "\\\\", "a\\\\\\\"", "\\\"\\\"", "\\u0022:\\\"", "é\\\"", ":", ""})
  void oddKeys_areFound_whateverStandsAroundThem(String written) {
    for (String gap : List.of("", " ", "\n\t \r")) {
      String json = "{" + gap + "'" + written + "'" + gap + ":" + gap + "[1]" + gap + ",'b':2}";
      JsonObject object = object(json.replace('\'', '"'));
      String key = written.replace("\\u0022", "\"").replaceAll("\\\\(.)", "$1");

      assertThat(object.names()).containsExactly(key, "b");
      assertThat(object.has(key)).isTrue();
      assertThat(object.json(key)).isEqualTo("[1]");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 2_000})
  void keyThatIsThereAgain_writtenOtherwise_isRefused(int others) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < others; i++) {
      json.append(",\"k").append(i).append("\":0");
    }
    String escaped = "\"\\u0061mount\":100";
    String plain = "\"amount\":15000";
    for (String body : List.of(escaped + json + "," + plain, plain + json + "," + escaped)) {
      JsonObject object = object("{" + body + "}");
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> object.requiredNumber("amount"))
          .withMessage("$.amount is there more than once");
      assertThat(object.text("amount")).isEqualTo(object.members().get("amount").toString());
    }
  }

  @Test
  void keysMadeToCollide_costNobodyAnything() {
    // Aa and BB have the same hash, and so has every text made of as many of them.
    StringBuilder json = new StringBuilder("{\"last\":true");
    for (int i = 0; i < 20_000; i++) {
      json.append(",\"");
      for (int bit = 0; bit < 15; bit++) {
        json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append("\":").append(i);
    }
    JsonObject object =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(100), () -> object(json.append('}').toString()));

    assertThat(object.bool("last")).isTrue();
    assertThat(object.integer("BB".repeat(3) + "Aa".repeat(12))).isEqualTo(7);
  }

  @Test
  void manyMembers_areTakenInOneWalk() {
    StringBuilder json = new StringBuilder("{\"first\":{}");
    for (int i = 0; i < 60_000; i++) {
      json.append(",\"k").append(i).append("\":").append(i);
    }
    JsonObject object = object(json.append('}').toString());

    Map<String, String> texts =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(100), () -> object.texts());

    assertThat(texts).hasSize(60_001).containsEntry("first", "").containsEntry("k59999", "59999");
  }

  @Test
  void numberOfSixtyFourDigits_isRead_asTextToo_oneMoreIsNot() {
    String digits = "1".repeat(64);
    JsonObject object =
        object("{\"n\":" + digits + ",\"t\":\"" + digits + "\",\"more\":\"1" + digits + "\"}");

    assertThat(object.number("n")).isEqualTo(digits);
    assertThat(object.number("t")).isEqualTo(digits);
    assertThat(object.number("more")).isNull();
  }

  @Test
  void nothing_isNothing_inAllItsForms() {
    JsonObject object = object("{\"null\":null,\"empty\":\"\",\"zero\":0,\"odd\":[]}");
    assertThat(object.text("absent")).isNull();
    assertThat(object.text("null")).isNull();
    assertThat(object.text("empty")).isNull();
    assertThat(object.text("odd")).isNull();
    assertThat(object.epochSeconds("zero")).isNull();
    assertThat(object.epochSeconds("absent")).isNull();
    assertThat(object.integer("odd")).isNull();
    assertThat(object.bool("zero")).isNull();
    assertThat(object.object("odd")).isNull();
    assertThat(object.objects("zero", each -> each)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-13T12:17:57+09:00, 2024-02-13T03:17:57Z",
    "2025-12-07T14:17:19, 2025-12-07T05:17:19Z",
    "2026-01-02T14:46:59.65327, 2026-01-02T05:46:59.653270Z",
    "2024-02-13T12:17:57+0900, 2024-02-13T03:17:57Z",
    "2024-02-13T12:17:57+09, 2024-02-13T03:17:57Z",
    "2024-02-13T03:17:57Z, 2024-02-13T03:17:57Z"
  })
  void times_withAndWithoutOffset(String text, Instant expected) {
    assertThat(object("{\"at\":\"" + text + "\"}").koreanTime("at")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2024-02-30T00:00:00", "99999999999-01-01T00:00:00Z", "20240101"})
  void timeThatIsNone_isAbsent(String text) {
    assertThat(object("{\"at\":\"" + text + "\"}").koreanTime("at")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+12026-11-20T00:00:00Z", "+999999999-12-31T23:59:59", "-0001-01-01T00:00:00"})
  void timeThatNoCalendarShows_isAbsent(String text) {
    assertThat(object("{\"at\":\"" + text + "\"}").koreanTime("at")).isNull();
    assertThat(object("{\"at\":253402300800}").epochSeconds("at")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+999999999", "1e-999999999", "0E+65", "1e100"})
  void numberThatWouldFillTheMemoryWhenPrinted_isNone(String number) {
    JsonObject object = object("{\"n\":" + number + "}");

    assertThat(object.number("n")).isNull();
    assertThatThrownBy(() -> object.requiredNumber("n"))
        .isInstanceOf(JsonProblem.class)
        .hasMessage("$.n is refused: beyond any amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c0af", "eda080", "b0a1", "c3", "f8888080"})
  void bytesThatAreNotUtf8_areAProblem_inATextToo(String hex) {
    // An overlong slash, half a character, a syllable of EUC-KR, a sequence cut short.
    for (String json :
        List.of("{\"a\":1}?", "{\"a\":\"x?\"}", "{\"a?\":1}", "{\"a\":1}?{\"a\":2}")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      String[] around = json.split("\\?", -1);
      bytes.writeBytes(around[0].getBytes(UTF_8));
      bytes.writeBytes(HexFormat.of().parseHex(hex));
      bytes.writeBytes(around[1].getBytes(UTF_8));
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> Json.document(bytes.toByteArray()))
          .withMessage("$ is not UTF-8");
    }
  }

  @Test
  void halfACharacter_byItsEscape_isReadAsItIs() {
    assertThat(object("{\"a\":\"x\\ud800y\"}").text("a")).isEqualTo("x\ud800y");
  }

  @Test
  void controlCharactersInATextOrKey_areReadAsTheyAre() {
    assertThat(object("{\"a\\u0000\u0001\":\"\u0000\u001f\u007f\n\"}").text("a\u0000\u0001"))
        .isEqualTo("\u0000\u001f\u007f\n");
  }

  @Test
  void longKeyOverManyObjects_isNotKeptForEachOfThem() {
    // Half a MiB of key over 30,000 objects: a path of text for each would be 15 GB.
    String key = "k".repeat(1 << 19);
    String rows = "{},".repeat(30_000) + "{\"n\":\"x\"}";

    List<JsonObject> objects =
        object("{\"" + key + "\":[" + rows + "]}").requiredObjects(key, each -> each);

    assertThat(objects).hasSize(30_001);
    assertThatThrownBy(() -> objects.get(30_000).requiredNumber("n"))
        .isInstanceOf(JsonProblem.class)
        .hasMessageStartingWith("$.kkk")
        .hasMessageEndingWith("... is not a number");
  }

  @Test
  void secondsBeyondTime_areAbsent() {
    assertThat(object("{\"at\":99999999999999999999}").epochSeconds("at")).isNull();
    assertThat(object("{\"at\":\"1709722069\"}").epochSeconds("at"))
        .isEqualTo(Instant.ofEpochSecond(1709722069));
  }

  @Test
  void written_numbersHaveNoExponent_andNullsAreLeftOut() {
    String json =
        JsonText.object()
            .put("amount", Money.of("0.00000001", "USD"))
            .put("big", new BigDecimal("1E+4"))
            .put("none", null)
            .put("text", "\"\n주문")
            .put("nested", JsonText.object().put("yes", true))
            .toString();

    assertThat(json)
        .isEqualTo(
            "{\"amount\":0.00000001,\"big\":10000,\"text\":\"\\\"\\n주문\","
                + "\"nested\":{\"yes\":true}}");
  }

  @Test
  void readAndWrittenAgain_isTheSame() {
    String json = "{\"a\":[1.50,null,true,\"x\",{\"b\":1e3}],\"c\":null}";
    assertThat(JsonText.of(object(json))).isEqualTo(json);
  }
}
