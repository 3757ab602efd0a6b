package kr.pgsdk.sandbox.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs histories, and tells of one that fails how it went and how few of its steps are enough.
 *
 * @param worlds makes the world a plan is run in
 * @param repeats how often a shorter history is tried before it counts as a good one; more than
 *     once where real threads make each time another
 */
record Histories(Function<Plan, World> worlds, int repeats) {
  /** Where a run begins: each number is another history. */
  static final long FIRST_SEED = Long.getLong("pgsdk.seed", 1);

  /** How often a history that never came to rest is run again. */
  private static final int RESTLESS = 10;

  static final ThreadFactory DAEMONS =
      body -> {
        Thread thread = new Thread(body, "history");
        thread.setDaemon(true);
        return thread;
      };

  /**
   * How many histories of a level are played: {@code ofBuild}, or {@code thorough} where {@code
   * -Dpgsdk.thorough=true} asks for that, or as many as {@code -Dpgsdk.histories.LEVEL} says.
   */
  static long count(String level, long ofBuild, long thorough) {
    return Long.getLong(
        "pgsdk.histories." + level, Boolean.getBoolean("pgsdk.thorough") ? thorough : ofBuild);
  }

  /**
   * Runs {@code count} histories at {@code gateway}, on several threads at once. Throws the {@link
   * AssertionError} of the first that fails.
   *
   * @return how many came to rest with every word of theirs true
   */
  long runAll(Gateway gateway, long count, int threads) {
    AtomicLong kept = new AtomicLong();
    forEach(
        count,
        threads,
        seed -> {
          run(Plan.draw(seed, gateway));
          kept.incrementAndGet();
        });
    return kept.get();
  }

  /** Runs {@code count} histories at {@code gateway}, and returns what each kind found. */
  Survey survey(Gateway gateway, long count, int threads) {
    Survey survey = new Survey();
    forEach(count, threads, seed -> survey.add(gateway, seed, kinds(Plan.draw(seed, gateway))));
    return survey;
  }

  private static void forEach(long count, int threads, LongConsumer each) {
    AtomicLong next = new AtomicLong(FIRST_SEED);
    long end = FIRST_SEED + count;
    ExecutorService runners = Executors.newFixedThreadPool(threads, DAEMONS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(runners.submit(() -> from(next, end, each)));
      }
      for (Future<?> running : all) {
        Object unused = running.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AssertionError told ? told : new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted from outside", e);
    } finally {
      runners.shutdownNow();
    }
  }

  private static void from(AtomicLong next, long end, LongConsumer each) {
    for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
      each.accept(seed);
    }
  }

  /** Runs a history; throws an {@link AssertionError} that tells all if it fails. */
  void run(Plan plan) {
    Throwable failure = failure(plan);
    if (failure != null) {
      throw told(plan, failure);
    }
  }

  private AssertionError told(Plan plan, Throwable failure) {
    Plan shortest = plan;
    Throwable why = failure;
    for (int length = 0; length < plan.steps().size() && shortest.equals(plan); length++) {
      Plan shorter = plan.first(length);
      for (int i = 0; i < repeats; i++) {
        Throwable stillFails = failure(shorter);
        if (stillFails != null) {
          shortest = shorter;
          why = stillFails;
          break;
        }
      }
    }
    return new AssertionError(
        "the SDK and the ledger disagree: "
            + why.getMessage()
            + "\nThe first "
            + shortest.steps().size()
            + " of "
            + plan.steps().size()
            + " steps are enough. All of it again: -Dpgsdk.seed="
            + plan.seed()
            + "\n"
            + shortest,
        why);
  }

  /** Everything that isn't true in one history, each kind once; none of them ends the run. */
  Set<String> kinds(Plan plan) {
    Set<String> kinds = new TreeSet<>();
    for (int i = 0; i < RESTLESS; i++) {
      try (World world = worlds.apply(plan)) {
        HistoryRun run = new HistoryRun(plan, world);
        if (run.toEnd()) {
          Oracle.of(run).violations().forEach(violation -> kinds.add(violation.kind()));
          return kinds;
        }
      } catch (AssertionError | RuntimeException e) {
        kinds.add("could not be run: " + String.valueOf(e).lines().findFirst().orElse(""));
        return kinds;
      }
    }
    kinds.add("never came to rest");
    return kinds;
  }

  private @Nullable Throwable failure(Plan plan) {
    for (int i = 0; i < RESTLESS; i++) {
      try (World world = worlds.apply(plan)) {
        HistoryRun run = new HistoryRun(plan, world);
        if (run.toEnd()) {
          Oracle.of(run).check();
          return null;
        }
      } catch (AssertionError | RuntimeException e) {
        return e;
      }
    }
    return new AssertionError("never came to rest, " + RESTLESS + " times");
  }
}
