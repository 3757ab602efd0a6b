package kr.pgsdk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Taking turns: in every round each of them has one iteration, and every round starts with the next
 * one of them, so that each is as often the first as any other.
 */
public final class Turns {
  private @Nullable IterationType type;
  private int iterations;

  /**
   * Returns whose turn it is now, when asked at the start of each iteration. The first after the
   * warm-up is the first of a round, however many there were before: {@link #of} relies on it.
   */
  public int next(IterationParams params, int all) {
    if (params.getType() != type) {
      type = params.getType();
      iterations = 0;
    }
    return whose(iterations++, all);
  }

  /** Whose turn it is, from 0; the iterations of the warm-up are counted by themselves. */
  public static int whose(int iteration, int all) {
    return (iteration + iteration / all) % all;
  }

  /** Returns one figure of each round of his, given all iterations after the warm-up. */
  public static List<Double> of(
      int who, int all, List<IterationResult> results, ToDoubleFunction<IterationResult> figure) {
    List<Double> mine = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (whose(i, all) == who) {
        mine.add(figure.applyAsDouble(results.get(i)));
      }
    }
    return mine;
  }
}
