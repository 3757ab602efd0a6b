package kr.pgsdk.fuzz;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every input of the corpus. */
class CorpusTest {
  private static final int SEED = 20261120;
  private static final int LONG_INPUTS = Boolean.getBoolean("pgsdk.thorough") ? 100 : 8;
  private static final int LONG = 150_000;

  @ParameterizedTest
  @EnumSource
  void everyInput_passesTheTargetsChecks_inBoundedTimeAndMemory(FuzzTarget target)
      throws IOException {
    Map<String, byte[]> inputs = CorpusArchive.read(target.archive());

    assertThat(inputs).isNotEmpty();
    inputs.forEach((name, bytes) -> run(target, bytes, name));
  }

  /** The fuzzer's inputs are short; a cost out of proportion to the length shows in long ones. */
  @ParameterizedTest
  @EnumSource
  void inputWithAPartRepeatedManyTimes_costsInProportion(FuzzTarget target) throws IOException {
    RandomGenerator random = new SplittableRandom(SEED);
    Map<String, byte[]> inputs = CorpusArchive.read(target.archive());
    List<String> names = List.copyOf(inputs.keySet());

    for (int i = 0; i < LONG_INPUTS; i++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = inputs.get(name);
      if (bytes.length > 0) {
        run(target, stretched(bytes, random), name + ", stretched number " + i + " of " + SEED);
      }
    }
  }

  /** Returns the input with a part, often a short one, repeated. */
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
}
