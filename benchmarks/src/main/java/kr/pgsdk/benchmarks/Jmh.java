package kr.pgsdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import kr.pgsdk.benchmarks.server.ServerControl;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One benchmark with its settings, run by JMH in a process of its own; in a moment's mode in this
 * one.
 */
public final class Jmh {
  /** What each iteration measured. */
  public static final ToDoubleFunction<IterationResult> SCORE =
      iteration -> iteration.getPrimaryResult().getScore();

  private final ChainedOptionsBuilder options = new OptionsBuilder();

  private Jmh(Plan plan, Class<?> benchmark, String method, int port) {
    options
        .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .forks(plan.mode().pick(0, 1, 1))
        .jvmArgs("-Xms1g", "-Xmx1g", "-D" + ServerControl.PORT + "=" + port)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.NORMAL);
  }

  /** A benchmark that calls a server. */
  public static Jmh calling(ServerControl server, Plan plan, Class<?> benchmark, String method) {
    if (plan.mode() == Mode.MOMENT) {
      System.setProperty(ServerControl.PORT, Integer.toString(server.port()));
    }
    return new Jmh(plan, benchmark, method, server.port());
  }

  /** A benchmark that calls nobody. */
  public static Jmh of(Plan plan, Class<?> benchmark, String method) {
    return new Jmh(plan, benchmark, method, 0);
  }

  /** Sets a {@code @Param}. */
  public Jmh with(String name, Object value) {
    options.param(name, value instanceof Enum<?> constant ? constant.name() : value.toString());
    return this;
  }

  /** What is measured of each call, and in which unit, in place of what the benchmark says. */
  public Jmh mode(org.openjdk.jmh.annotations.Mode mode, TimeUnit unit) {
    options.mode(mode).timeUnit(unit);
    return this;
  }

  /** How many threads call. */
  public Jmh threads(int threads) {
    options.threads(threads);
    return this;
  }

  /** Counts allocated bytes too; see {@link #bytes}. */
  public Jmh countingBytes() {
    options.addProfiler(GCProfiler.class);
    return this;
  }

  /** How many iterations of how long. */
  public Jmh iterations(int warmup, int measured, int millis) {
    options
        .warmupIterations(warmup)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementIterations(measured)
        .measurementTime(TimeValue.milliseconds(millis));
    return this;
  }

  /** Runs it, and returns what each iteration after the warm-up measured. */
  public List<IterationResult> run() throws RunnerException, IOException {
    Path log = Files.createTempFile("pgsdk-benchmarks", ".log");
    Collection<RunResult> results;
    try {
      results = new Runner(options.output(log.toString()).build()).run();
    } catch (RunnerException e) {
      if (Files.size(log) > 0) {
        System.err.println("JMH says why in " + log);
      }
      throw e;
    }
    Files.delete(log);
    return results.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .map(BenchmarkResult::getIterationResults)
        .flatMap(Collection::stream)
        .toList();
  }

  /** The time that this part of the calls took less than, as the benchmark's unit of time. */
  public static ToDoubleFunction<IterationResult> percentile(double percent) {
    return iteration -> iteration.getPrimaryResult().getStatistics().getPercentile(percent);
  }

  /** Bytes allocated for each call, by any thread, to a tenth. */
  public static double bytes(IterationResult iteration) {
    Result<?> bytes = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
    if (bytes == null) {
      throw new IllegalStateException("bytes were not counted");
    }
    return Math.round(bytes.getScore() * 10) / 10.0;
  }
}
