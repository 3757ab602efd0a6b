package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Histories that found what no smaller test had looked for: docs/histories.md tells each. */
  @ParameterizedTest
  @CsvSource({
    "TOSS,20141", // a cancel shown by a lookup from before it: an alarm about nothing
    "TOSS,29376", // refused by a lookup that this server held for hours
    "TOSS,39467", // taken up by two servers: the one that was late ended the work of the other
    "TOSS,70203", // an account that is asked to be closed twice
    "TOSS,71526", // nothing is left, by the console: no word about an own refund
    "TOSS,111904", // a cancel's own lookup from before the deposit
    "TOSS,152444", // refused in front of the record, while a dead server's request is still at work
    "TOSS,230987", // surely not sent by one server, and sent by another under the same slot
    "TOSS,689728", // two calls that took one slot within one millisecond
    "TOSS,404730", // surely not sent now, and captured by an earlier call
    "TOSS,329517", // an account that a lookup from before it doesn't show
    "IAMPORT,317058", // effects told by two servers, the older ones last
    "TOSS,582452", // an old answer to a confirm that was captured and given back since
    "IAMPORT,13033", // refunds that are pending for weeks
    "IAMPORT,32611", // refused as not paid, and paid while this server stood still
    "PORTONE,376", // captured by a token for an order that was closed meanwhile
    "PORTONE,1967", // a new price, which a gateway refuses for ever once the old one is paid
    "PORTONE,6636", // refunds under way that the gateway counts as cancelled, and that fail
    "PORTONE,9470", // accepted by an answer that got lost, and given up: no refusal
    "PORTONE,6447", // an account to be closed that the gateway no longer shows
    "TOSS,69112", // a part asked for while all is on its way back, which then fails
  })
  void whatAHistoryHasFound_staysFound(Gateway gateway, long seed) {
    Tally unused = new DurableHistories(ACTORS).playFirst(seed, gateway);
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
