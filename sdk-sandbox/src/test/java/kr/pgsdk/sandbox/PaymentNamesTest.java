package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonNames;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.IamportNames;
import kr.pgsdk.portone.internal.PortOneNames;
import kr.pgsdk.toss.internal.TossNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists of the names in a payment, which keep a reader from making each name anew. */
class PaymentNamesTest {
  /** A gateway's list, and the member of a payment that holds the shop's own names. */
  private enum OfGateway {
    IAMPORT("sdk-iamport", IamportNames.PAYMENT, "custom_data"),
    TOSS("sdk-toss", TossNames.PAYMENT, "metadata"),
    PORTONE("sdk-portone", PortOneNames.PAYMENT, "customData");

    private final Path fixtures;
    private final JsonNames names;
    private final String shops;

    OfGateway(String module, JsonNames names, String shops) {
      this.fixtures = Path.of("..", module, "src/test/resources/fixtures");
      this.names = names;
      this.shops = shops;
    }
  }

  static Stream<Arguments> payments() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (OfGateway gateway : OfGateway.values()) {
      try (Stream<Path> files = Files.list(gateway.fixtures)) {
        files
            .filter(file -> file.getFileName().toString().matches("[0-9]+-payment-(?!error).*"))
            .sorted()
            .forEach(file -> all.add(arguments(gateway, file)));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("payments")
  void noNameInAPayment_isMadeAnew(OfGateway gateway, Path file) throws IOException {
    List<String> names = names(gateway, file);
    List<String> again = names(gateway, file);

    assertThat(names).isNotEmpty();
    for (int i = 0; i < names.size(); i++) {
      assertThat(again.get(i))
          .as("%s belongs in the names of %s", names.get(i), gateway)
          .isSameAs(names.get(i));
    }
  }

  private static List<String> names(OfGateway gateway, Path file) throws IOException {
    byte[] json = Files.readAllBytes(file);
    List<String> names = new ArrayList<>();
    collect(Json.object(json, gateway.names), gateway.shops, names);
    return names;
  }

  private static void collect(JsonObject object, String shops, List<String> names) {
    for (String name : object.names()) {
      names.add(name);
      JsonObject nested = object.object(name);
      if (nested != null && !name.equals(shops)) {
        collect(nested, shops, names);
      }
      object.objects(name, each -> each).forEach(each -> collect(each, shops, names));
    }
  }
}
