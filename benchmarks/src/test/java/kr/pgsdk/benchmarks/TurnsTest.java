package kr.pgsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

class TurnsTest {
  private static List<Integer> turns(Turns turns, IterationType type, int count) {
    IterationParams params = new IterationParams(type, count, TimeValue.milliseconds(1), 1);
    return IntStream.range(0, count).mapToObj(i -> turns.next(params, 3)).toList();
  }

  @Test
  void rounds_asManyAsThereAre_eachIsOnceInEachPlace() {
    assertThat(turns(new Turns(), IterationType.MEASUREMENT, 9))
        .containsExactly(0, 1, 2, 1, 2, 0, 2, 0, 1);
  }

  @Test
  void warmUp_anyNumberOfIterations_measuredFiguresGoToTheRightOnes() {
    for (int warmup = 0; warmup < 7; warmup++) {
      Turns turns = new Turns();
      turns(turns, IterationType.WARMUP, warmup);
      assertThat(turns(turns, IterationType.MEASUREMENT, 6))
          .as("after %d", warmup)
          .containsExactly(
              Turns.whose(0, 3),
              Turns.whose(1, 3),
              Turns.whose(2, 3),
              Turns.whose(3, 3),
              Turns.whose(4, 3),
              Turns.whose(5, 3));
    }
  }
}
