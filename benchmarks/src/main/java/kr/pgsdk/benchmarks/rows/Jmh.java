package kr.pgsdk.benchmarks.rows;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import kr.pgsdk.benchmarks.Effort;
import kr.pgsdk.benchmarks.Raw;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A benchmark of JMH, in a process of its own; for a glance in this one. */
final class Jmh {
  private Jmh() {}

  /** Starts the options of one method. */
  static ChainedOptionsBuilder of(Class<?> benchmark, String method, Effort effort) {
    return new OptionsBuilder()
        .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .forks(effort.pick(0, 1, 1))
        .jvmArgs("-Xms1g", "-Xmx1g")
        .shouldFailOnError(true);
  }

  /** Sets how many iterations there are, and how long each is. */
  static ChainedOptionsBuilder iterations(
      ChainedOptionsBuilder options, int warmup, int measured, int millis) {
    return options
        .warmupIterations(warmup)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementIterations(measured)
        .measurementTime(TimeValue.milliseconds(millis));
  }

  /** Runs it, and returns what each iteration after the warm-up measured. */
  static List<IterationResult> run(ChainedOptionsBuilder options, String raw)
      throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                options
                    .output(Raw.file(raw + ".log").toString())
                    .result(Raw.file(raw + ".json").toString())
                    .resultFormat(ResultFormatType.JSON)
                    .build())
            .run();
    return results.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .map(BenchmarkResult::getIterationResults)
        .flatMap(Collection::stream)
        .toList();
  }
}
