package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java on a page, beside the code that is compiled and run. */
final class PageCode {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path HERE =
      ROOT.resolve("sdk-sandbox/src/test/java/kr/pgsdk/sandbox/readme");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SNIPPET =
      Pattern.compile("^ *// snippet \\w+\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE);

  private PageCode() {}

  /**
   * Requires that a page of docs shows every snippet of a class, in its order, and nothing else.
   */
  static void assertShown(String page, Class<?> snippets) throws IOException {
    List<String> compiled = blocks(HERE.resolve(snippets.getSimpleName() + ".java"), SNIPPET);

    assertThat(compiled).isNotEmpty();
    assertThat(blocks(ROOT.resolve("docs").resolve(page), JAVA)).isEqualTo(compiled);
  }

  private static List<String> blocks(Path file, Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1).stripTrailing().stripIndent());
    }
    return blocks;
  }
}
