package kr.pgsdk.sandbox.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Plays durable histories, and tells of one that fails how it went. */
record DurableHistories(ExecutorService actors) {

  /** Plays so many at a gateway, and returns what happened in them. */
  Tally playAll(Gateway gateway, long count, int threads) {
    Tally tally = new Tally();
    forEach(count, threads, seed -> tally.add(play(DurablePlan.draw(seed, gateway))));
    return tally;
  }

  /** Plays the one with this seed, as it was first drawn. */
  Tally playFirst(long seed, Gateway gateway) {
    return play(DurablePlan.drawFirst(seed, gateway));
  }

  /** Plays so many, and returns which kinds of contradiction they found. */
  Survey survey(Gateway gateway, long count, int threads, Tally tally) {
    Survey survey = new Survey();
    forEach(
        count,
        threads,
        seed -> {
          DurableHistory.Result result =
              DurableHistory.play(DurablePlan.draw(seed, gateway), actors, false);
          tally.add(result.tally());
          survey.add(
              gateway,
              seed,
              result.found().stream().map(Violation::kind).collect(Collectors.toSet()));
        });
    return survey;
  }

  private static void forEach(long count, int threads, LongConsumer each) {
    AtomicLong next = new AtomicLong(Histories.FIRST_SEED);
    long end = Histories.FIRST_SEED + count;
    ExecutorService runners = Executors.newFixedThreadPool(threads, Histories.DAEMONS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            runners.submit(
                () -> {
                  for (long seed = next.getAndIncrement(); seed < end; ) {
                    each.accept(seed);
                    seed = next.getAndIncrement();
                  }
                }));
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

  private Tally play(DurablePlan plan) {
    DurableHistory.Result result = DurableHistory.play(plan, actors, false);
    if (!result.found().isEmpty()) {
      throw told(plan, result);
    }
    return result.tally();
  }

  /** Tells the shortest beginning of the plan that still fails. */
  private AssertionError told(DurablePlan plan, DurableHistory.Result whole) {
    DurablePlan shortest = plan;
    DurableHistory.Result failed = whole;
    for (int length = 1; length <= plan.steps().size(); length++) {
      shortest = plan.first(length);
      failed = DurableHistory.play(shortest, actors, true);
      if (!failed.found().isEmpty()) {
        break;
      }
    }
    return new AssertionError(
        "the shop's books, the store and the ledger disagree: "
            + (failed.found().isEmpty() ? whole : failed).found().get(0)
            + "\nThe first "
            + shortest.steps().size()
            + " of "
            + plan.steps().size()
            + " steps are enough. All of it again: -Dpgsdk.seed="
            + plan.seed()
            + "\n"
            + shortest
            + "\n  "
            + failed.story());
  }
}
