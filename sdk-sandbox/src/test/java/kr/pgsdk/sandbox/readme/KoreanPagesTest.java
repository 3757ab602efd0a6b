package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Korean page in docs says as much as its English one, and shows the same code. */
class KoreanPagesTest {
  private static final Path DOCS = Path.of("").toAbsolutePath().getParent().resolve("docs");

  static List<Path> koreanPages() throws IOException {
    try (Stream<Path> pages = Files.list(DOCS)) {
      return pages.filter(page -> page.toString().endsWith(".ko.md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("koreanPages")
  void koreanPage_hasTheHeadingsTablesAndCodeOfTheEnglishOne(Path korean) throws IOException {
    Path english = DOCS.resolve(korean.getFileName().toString().replace(".ko.md", ".md"));

    assertThat(shape(korean)).isNotEmpty().isEqualTo(shape(english));
  }

  /** Headings by depth, of each table row how many cells it has, and code as it stands. */
  private static List<String> shape(Path page) throws IOException {
    List<String> shape = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(page)) {
      boolean fence = line.startsWith("```");
      if (code || fence) {
        shape.add(line);
      } else if (line.startsWith("#")) {
        shape.add(line.replaceAll("[^#].*", ""));
      } else if (line.startsWith("|")) {
        shape.add(line.replaceAll("[^|]", ""));
      }
      code ^= fence;
    }
    return shape;
  }
}
