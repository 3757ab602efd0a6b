package kr.pgsdk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of what users see is a change of a text here, and so a decision. */
class PublicApiTest {
  private static final boolean UPDATE = Boolean.getBoolean("pgsdk.api.update");

  /** Other libraries' types, which their users are compiled with: the SDK doesn't bring them. */
  private static final Map<String, Set<String>> FOREIGN_PACKAGES =
      Map.of(
          "sdk-core", Set.of("okhttp3"), // HttpOptions.client
          "sdk-sandbox", Set.of("org.junit"), // its extension
          "sdk-spring-boot-starter",
              Set.of("com.fasterxml", "jakarta", "org.springframework", "tools.jackson"),
          "sdk-spring-boot-starter-test", Set.of("org.springframework"));

  static List<PublishedModule> modules() {
    return PublishedModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void publicApi_isTheTextInThisFolder(PublishedModule module) throws IOException {
    String actual = PublicApi.of(module).toText();
    if (UPDATE) {
      Files.writeString(module.text(), actual);
    }
    String expected = Files.exists(module.text()) ? Files.readString(module.text()) : "";
    if (!actual.equals(expected)) {
      fail(
          "The public API of %s is not that of api/%s (- there, + here). If that is meant, run api/update.%n%s",
          module, module.text(), difference(expected, actual));
    }
  }

  @Test
  void eachText_isOfAPublishedModule() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(
              modules().stream().map(m -> m.text().toString()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void foreignTypes_areOfLibrariesThatTheirUsersDeclare(PublishedModule module) throws IOException {
    Set<String> foreign =
        PublicApi.of(module).namedTypes().stream()
            .filter(name -> !name.matches("(java|javax\\.sql|kr\\.pgsdk)\\..*"))
            .collect(Collectors.toSet());
    Set<String> declared = FOREIGN_PACKAGES.getOrDefault(module.toString(), Set.of());
    assertThat(foreign).allMatch(name -> declared.stream().anyMatch(d -> name.startsWith(d + ".")));
  }

  // A line is shown with its type where it is a member: the lines above it are the same.
  private static String difference(String expected, String actual) {
    Set<String> before = linesWithTypes(expected);
    Set<String> after = linesWithTypes(actual);
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> linesWithTypes(String text) {
    Set<String> lines = new LinkedHashSet<>();
    String type = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("  ")) {
        lines.add(type + line.substring(1));
      } else if (!line.equals("}")) {
        type = line;
        lines.add(line);
      }
    }
    return lines;
  }
}
