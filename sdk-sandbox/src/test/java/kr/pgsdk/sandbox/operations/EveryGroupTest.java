package kr.pgsdk.sandbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.sandbox.operations.Facts.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No documented operation is left out: each group of them has its test. */
class EveryGroupTest {
  /** {@code POST /users/getToken} answers no feature, and has tests of its own. */
  private static final String TOKEN = "token";

  @Test
  void iamport_has80Operations() {
    assertThat(Facts.of("iamport").operations()).hasSize(80).doesNotHaveDuplicates();
  }

  @Test
  void portOne_has48Operations_and66OfPartnerSettlement() {
    assertThat(names("portone")).hasSize(48);
    assertThat(names("portone-platform")).hasSize(66);
  }

  /** An operation that two methods read has two lines. */
  private static Set<String> names(String facts) {
    return Facts.of(facts).operations().stream().map(Operation::name).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iamport", "toss", "portone"})
  void everyGroupOfTheFacts_isHeldAgainstTheClient(String gateway) throws Exception {
    Set<String> documented = new HashSet<>();
    for (String facts : factsOf(gateway)) {
      documented.addAll(
          Facts.of(facts).operations().stream().map(Operation::group).collect(Collectors.toSet()));
    }
    documented.remove(TOKEN);

    assertThat(testedGroups(gateway)).containsExactlyInAnyOrderElementsOf(documented);
  }

  private static List<String> factsOf(String gateway) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/operations"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(gateway) && name.endsWith("-operations.txt"))
          .map(name -> name.replace("-operations.txt", ""))
          .toList();
    }
  }

  private static Set<String> testedGroups(String gateway) throws Exception {
    String folder = "src/test/java/kr/pgsdk/sandbox/operations/" + gateway;
    Set<String> tested = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (name.endsWith("OperationsTest")) {
          Constructor<?> test =
              Class.forName("kr.pgsdk.sandbox.operations." + gateway + "." + name)
                  .getDeclaredConstructor();
          test.setAccessible(true);
          tested.add(((OperationsContract<?>) test.newInstance()).group());
        }
      }
    }
    return tested;
  }
}
