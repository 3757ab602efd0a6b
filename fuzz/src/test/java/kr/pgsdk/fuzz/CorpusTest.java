package kr.pgsdk.fuzz;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that was ever of interest, through its reader again. */
class CorpusTest {
  private static final Path CORPUS = Path.of("corpus");

  @ParameterizedTest
  @EnumSource
  void everyInput_onlyWhatMayComeOut_inBoundedTimeAndMemory(FuzzTarget target) throws IOException {
    List<Path> inputs = inputs(target);

    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      byte[] bytes = Files.readAllBytes(input);
      assertTimeoutPreemptively(ofSeconds(20), () -> target.run(bytes), input::toString);
    }
  }

  private static List<Path> inputs(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.folder()))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
