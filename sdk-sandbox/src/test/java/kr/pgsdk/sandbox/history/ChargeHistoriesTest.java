package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories of charges in virtual time. */
@Timeout(7200)
class ChargeHistoriesTest {
  private static final long HISTORIES = Histories.count("charges", 300, 10_000);
  private static final ExecutorService ACTORS = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterAll
  static void end() {
    ACTORS.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void whateverHappens_anOrderIsChargedOnce_andWhatIsSaidIsSo(Gateway gateway) {
    long end = Histories.FIRST_SEED + HISTORIES / Gateway.values().length;
    long paid = 0;
    for (long seed = Histories.FIRST_SEED; seed < end; seed++) {
      paid += new ChargeHistory(seed, gateway).run(seed, ACTORS) ? 1 : 0;
    }

    // A history that never gets as far as a charge would prove nothing.
    assertThat(paid).as("orders that were paid").isGreaterThanOrEqualTo(HISTORIES / 10);
  }
}
