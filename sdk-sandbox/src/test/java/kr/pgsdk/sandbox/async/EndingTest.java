package kr.pgsdk.sandbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a call is, it ends at once when it is ended, and says what is true of its money. */
@Timeout(120)
class EndingTest {
  static Stream<Arguments> phasesAndWays(Threads threads) {
    return Arrays.stream(CallPhase.values())
        .flatMap(
            phase ->
                Arrays.stream(CallPhase.Way.values())
                    .filter(way -> phase.endsBy(way, threads))
                    .map(way -> Arguments.of(phase, way)));
  }

  static Stream<Arguments> onPlatformThreads() {
    return phasesAndWays(Threads.PLATFORM);
  }

  @ParameterizedTest
  @MethodSource
  void onPlatformThreads(CallPhase phase, CallPhase.Way way) throws Exception {
    EndingScenario.run(phase, way, Threads.PLATFORM);
  }

  @Test
  void onVirtualThreads() throws Exception {
    Process child =
        Jvm.withVirtualThreads().start(EndingScenarios.class, Threads.VIRTUAL.toString());

    String printed = Jvm.outputOf(child, Duration.ofSeconds(100));

    assertThat(printed.lines().filter(line -> line.startsWith("ok ")))
        .hasSameSizeAs(phasesAndWays(Threads.VIRTUAL).toList());
  }
}
