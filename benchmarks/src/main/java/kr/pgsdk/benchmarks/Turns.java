package kr.pgsdk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;

/**
 * Taking turns: in every round each of them has one iteration, forwards in one round and backwards
 * in the next, so that none of them always follows the same one.
 */
public final class Turns {
  private Turns() {}

  /** Whose turn it is, from 0. */
  public static int whose(int iteration, int all) {
    int place = iteration % all;
    return iteration / all % 2 == 0 ? place : all - 1 - place;
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
