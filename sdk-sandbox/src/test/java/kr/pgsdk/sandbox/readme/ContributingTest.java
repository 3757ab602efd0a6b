package kr.pgsdk.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every path and class that CONTRIBUTING.md names is there. */
class ContributingTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern FENCED = Pattern.compile("```(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.-]+)+/?");
  private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(\\.\\w+)?");
  private static final Pattern FOLDER = Pattern.compile("^([.\\w-]+/)+(?= )", Pattern.MULTILINE);
  private static final Pattern CAMEL_CASE = Pattern.compile("\\b([A-Z][a-z]+){2,}\\b");
  private static final Pattern OF_EACH_GATEWAY = Pattern.compile("\\bX(?=[A-Z])(\\w+)");

  /** Names that stand for a new gateway's, or for a gateway. */
  private static final Pattern PLACEHOLDER = Pattern.compile("Name[A-Z].*|PortOne");

  private final String page;
  private final Set<String> files = new TreeSet<>();

  ContributingTest() throws IOException {
    page = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused) {
            String name = String.valueOf(folder.getFileName());
            return List.of("target", ".git").contains(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes unused) {
            files.add(file.getFileName().toString());
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Stream<String> found(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(result -> result.group(group));
  }

  private List<String> code() {
    return found(CODE, FENCED.matcher(page).replaceAll(""), 1).toList();
  }

  @Test
  void everyPathInTheText_exists() {
    List<String> paths = code().stream().filter(PATH.asMatchPredicate()).toList();

    assertThat(paths).isNotEmpty().allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @Test
  void everyFolderOfTheTree_exists() {
    List<String> folders =
        found(FENCED, page, 1).flatMap(block -> found(FOLDER, block, 0)).toList();

    assertThat(folders)
        .contains("sdk-core/", "examples/cli/")
        .allSatisfy(folder -> assertThat(ROOT.resolve(folder)).isDirectory());
  }

  @Test
  void everyClass_exists() {
    Stream<String> inText =
        code().stream()
            .filter(CLASS.asMatchPredicate())
            .map(name -> CLASS.matcher(name).replaceFirst("$1"));
    Stream<String> inBlocks = found(FENCED, page, 1).flatMap(block -> found(CAMEL_CASE, block, 0));
    Stream<String> ofEachGateway =
        found(FENCED, page, 1)
            .flatMap(block -> found(OF_EACH_GATEWAY, block, 1))
            .flatMap(
                name -> Stream.of("Iamport", "Toss", "PortOne").map(gateway -> gateway + name));
    List<String> classes =
        Stream.of(inText, inBlocks, ofEachGateway)
            .flatMap(names -> names)
            .filter(PLACEHOLDER.asMatchPredicate().negate())
            .distinct()
            .toList();

    assertThat(classes)
        .contains("TossErrorCode", "PaymentGateway", "IamportRules")
        .allSatisfy(name -> assertThat(files).contains(name + ".java"));
  }
}
