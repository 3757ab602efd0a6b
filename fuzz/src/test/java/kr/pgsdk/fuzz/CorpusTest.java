package kr.pgsdk.fuzz;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that was ever of interest, through its reader again. */
class CorpusTest {
  private static final Path CORPUS = Path.of("corpus");
  private static final int SEED = 20261120;
  private static final int LONG_INPUTS = 25;
  private static final int LONG = 150_000;

  @ParameterizedTest
  @EnumSource
  void everyInput_onlyWhatMayComeOut_inBoundedTimeAndMemory(FuzzTarget target) throws IOException {
    List<Path> inputs = inputs(target);

    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      run(target, Files.readAllBytes(input), input.toString());
    }
  }

  /** The fuzzer's inputs are short: what costs out of proportion shows in long ones. */
  @ParameterizedTest
  @EnumSource
  void inputWithAPartRepeatedManyTimes_costsInProportion(FuzzTarget target) throws IOException {
    RandomGenerator random = new SplittableRandom(SEED);
    List<Path> inputs = inputs(target);

    for (int i = 0; i < LONG_INPUTS; i++) {
      Path input = inputs.get(random.nextInt(inputs.size()));
      byte[] bytes = Files.readAllBytes(input);
      if (bytes.length > 0) {
        run(target, stretched(bytes, random), input + ", stretched number " + i + " of " + SEED);
      }
    }
  }

  /** Returns the input with a part of it, often a short one, repeated. */
  private static byte[] stretched(byte[] bytes, RandomGenerator random) {
    int longest = random.nextBoolean() ? Math.min(bytes.length, 4) : bytes.length;
    int length = 1 + random.nextInt(longest);
    int start = random.nextInt(bytes.length - length + 1);
    int times = Math.max(1, LONG / length);
    byte[] stretched = Arrays.copyOf(bytes, bytes.length + (times - 1) * length);
    for (int i = 1; i < times; i++) {
      System.arraycopy(bytes, start, stretched, start + i * length, length);
    }
    int end = start + length;
    System.arraycopy(bytes, end, stretched, start + times * length, bytes.length - end);
    return stretched;
  }

  private static void run(FuzzTarget target, byte[] bytes, String name) {
    assertTimeoutPreemptively(ofSeconds(20), () -> target.run(bytes), name);
  }

  private static List<Path> inputs(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.folder()))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
