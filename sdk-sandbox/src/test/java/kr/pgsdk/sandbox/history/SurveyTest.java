package kr.pgsdk.sandbox.history;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts what simulated and durable histories find instead of stopping at the first: {@code
 * -Dpgsdk.histories.survey=20000} runs a third of them at each gateway and prints each kind of
 * violation with its count and its first seed. Fails at nothing.
 */
@Timeout(7200)
@EnabledIfSystemProperty(named = "pgsdk.histories.survey", matches = "[0-9]+")
class SurveyTest {
  private static final Logger LOG = Logger.getLogger(SurveyTest.class.getName());
  private static final int THREADS = 2;
  private static final ExecutorService ACTORS = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterAll
  static void end() {
    ACTORS.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void simulated(Gateway gateway) {
    tell(
        gateway,
        count ->
            new Histories(plan -> new SimulatedWorld(plan, ACTORS), 1)
                .survey(gateway, count, THREADS)
                .toString());
  }

  @ParameterizedTest
  @EnumSource
  void durable(Gateway gateway) {
    Tally tally = new Tally();
    tell(
        gateway,
        count ->
            new DurableHistories(ACTORS).survey(gateway, count, THREADS, tally) + "\n" + tally);
  }

  private static void tell(Gateway gateway, LongFunction<String> survey) {
    long count = Long.getLong("pgsdk.histories.survey", 0) / Gateway.values().length;
    long start = System.nanoTime();
    String found = survey.apply(count);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    LOG.info(
        () ->
            String.format(
                "%d histories at %s, %d a second%n%s",
                count, gateway, count * 1000 / Math.max(1, taken.toMillis()), found));
  }
}
