package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What isn't asked for at once is read later, and looked at to its end at once. */
class JsonNamesTest {
  private static final JsonNames NAMES = JsonNames.of("now", "list", "in").and("later", "other");

  private static JsonObject partly(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    return Json.object(bytes, NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"now\":1}",
        "{\"later\":1}",
        "{\"unheard of\":{\"now\":[1,{\"later\":2}]},\"now\":null}",
        "{\"now\":{\"later\":{\"in\":1,\"other\":\"\\u0022가\\\\\"}},\"later\":[]}",
        "{\"list\":[{\"now\":1,\"x\":2},[{\"y\":[3]}],{\"now\":4}],\"other\":{}}",
        "{\"n\\u006fw\":1,\"l\\u0061ter\":2,\"\":3}"
      })
  void allOfIt_isAsIfItHadBeenReadWhole(String json) {
    JsonObject whole = Json.object(json.getBytes(UTF_8));
    JsonObject partly = partly(json);

    for (String name : whole.names()) {
      assertThat(partly.has(name)).as(name).isTrue();
      assertThat(partly.json(name)).as(name).isEqualTo(whole.json(name));
    }
    assertThat(partly.names()).isEqualTo(whole.names());
    assertThat(JsonText.of(partly)).isEqualTo(JsonText.of(whole));
    assertThat(partly.has("nowhere")).isFalse();
  }

  @Test
  void objectsDeepInIt_areFoundWhereTheyStand() {
    JsonObject read =
        partly("{\"now\":{\"list\":[{\"x\":1},{\"now\":0,\"x\":{\"y\":2}}]},\"other\":{\"z\":3}}");

    JsonObject second =
        read.requiredObject("now").requiredObjects("list", element -> element).get(1);
    assertThat(second.requiredObject("x").requiredNumber("y")).isEqualByComparingTo("2");
    assertThat(read.requiredObject("other").integer("z")).isEqualTo(3);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> second.requiredObject("x").requiredText("y"))
        .withMessage("$.now.list[1].x.y is not a text");
  }

  @Test
  void rest_isReadOnce() {
    JsonObject read = partly("{\"other\":{\"z\":3},\"later\":{\"z\":4}}");

    JsonObject other = read.object("other");
    JsonObject later = read.object("later");
    assertThat(other).isNotNull().isSameAs(read.object("other"));
    assertThat(later).isNotNull().isSameAs(read.object("later"));
  }

  @Test
  void repeatedName_isSeen_wheneverItIsAskedFor() {
    JsonObject read = partly("{\"now\":1,\"later\":1,\"x\":1,\"now\":2,\"later\":2,\"x\":2}");

    for (String name : new String[] {"now", "later", "x"}) {
      assertThat(read.integer(name)).isEqualTo(2);
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> read.requiredNumber(name))
          .withMessage("$." + name + " is there more than once");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "1.",
        "-",
        "tru",
        "TRUE",
        "NaN",
        "x",
        "\"",
        "\"\\",
        "\"\\'\"",
        "\"\\q\"",
        "\"\\u12g4\"",
        "'a'",
        "[1,]",
        "[1 2]",
        "[,]",
        "[",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\"=1}",
        "[}",
        "1 // x",
        "1;"
      })
  void brokenMember_thatNobodyAsksFor_isAProblemAtOnce(String value) {
    for (String name : new String[] {"later", "unheard of"}) {
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> partly("{\"now\":1,\"" + name + "\":" + value + "}"))
          .withMessageStartingWith("$ is ");
    }
  }

  @Test
  void deepMember_thatNobodyAsksFor_isAProblemAtOnce() {
    String deepest = "[".repeat(63) + "]".repeat(63);

    assertThat(partly("{\"later\":" + deepest + "}").json("later")).isEqualTo(deepest);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> partly("{\"later\":[" + deepest + "]}"))
        .withMessage("$ is nested too deep");
  }
}
