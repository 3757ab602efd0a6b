package kr.pgsdk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server's process is stopped (SIGSTOP) for longer than its lease and than any request may take;
 * another server does its work; then it goes on (SIGCONT) as if nothing had happened.
 */
@Tag("slow")
@Timeout(300)
class SuspendTest {
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void theProcessStandsStill_anotherServerFinishes_itGoesOnAndHarmsNothing(Database database)
      throws Exception {
    String url = database.create();
    DataSource source = Pool.of(Database.source(url), 4);
    try (Sandbox sandbox = Sandbox.start();
        Server victim = Server.start(sandbox, url, "create=yes").ready();
        ShopServer other = new ShopServer(Server.settings(sandbox, url))) {
      for (boolean toss : new boolean[] {true, false}) {
        if (toss) {
          stopped(new Case(sandbox, true, Point.SLOT_COMMITTED), victim, other, source);
        }
        stopped(new Case(sandbox, toss, Point.CONFIRM_ANSWERED), victim, other, source);
        stopped(new Case(sandbox, toss, Point.OBSERVED), victim, other, source);
        stopped(new Case(sandbox, toss, Point.REFUND_INTENDED), victim, other, source);
        stopped(new Case(sandbox, toss, Point.REFUND_ANSWERED), victim, other, source);
        stopped(new Case(sandbox, toss, Point.CLAIMED), victim, other, source);
      }
    }
  }

  private static void stopped(Case one, Server victim, ShopServer other, DataSource source)
      throws Exception {
    one.prepare(victim);
    CompletableFuture<String> answer = one.act(victim, "PAUSE");
    victim.awaitPause();
    victim.suspend();
    Case.resume(other, source);
    one.check(source);
    victim.wake();
    assertThat(answer.get(60, TimeUnit.SECONDS))
        .as("%s: %s", one, victim.printed())
        .matches("Paid|DONE|Resumed.*");
    one.check(source);
    Case.resume(other, source);
    one.askAgain(other);
    one.check(source);
  }
}
