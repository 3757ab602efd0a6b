package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/spring.md shows the shop that is compiled here, and that com.example.shop's test runs. */
class SpringPageTest {
  private static final Path ROOT = root();
  private static final Path TESTS = ROOT.resolve("sdk-spring-boot-starter/src/test");
  private static final Pattern FENCE = Pattern.compile("```\\w+\n(.*?)```", Pattern.DOTALL);
  private static final List<String> GLUE =
      List.of("Shop.java", "Payments.java", "ShopApplicationTests.java");

  /** The starter's folder is one below the root, that of its tests on Spring Boot 4 two. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docs/spring.md"))) {
      here = here.getParent();
    }
    return here;
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring.md", "spring.ko.md"})
  void page_showsEachFileOfTheShop(String page) throws IOException {
    String text = Files.readString(ROOT.resolve("docs").resolve(page));
    List<String> blocks = FENCE.matcher(text).results().map(found -> found.group(1)).toList();
    for (Path file : files()) {
      assertThat(blocks).as(file.toString()).contains(Files.readString(file));
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> java = Files.walk(TESTS.resolve("java/com/example/shop"));
        Stream<Path> resources = Files.walk(TESTS.resolve("resources/com/example/shop"))) {
      return Stream.concat(java, resources)
          .filter(Files::isRegularFile)
          // Initializr's own, and what runs the others here.
          .filter(file -> !file.endsWith("ShopApplication.java"))
          .filter(file -> !file.endsWith("PageShopTest.java"))
          .sorted()
          .toList();
    }
  }

  /** What the page promises: no blank lines, imports and package counted. */
  @Test
  void glue_isUnderSixtyLines() throws IOException {
    long lines = 0;
    for (String name : GLUE) {
      lines +=
          Files.readAllLines(TESTS.resolve("java/com/example/shop").resolve(name)).stream()
              .filter(line -> !line.isBlank() && !line.matches("(import|package) .*"))
              .count();
    }
    assertThat(lines).isLessThan(60);
  }
}
