package kr.pgsdk.toss.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TossNamesTest {
  static Stream<Path> payments() throws IOException {
    return Files.list(Path.of("src/test/resources/fixtures"))
        .filter(file -> file.getFileName().toString().matches("[0-9]+-payment-(?!error).*"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("payments")
  void noNameInAPayment_isMadeAnew(Path file) throws IOException {
    List<String> names = names(file);
    List<String> again = names(file);

    assertThat(names).isNotEmpty();
    for (int i = 0; i < names.size(); i++) {
      assertThat(again.get(i)).as("%s belongs in TossNames", names.get(i)).isSameAs(names.get(i));
    }
  }

  private static List<String> names(Path file) throws IOException {
    byte[] json = Files.readAllBytes(file);
    List<String> names = new ArrayList<>();
    collect(Json.object(() -> json, TossNames.PAYMENT), names);
    return names;
  }

  private static void collect(JsonObject object, List<String> names) {
    for (String name : object.names()) {
      names.add(name);
      JsonObject nested = object.object(name);
      if (nested != null && !name.equals("metadata")) { // the shop's own names
        collect(nested, names);
      }
      object.objects(name, each -> each).forEach(each -> collect(each, names));
    }
  }
}
