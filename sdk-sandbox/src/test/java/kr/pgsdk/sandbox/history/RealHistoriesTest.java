package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories with sockets and threads against the running sandbox: docs/histories.md. */
@Timeout(7200)
class RealHistoriesTest {
  private static final long HISTORIES = Histories.count("real", 150, 2_000);

  /** Most of a history is waiting for an answer that doesn't come. */
  private static final int THREADS = 10;

  private static final int REPEATS = 10;

  private static final ScheduledExecutorService TIMER =
      Executors.newScheduledThreadPool(2, Histories.DAEMONS);

  @AfterAll
  static void end() {
    TIMER.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void whateverHappens_theSdkSaysNothingTheLedgerDenies(Gateway gateway) {
    long count = HISTORIES / Gateway.values().length;

    long kept =
        new Histories(plan -> new RealWorld(plan, TIMER), REPEATS).runAll(gateway, count, THREADS);

    assertThat(kept).as("histories whose every word the ledger bears out").isEqualTo(count);
  }
}
