package kr.pgsdk.sandbox.history;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories with sockets and threads against the running sandbox: docs/histories.md. */
@Timeout(7200)
class RealHistoriesTest {
  private static final long HISTORIES = Long.getLong("pgsdk.histories.real", 500);

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
    new Histories(plan -> new RealWorld(plan, TIMER), REPEATS)
        .runAll(gateway, HISTORIES / Gateway.values().length, THREADS);
  }
}
