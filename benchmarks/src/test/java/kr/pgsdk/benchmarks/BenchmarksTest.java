package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Measures every row for a glance, so that none can rot. Its figures mean nothing. */
@Tag("slow")
class BenchmarksTest {
  private static final Map<String, Integer> ROWS =
      Map.of(
          "calls", 8,
          "token-rush", 1,
          "warm-token", 2,
          "pace", 1,
          "fresh-jvm", 2,
          "waiting-call", 1,
          "loaded-files", 2,
          "durable", 6);

  @TestFactory
  Stream<DynamicTest> everyRow_atAGlance_hasAFigure() {
    System.setProperty("jmh.ignoreLock", "true"); // others may build on this machine
    return Benchmarks.ALL.stream()
        .map(
            rows ->
                DynamicTest.dynamicTest(
                    rows.getKey(),
                    () ->
                        assertThat(rows.getValue().measure(Effort.GLANCE))
                            .hasSize(ROWS.get(rows.getKey()))
                            .allSatisfy(row -> assertThat(row.sdk()).matches("-?[0-9.,]+ .+"))));
  }
}
