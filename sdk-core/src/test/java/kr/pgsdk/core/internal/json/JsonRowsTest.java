package kr.pgsdk.core.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  private static final int MIB = 1 << 20;

  private final JsonRows<String> rows =
      new JsonRows<>(row -> row.requiredText("id"), "response", "list");

  private static byte[] body(String json) {
    return json.getBytes(UTF_8);
  }

  private JsonObject read(String json) {
    return rows.read(body(json));
  }

  private static String row(String id, int length) {
    String start = "{\"id\":\"" + id + "\",\"x\":\"";
    return start + "x".repeat(length - start.length() - 2) + "\"}";
  }

  @Test
  void objectsOfTheArray_areMadeInTheirOrder_andTheRestIsRead() {
    JsonObject object =
        read("{\"code\":0,\"response\":{\"list\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"next\":2}}");

    JsonObject response = object.requiredObject("response");
    assertThat(rows.required(response)).containsExactly("a", "b");
    assertThat(rows.strict(response)).containsExactly("a", "b");
    assertThat(response.integer("next")).isEqualTo(2);
    assertThat(response.requiredObjects("list", each -> each)).isEmpty();
  }

  @Test
  void rowThatIsRefused_isNamedByItsPlace() {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> read("{\"response\":{\"list\":[{\"id\":\"a\"},{\"id\":0}]}}"))
        .withMessage("$.response.list[1].id is not a text");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> read("{\"response\":{\"list\":[{\"id\":\"a\"},[]]}}"))
        .withMessage("$.response.list holds something that is not an object");
  }

  @Test
  void firstWrongRow_endsIt_whateverComesAfter() {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> read("{\"response\":{\"list\":[{}," + "{},".repeat(5_000_000)))
        .withMessage("$.response.list[0].id is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response\":null}",
        "{\"response\":{\"list\":null}}",
        "{\"response\":{\"list\":{\"id\":\"a\"}}}",
        "{\"response\":[{\"id\":\"a\"}]}",
        "{\"list\":[{\"id\":\"a\"}]}",
        "{\"response\":{\"other\":{\"list\":[{\"id\":\"a\"}]}}}",
        "{\"response\":[{\"list\":[{\"id\":\"a\"}]}]}"
      })
  void anotherPlaceOrKind_isReadAsAnyValue(String json) {
    JsonObject object = read(json);

    assertThat(JsonText.of(object)).isEqualTo(json);
  }

  @Test
  void arrayThatIsThereTwice_isSeen() {
    JsonObject response =
        read("{\"response\":{\"list\":[{\"id\":\"a\"}],\"list\":[]}}").requiredObject("response");

    for (Supplier<?> call :
        List.<Supplier<?>>of(() -> rows.required(response), () -> rows.strict(response))) {
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(call::get)
          .withMessage("$.response.list is there more than once");
    }
  }

  @Test
  void arrayThatIsNone_isAProblem_ifOneIsRequired_orItIsSomethingElse() {
    JsonObject nothing = read("{\"response\":{\"list\":null}}").requiredObject("response");
    assertThat(rows.strict(nothing)).isEmpty();
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> rows.required(nothing))
        .withMessage("$.response.list is missing");
    JsonObject other = read("{\"response\":{\"list\":{}}}").requiredObject("response");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> rows.strict(other))
        .withMessage("$.response.list is not an array");
  }

  @Test
  void fifteenRowsOfOneMebibyte_areRead_aLargerRowIsNot() {
    String start = "{\"response\":{\"list\":[";
    String fifteen = (row("a", MIB) + ",").repeat(14);

    JsonObject object = read(start + fifteen + row("b", MIB) + "],\"next\":2}}");

    JsonObject response = object.requiredObject("response");
    assertThat(rows.required(response)).hasSize(15).endsWith("b");
    assertThat(response.integer("next")).isEqualTo(2);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> read(start + fifteen + row("b", MIB + 1) + "]}}"))
        .withMessage("$ is larger than 1 MiB");
  }

  @Test
  void whatSurroundsTheRows_isOneMebibyteAtMost() {
    String rest = "\"x\":\"" + "x".repeat(MIB) + "\"";
    for (String json :
        List.of(
            "{" + rest + ",\"response\":{\"list\":[{\"id\":\"a\"}]}}",
            "{\"response\":{\"list\":[{\"id\":\"a\"}]}," + rest + "}")) {
      assertThatExceptionOfType(JsonProblem.class)
          .isThrownBy(() -> read(json))
          .withMessage("$ is larger than 1 MiB");
    }
  }

  @Test
  void moreThanSixteenMebibytes_areNotRead() {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> read("[" + "{},".repeat(6_000_000)))
        .withMessage("$ is larger than 16 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", " ", "[", "\\\""})
  void sixteenMillionOfTheSame_areRefusedQuickly(String unit) {
    String json = "{\"response\":{\"list\":[" + unit.repeat(16_000_000 / unit.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(100),
        () -> assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> read(json)));
  }

  @Test
  void text_isTheDocumentWithoutGaps() {
    assertThat(Json.text(body(" [ 1.50 , null , {\"a\" : [ ] } ] ")))
        .isEqualTo("[1.50,null,{\"a\":[]}]");
    assertThat(Json.text(body("[]"))).isEqualTo("[]");
    assertThat(Json.text(body("{\"a\":[1,2]}"))).isEqualTo("{\"a\":[1,2]}");
    assertThat(Json.text(body("\"x\""))).isEqualTo("\"x\"");
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> Json.text(body("[1]]")));
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> Json.text(body("[TRUE]")));
  }

  @Test
  void text_ofALongList_isRewrittenElementByElement() {
    String list = "[" + (row("a", MIB) + ",").repeat(14) + row("b", MIB) + "]";

    assertThat(Json.text(body(list))).isEqualTo(list);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> Json.text(body("{\"a\":" + list + "}")))
        .withMessage("$ is larger than 1 MiB");
  }

  @Test
  void documentOfTheCallers_isRequiredAndSearched_aLongListToo() {
    String list = "[" + (row("a", MIB) + ",").repeat(14) + row("secret", MIB) + "]";

    assertThat(Json.textsOf(list)).hasSize(30).contains("a", "secret");
    assertThat(Json.textsOf("{\"a\":[\"x\",1]}")).containsExactly("x", "1");
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> Json.textsOf("[1"));
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> Json.textsOf(list + "]"))
        .withMessage("$ is followed by something else");
  }
}
