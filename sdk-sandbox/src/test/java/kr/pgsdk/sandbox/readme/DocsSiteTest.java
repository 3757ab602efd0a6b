package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages as a site: both languages, listed, linked, and with code that is compiled. */
class DocsSiteTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path DOCS = ROOT.resolve("docs");

  /** Tables for engineers, in English alone. */
  private static final Set<String> REFERENCE = Set.of("faults.md", "histories.md");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FENCED = Pattern.compile("```.*?```", Pattern.DOTALL);
  private static final Pattern SNIPPET =
      Pattern.compile("^ *// snippet \\w+\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE);

  /** Where code that stands on a page is compiled. */
  private static final List<String> COMPILED =
      List.of(
          "sdk-sandbox/src/test/java/kr/pgsdk/sandbox/readme",
          "sdk-sandbox/src/test/java/kr/pgsdk/sandbox/async",
          "sdk-sandbox/src/test/java/com/example/first",
          "sdk-spring-boot-starter/src/test/java/com/example/shop",
          "sdk-spring-boot-starter/src/test/java/kr/pgsdk/spring");

  /**
   * Compiled nowhere: with Spring Security on the class path, Spring Boot would lock the starter's
   * tests out.
   */
  private static final String SPRING_SECURITY = "http.csrf(csrf -> ";

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static Set<String> english() throws IOException {
    return pages().stream()
        .filter(name -> !name.endsWith(".ko.md") && !name.equals("README.md"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> links(Path page, String prefix) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> link.group(1))
        .filter(link -> link.startsWith(prefix) && link.endsWith(".md"))
        .map(link -> link.substring(prefix.length()))
        .filter(link -> !link.contains("/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyPage_hasItsKoreanTwin() throws IOException {
    for (String page : english()) {
      if (!REFERENCE.contains(page)) {
        Path korean = DOCS.resolve(page.replace(".md", ".ko.md"));
        assertThat(korean).exists();
        assertThat(Files.readString(DOCS.resolve(page)))
            .contains("[한국어](" + korean.getFileName() + ")");
        assertThat(Files.readString(korean)).contains("[English](" + page + ")");
      }
    }
  }

  @Test
  void indexAndList_nameEveryPage_andNoOther() throws IOException {
    Set<String> pages = english();
    Set<String> korean =
        pages.stream()
            .map(page -> REFERENCE.contains(page) ? page : page.replace(".md", ".ko.md"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> indexed = links(DOCS.resolve("README.md"), "");
    indexed.remove("README.ko.md");
    Set<String> indexedInKorean = links(DOCS.resolve("README.ko.md"), "");
    indexedInKorean.remove("README.md");

    assertThat(indexed).isEqualTo(pages);
    assertThat(indexedInKorean).isEqualTo(korean);
    assertThat(links(ROOT.resolve("llms.txt"), "docs/")).isEqualTo(pages);
    assertThat(Files.readAllLines(ROOT.resolve("llms.txt")))
        .filteredOn(line -> line.contains("(docs/"))
        .allMatch(line -> line.matches("- \\[[^]]+]\\(docs/[a-z0-9-]+\\.md\\): [A-Z].*\\."));
  }

  @Test
  void everyLinkAndAnchor_leadsSomewhere() throws IOException {
    List<Path> from = new ArrayList<>();
    for (String page : pages()) {
      from.add(DOCS.resolve(page));
    }
    for (String page :
        List.of("README.md", "README.ko.md", "CONTRIBUTING.md", "SECURITY.md", "llms.txt")) {
      from.add(ROOT.resolve(page));
    }
    List<String> broken = new ArrayList<>();
    for (Path page : from) {
      String text = FENCED.matcher(Files.readString(page)).replaceAll("");
      Matcher link = LINK.matcher(text);
      while (link.find()) {
        String target = link.group(1);
        if (!target.matches("(https?|mailto):.*") && !leadsSomewhere(page, target)) {
          broken.add(ROOT.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /** As the pages' host makes them of headings: lower case, no punctuation, dashes for spaces. */
  private static Set<String> anchors(Path file) throws IOException {
    String text = FENCED.matcher(Files.readString(file)).replaceAll("");
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .forEach(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
    return anchors;
  }

  @Test
  void everyJavaBlock_ofBothLanguages_isCompiled() throws IOException {
    Set<String> compiled = new HashSet<>();
    for (String folder : COMPILED) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          compiled.add(source.strip());
          SNIPPET
              .matcher(source)
              .results()
              .forEach(
                  snippet -> compiled.add(snippet.group(1).stripTrailing().stripIndent().strip()));
        }
      }
    }
    List<Path> pages =
        new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("README.ko.md")));
    for (String page : pages()) {
      pages.add(DOCS.resolve(page));
    }
    for (Path page : pages) {
      assertThat(
              JAVA.matcher(Files.readString(page))
                  .results()
                  .map(java -> java.group(1).strip())
                  .filter(java -> !java.startsWith(SPRING_SECURITY)))
          .as(page.getFileName().toString())
          .allSatisfy(java -> assertThat(compiled).contains(java));
    }
  }
}
