package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories of servers over one store, in virtual time: docs/histories.md. */
@Timeout(14_400)
class DurableHistoriesTest {
  private static final long HISTORIES = Histories.count("durable", 150, 4_000);
  private static final int THREADS = 2;

  private static final ExecutorService ACTORS = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterAll
  static void end() {
    ACTORS.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void whateverDies_everyWonIsDeliveredOnce_andNothingIsStuck(Gateway gateway) {
    long count = HISTORIES / Gateway.values().length;

    Tally tally = new DurableHistories(ACTORS).playAll(gateway, count, THREADS);

    // Histories in which little happens would prove little.
    assertThat(tally.paid).as("%s", tally).isGreaterThanOrEqualTo(count / 3);
    assertThat(tally.refundsDone).as("%s", tally).isGreaterThanOrEqualTo(count / 10);
    assertThat(tally.deaths).as("%s", tally).isGreaterThanOrEqualTo(count / 3);
  }
}
