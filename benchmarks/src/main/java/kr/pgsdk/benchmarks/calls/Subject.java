package kr.pgsdk.benchmarks.calls;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.benchmarks.Turns;
import org.openjdk.jmh.results.IterationResult;

/** One of those that take turns: a verb by a client. */
record Subject(Verb verb, Client client) {
  private static Subject of(String text) {
    int colon = text.indexOf(':');
    return new Subject(
        Verb.valueOf(text.substring(0, colon)), Client.valueOf(text.substring(colon + 1)));
  }

  /** Returns those that {@link #toText} was given. */
  static List<Subject> ofText(String text) {
    return Stream.of(text.split(",", -1)).map(Subject::of).toList();
  }

  /** Returns them as one parameter of a benchmark. */
  static String toText(List<Subject> subjects) {
    return subjects.stream()
        .map(subject -> subject.verb().name() + ':' + subject.client().name())
        .collect(Collectors.joining(","));
  }

  /** Returns one figure of each of its turns. */
  List<Double> turns(
      List<Subject> all, List<IterationResult> results, ToDoubleFunction<IterationResult> figure) {
    return Turns.of(all.indexOf(this), all.size(), results, figure);
  }
}
