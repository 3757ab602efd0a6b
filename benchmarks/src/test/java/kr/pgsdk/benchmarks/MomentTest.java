package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every benchmark for a moment, so that none can rot. What it measures means nothing. */
class MomentTest {
  @BeforeAll
  static void letOthersBuildOnThisMachine() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @TestFactory
  Stream<DynamicTest> everyGroup_forAMoment_hasAFigureInEveryRow() {
    return Benchmarks.groups().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.name(),
                    () -> {
                      List<Row> rows = group.measure(Plan.of(Mode.MOMENT));
                      assertThat(rows)
                          .isNotEmpty()
                          .allSatisfy(
                              row -> {
                                boolean measured = row.figure().isMeasured();
                                assertThat(measured || row.ours().startsWith("not measured"))
                                    .isTrue();
                              });
                    }));
  }
}
