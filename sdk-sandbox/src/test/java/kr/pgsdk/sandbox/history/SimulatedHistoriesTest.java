package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories in virtual time, without sockets: docs/histories.md. */
@Timeout(7200)
class SimulatedHistoriesTest {
  private static final long HISTORIES = Histories.count("simulated", 1_000, 20_000);
  private static final int THREADS = 2;

  private static final ExecutorService ACTORS = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterAll
  static void end() {
    ACTORS.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void whateverHappens_theSdkSaysNothingTheLedgerDenies(Gateway gateway) {
    long count = HISTORIES / Gateway.values().length;

    long kept =
        new Histories(plan -> new SimulatedWorld(plan, ACTORS), 1).runAll(gateway, count, THREADS);

    assertThat(kept).as("histories whose every word the ledger bears out").isEqualTo(count);
  }
}
