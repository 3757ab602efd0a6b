package kr.pgsdk.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=b          | b",
        "x=1&a=b&y=2  | b",
        "&&a=b&       | b",
        "a=b+c%20d    | b c d",
        "a=%EC%A3%BC%EB%AC%B8 | 주문",
        "a=%ec%a3%bc%eb%ac%b8 | 주문",
        "a=주문        | 주문",
        "%61=b        | b",
        "a=b=c        | b=c",
        "a=%26%3D     | &=",
        "a=b&a=b      | b"
      })
  void query_isDecoded(String query, String value) {
    assertThat(Parameters.ofQuery(query).value("a")).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a=", "a=+", "b=a", "=b", "&"})
  void absentOrBlank_isEmpty(String query) {
    assertThat(Parameters.ofQuery(query).value("a")).isEmpty();
  }

  @Test
  void noQuery_hasNoParameters() {
    assertThat(Parameters.ofQuery(null).value("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%4g",
        "a=%-1",
        "%=a",
        "a=%u0041",
        "a=%４１",
        "a=%FF",
        "a=%C0%80",
        "a=%ED%A0%80",
        "a=%EC%A3",
        "a=%EC.%A3%BC"
      })
  void brokenPercentSign_isRefused_andNotShown(String query) {
    assertThatThrownBy(() -> Parameters.ofQuery(query))
        .isInstanceOfSatisfying(
            RejectedRequestException.class,
            e -> {
              assertThat(e.httpStatus()).isEqualTo(400);
              assertThat(e).hasMessageContaining("percent").hasMessageNotContaining(query);
            });
  }

  @Test
  void twoValuesOfOneName_refusedWhenAsked_othersAreNot() {
    Parameters parameters = Parameters.ofQuery("imp_uid=imp_1&a=b&imp%5Fuid=imp_2");

    assertThat(parameters.value("a")).contains("b");
    assertThatThrownBy(() -> parameters.value("imp_uid"))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("imp_uid")
        .hasMessageNotContaining("imp_1");
  }

  @Test
  void twoValuesInAServletsMap_andInSprings_areRefusedAsWell() {
    Parameters servlet = Parameters.of(Map.of("a", new String[] {"1", "2"}, "b", new String[0]));
    Parameters spring = Parameters.ofLists(Map.of("a", List.of("1", "2"), "b", List.of("3")));

    assertThatThrownBy(() -> servlet.value("a")).isInstanceOf(RejectedRequestException.class);
    assertThatThrownBy(() -> spring.value("a")).isInstanceOf(RejectedRequestException.class);
    assertThat(servlet.value("b")).isEmpty();
    assertThat(spring.value("b")).contains("3");
  }

  @Test
  void queryWithoutEnd_andTooManyParameters_areRefused() {
    assertThatThrownBy(() -> Parameters.ofQuery("a=" + "x".repeat(64 * 1024)))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("too long");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= 1000; i++) {
      many.append("&p").append(i);
    }
    assertThatThrownBy(() -> Parameters.ofQuery(many.toString()))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("1000");
  }

  @Test
  void whateverWasEncoded_comesBack() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      Map<String, String> sent = new LinkedHashMap<>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        sent.put("k" + text(random), text(random));
      }
      List<String> pairs = new ArrayList<>();
      sent.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));

      Parameters read = Parameters.ofQuery(String.join("&", pairs));

      sent.forEach(
          (name, value) ->
              assertThat(read.value(name).orElse(""))
                  .as("seed %s, %s", seed, pairs)
                  .isEqualTo(value.isBlank() ? "" : value));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int sign = random.nextInt(0xd800);
      text.appendCodePoint(random.nextInt(4) == 0 ? 0x1F300 + random.nextInt(200) : sign);
    }
    return text.toString();
  }
}
