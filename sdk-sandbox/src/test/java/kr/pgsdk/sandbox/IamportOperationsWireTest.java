package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.sandbox.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox's Iamport beside the table of Iamport's operations and objects. */
class IamportOperationsWireTest {
  private static final Path FACTS = Path.of("src/test/resources/operations");

  private final Sandbox sandbox = Sandbox.start();
  private Wire iamport;

  @BeforeEach
  void token() throws IOException {
    iamport = Wire.iamport(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static Stream<String> facts(String file) throws IOException {
    return Files.readAllLines(FACTS.resolve(file)).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank());
  }

  static Stream<String> operations() throws IOException {
    return facts("iamport-operations.txt")
        .map(line -> line.split(" ", -1))
        .map(part -> part[1] + " " + part[2])
        .filter(operation -> !operation.equals("POST /users/getToken"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperation_isKnown_behindTheTokenCheck(String operation) throws IOException {
    String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("[{}]", "");
    Wire bare = Wire.to(sandbox.iamportUrl());
    assertThat(send(bare, operation, path).status()).isEqualTo(401);
    Wire.Reply reply = send(iamport, operation, path);
    assertThat(reply.headers().get("Content-Type")).startsWith("application/json");
    assertThat(reply.json()).containsOnlyKeys("code", "message", "response");
    assertThat(reply.status()).isNotEqualTo(405);
  }

  private static Wire.Reply send(Wire wire, String operation, String path) throws IOException {
    return switch (operation.substring(0, operation.indexOf(' '))) {
      case "GET" -> wire.get(path);
      case "DELETE" -> wire.delete(path);
      case "PUT" -> wire.put(path, "{\"status\":\"CANCELED\"}");
      default -> wire.post(path, "{\"status\":\"CANCELED\"}");
    };
  }

  static Stream<String> examples() throws IOException {
    String file =
        Files.readString(Path.of("src/main/resources/kr/pgsdk/sandbox/iamport/examples.json"));
    return Json.object(file).keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_hasTheFieldsOfItsObject_andTheNamesOfItsPath(String operation) throws IOException {
    Map<String, List<String>> objects =
        facts("iamport-objects.txt")
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(part -> part[0], part -> fields(part[1])));
    String type =
        facts("iamport-operations.txt")
            .map(line -> line.split(" ", -1))
            .filter(part -> (part[1] + " " + part[2]).equals(operation))
            .map(part -> part[5])
            .findFirst()
            .orElseThrow();
    String path = operation.substring(operation.indexOf(' ') + 1);

    Wire.Reply reply = send(iamport, operation, path.replaceAll("[{}]", ""));

    assertThat(reply.status()).isEqualTo(200);
    Object response = reply.at("response");
    Object one = response instanceof List<?> list ? list.get(0) : response;
    assertThat(response instanceof List).isEqualTo(type.endsWith("[]"));
    if (one == null) {
      assertThat(type).isEqualTo("-");
    } else if (type.startsWith("{")) {
      assertThat(((Map<?, ?>) one).keySet().toString())
          .isEqualTo(fields(type.substring(1, type.length() - 1)).toString());
    } else if (!type.startsWith("PaymentwallDelivery")) {
      assertThat(((Map<?, ?>) one).keySet().stream().map(String::valueOf))
          .containsExactlyInAnyOrderElementsOf(objects.get(type.replace("[]", "")));
    }
    assertThat(reply.body()).doesNotContain("{}", "\"{");
  }

  private static List<String> fields(String text) {
    return Stream.of(text.replaceAll("\\{[^}]*}", "object").split(",", -1))
        .map(field -> field.substring(0, field.indexOf(':')).replaceAll("[*!]", ""))
        .toList();
  }
}
