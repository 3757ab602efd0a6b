package kr.pgsdk.sandbox.history;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories in virtual time, without sockets: docs/histories.md. */
@Timeout(7200)
class SimulatedHistoriesTest {
  private static final long HISTORIES = Long.getLong("pgsdk.histories.simulated", 3_000);
  private static final int THREADS = 2;

  private static final ExecutorService ACTORS = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterAll
  static void end() {
    ACTORS.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void whateverHappens_theSdkSaysNothingTheLedgerDenies(Gateway gateway) {
    new Histories(plan -> new SimulatedWorld(plan, ACTORS), 1)
        .runAll(gateway, HISTORIES / Gateway.values().length, THREADS);
  }
}
