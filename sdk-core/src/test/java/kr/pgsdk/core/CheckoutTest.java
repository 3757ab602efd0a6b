package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.pgsdk.core.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page hands to a gateway's script survives the page, and can't leave its place. */
class CheckoutTest {
  private static String read(String text) {
    String json = CheckoutParameters.of(Map.of("name", text)).toJson();
    return Json.textsOf(json).get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "토스 티셔츠 외 2건",
        "T-shirt & \"jeans\" <b>50%</b>",
        "</script><script>alert(1)</script>",
        "<!--<script",
        "]]>",
        "it's 'quoted' \\ back",
        "two\u2028lines\u2029here",
        "tab\tline\nreturn\rnul\u0000",
        "emoji \uD83D\uDE00 \uD83C\uDDF0\uD83C\uDDF7",
        "&lt;/script&gt; &amp;",
        ""
      })
  void texts_survive_andNeitherEndTheirPlaceNorALine(String text) {
    String json = CheckoutParameters.of(Map.of("name", text)).toJson();

    assertThat(read(text)).isEqualTo(text);
    assertThat(json).doesNotContain("<", ">", "&", "'", "\n", "\r", "\u2028", "\u2029");
  }

  @Test
  void anyText_isASCIIOrMore_andComesBack() {
    SplittableRandom random = new SplittableRandom(20_261_129);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        int point = random.nextInt(random.nextBoolean() ? 0x100 : 0x11_0000);
        text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? '<' : point);
      }
      assertThat(read(text.toString())).as("text %s", i).isEqualTo(text.toString());
    }
  }

  @Test
  void halfASurrogatePair_isEscaped_forNoCharsetHasIt() {
    String json = CheckoutParameters.of(Map.of("name", "a\uD83D")).toJson();

    assertThat(json).isEqualTo("{\"name\":\"a\\ud83d\"}");
    assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(json);
  }

  @Test
  void numbersListsAndMaps_areWrittenPlainly() {
    CheckoutParameters parameters =
        CheckoutParameters.of(
            Map.of("f", List.of(new BigDecimal("1E+4"), 7, 8L, true, Map.of(), List.of())));

    assertThat(parameters.toJson()).isEqualTo("{\"f\":[10000,7,8,true,{},[]]}");
  }

  @Test
  void parameters_areACopy_unmodifiableAtEveryDepth_andShowNoValue() {
    Map<String, Object> inner = new HashMap<>(Map.of("buyer_name", "홍길동"));
    CheckoutParameters parameters = CheckoutParameters.of(Map.of("request_pay", inner));
    inner.put("amount", 1);

    assertThat(parameters.argument("request_pay")).isEqualTo(Map.of("buyer_name", "홍길동"));
    assertThatThrownBy(() -> ((Map<?, ?>) parameters.argument("request_pay")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(parameters).hasToString("CheckoutParameters[request_pay]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parameters.argument("requestPayment"))
        .withMessageContaining("request_pay");
  }

  @Test
  void valuesThatAreNoJson_areRefused() {
    List<Object> odd =
        new ArrayList<>(Arrays.asList(1.5, Double.NaN, 'c', new Object(), Map.of(1, 2)));
    for (Object value : odd) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CheckoutOptions.builder().parameter("p", value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/return",
        "shop.example/return",
        "ftp://shop.example/",
        "https:///return",
        "https://shop.example/return#part",
        "https://user:word@shop.example/",
        "https://shop.example/a b",
        "https://shop.example/\n",
        ""
      })
  void addressTheBrowserCannotReturnTo_isRefused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> CheckoutOptions.builder().returnUrl(url));
    assertThatIllegalArgumentException().isThrownBy(() -> CheckoutOptions.builder().failUrl(url));
  }

  @Test
  void failUrl_isTheReturnUrlUnlessThereIsAnother_andNeverAlone() {
    String url = "http://localhost:8080/pg/return/main?x=1";

    assertThat(CheckoutOptions.builder().returnUrl(url).build().failUrl()).contains(url);
    assertThatIllegalStateException()
        .isThrownBy(() -> CheckoutOptions.builder().failUrl(url).build());
  }

  @Test
  void buyersData_isCheckedAndNeverShown() {
    CheckoutOptions.Builder builder = CheckoutOptions.builder();

    assertThatIllegalArgumentException().isThrownBy(() -> builder.buyerPhone("12-34"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.buyerEmail("nobody"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.buyerName("a\u0007b"));
    assertThat(builder.buyerName("홍길동").build()).hasToString("CheckoutOptions");
  }
}
