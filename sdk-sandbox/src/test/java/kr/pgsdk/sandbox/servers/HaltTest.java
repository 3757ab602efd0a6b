package kr.pgsdk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server's process ends at a point as by a power cut, with {@link Runtime#halt} or SIGKILL, and
 * another server resumes. The build tries a few points; {@code -Dpgsdk.thorough=true} each one, at
 * both gateways, on all three databases.
 */
@Timeout(300)
class HaltTest {
  static Stream<Arguments> cases() {
    if (!Boolean.getBoolean("pgsdk.thorough")) {
      return Stream.of(
          arguments(Database.H2, false, Point.HANDLER_RETURNED),
          arguments(Database.POSTGRESQL, true, Point.CONFIRM_EXECUTED),
          arguments(Database.MARIADB, false, Point.REFUND_INTENDED));
    }
    return Stream.of(Database.values())
        .flatMap(
            database ->
                Stream.of(true, false)
                    .flatMap(
                        toss ->
                            Stream.of(Point.values())
                                .filter(point -> toss || point != Point.SLOT_COMMITTED)
                                .map(point -> arguments(database, toss, point))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theProcessEnds_anotherServerFinishes(Database database, boolean toss, Point point)
      throws Exception {
    String url = database.create();
    try (Sandbox sandbox = Sandbox.start()) {
      Case one = new Case(sandbox, toss, point);
      try (Server victim = Server.start(sandbox, url, "create=yes").ready()) {
        one.prepare(victim);
        if (point.isAtGateway()) {
          one.killAtGateway(victim);
        } else {
          assertThat(one.act(victim, "HALT").join()).startsWith(Server.DEAD);
        }
        victim.awaitDeath();
      }
      DataSource source = Pool.of(Database.source(url), 4);
      try (ShopServer other = new ShopServer(Server.settings(sandbox, url))) {
        Case.resume(other, source);
        one.check(source);
        one.askAgain(other);
        one.check(source);
      }
    }
  }
}
