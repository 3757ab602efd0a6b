package kr.pgsdk.durable.store;

import static kr.pgsdk.durable.database.Rows.number;
import static kr.pgsdk.durable.database.Rows.set;
import static kr.pgsdk.durable.database.Rows.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the store relies on, or guards against, of each database. */
@Timeout(100)
class DatabaseFactsTest {
  private static final Table PAIR = new Table("pair", List.of("shop"), List.of("number", "once"));
  private static final String LOCK_A = "select number from pair where shop='a' for update";

  private static Dialect dialect(Database database) {
    return Dialect.valueOf(database.name());
  }

  @ParameterizedTest
  @EnumSource
  void theClockIsEpochMilliseconds_inAQueryALockAndAnUpdate(Database database) throws Exception {
    Rows rows = Rows.in(database);
    try (Connection connection = rows.begin()) {
      long before = System.currentTimeMillis();
      String now = dialect(database).now();
      long queried = number(connection, "select " + now);
      long locked = number(connection, "select " + now + " from pair t where shop='a' for update");
      update(connection, "update pair set number=" + now + "+0 where shop='a' and number<=" + now);
      long set = number(connection, "select number from pair where shop='a'");
      // The JVM's clock and the server's read the same hardware, but round on their own.
      assertThat(List.of(queried, locked, set))
          .allSatisfy(
              time -> assertThat(time).isBetween(before - 10, System.currentTimeMillis() + 10));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void theClockKnowsNoTimeZone(Database database) throws Exception {
    try (Connection connection = Rows.in(database).begin()) {
      update(
          connection,
          database == Database.MARIADB
              ? "set time_zone='+09:00'"
              : "set local time zone 'Asia/Seoul'");
      assertThat(number(connection, "select " + dialect(database).now()))
          .isBetween(System.currentTimeMillis() - 10_000, System.currentTimeMillis() + 10_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitedForARow_readsWhatWasCommitted(Database database) throws Exception {
    Rows rows = Rows.in(database);
    try (Connection first = rows.begin();
        Connection second = rows.begin()) {
      set(first, "a", 2);
      Future<Long> waiting = rows.waiting(() -> number(second, LOCK_A));
      first.commit();
      assertThat(waiting.get()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitedToCompareAndSet_findsItselfTooLate(Database database) throws Exception {
    Rows rows = Rows.in(database);
    String compareAndSet = "update pair set number=2 where shop='a' and number=1";
    try (Connection first = rows.begin();
        Connection second = rows.begin()) {
      assertThat(update(first, compareAndSet)).isEqualTo(1);
      Future<Integer> waiting = rows.waiting(() -> update(second, compareAndSet));
      first.commit();
      assertThat(waiting.get()).isZero();
    }
  }

  /** Repeatable read is InnoDB's default, and what T3 of a shop runs at. */
  @Test
  void innoDb_aLockReadsTheNewestRow_butAQueryBeforeItFixesWhatLaterQueriesSee() throws Exception {
    Rows rows = Rows.in(Database.MARIADB);
    int level = Connection.TRANSACTION_REPEATABLE_READ;
    String query = "select number from pair where shop='a'";
    try (Connection locksFirst = rows.begin(level);
        Connection queriesFirst = rows.begin(level);
        Connection other = rows.begin()) {
      number(queriesFirst, "select number from pair where shop='c'");
      set(other, "a", 2);
      other.commit();
      assertThat(number(locksFirst, LOCK_A)).isEqualTo(2);
      assertThat(number(locksFirst, query)).isEqualTo(2);
      locksFirst.rollback();
      assertThat(number(queriesFirst, LOCK_A)).isEqualTo(2);
      assertThat(number(queriesFirst, query)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "H2")
  void insertIfAbsent_waitsForAnotherThatInserts_andItsTransactionGoesOn(Database database)
      throws Exception {
    Rows rows = Rows.in(database);
    try (Connection first = rows.begin();
        Connection second = rows.begin()) {
      set(second, "b", 2);
      update(first, insertOfD(database, 1));
      Future<Integer> waiting = rows.waiting(() -> update(second, insertOfD(database, 2)));
      first.commit();
      // MariaDB counts the row it found, also where it changed nothing.
      assertThat(waiting.get()).isEqualTo(database == Database.MARIADB ? 1 : 0);
      second.commit();
    }
    assertThat(rows.committed("d")).isEqualTo(1);
    assertThat(rows.committed("b")).isEqualTo(2);
  }

  private static String insertOfD(Database database, int number) {
    return dialect(database).insertIfAbsent(PAIR).replace("(?,?,?)", "('d'," + number + ",null)");
  }

  @Test
  void h2_aRefusedInsert_leavesItsTransactionAsItWas() throws Exception {
    Rows rows = Rows.in(Database.H2);
    try (Connection connection = rows.begin()) {
      set(connection, "b", 2);
      assertThatThrownBy(() -> update(connection, "insert into pair values ('a', 9, null)"))
          .extracting("SQLState")
          .isEqualTo("23505");
      connection.commit();
    }
    assertThat(rows.committed("a")).isEqualTo(1);
    assertThat(rows.committed("b")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
  void afterADeadlockThatIsSwallowed_theConnectionGoesOn_withoutWhatItDidBefore(Database database)
      throws Exception {
    Rows rows = Rows.in(database);
    try (Connection first = rows.begin();
        Connection second = rows.begin()) {
      set(first, "a", 2);
      set(second, "b", 2);
      Future<Boolean> waiting = rows.waiting(() -> swallowing(first, "b"));
      boolean secondWins = swallowing(second, "a");
      assertThat(waiting.get()).isNotEqualTo(secondWins);
      Connection victim = secondWins ? first : second;
      Connection winner = secondWins ? second : first;
      set(victim, "c", 9);
      victim.commit();
      winner.rollback();
      assertThat(rows.committed(secondWins ? "a" : "b")).isEqualTo(1);
      assertThat(rows.committed("c")).isEqualTo(9);
    }
  }

  private static boolean swallowing(Connection connection, String row) {
    try {
      set(connection, row, 3);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  void postgresql_afterAFailureThatIsSwallowed_allFails_butCommitSaysNothing() throws Exception {
    Rows rows = Rows.in(Database.POSTGRESQL);
    try (Connection connection = rows.begin()) {
      set(connection, "a", 2);
      assertThatThrownBy(() -> update(connection, "insert into pair values ('b', 1, null)"))
          .hasMessageContaining("duplicate");
      assertThatThrownBy(() -> set(connection, "a", 3)).extracting("SQLState").isEqualTo("25P02");
      connection.commit();
    }
    assertThat(rows.committed("a")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anIsolationLevelStaysWithTheConnection(Database database) throws Exception {
    int level = Connection.TRANSACTION_SERIALIZABLE;
    try (Connection connection = Rows.in(database).begin(level)) {
      number(connection, "select 1");
      connection.commit();
      connection.setAutoCommit(true);
      assertThat(connection.getTransactionIsolation()).isEqualTo(level);
    }
  }

  @ParameterizedTest
  @EnumSource
  void idsThatDifferInCaseAreTwo_andABlankAtTheEndCountsOutsideMariaDb(Database database)
      throws Exception {
    JdbcPaymentStore store = JdbcPaymentStore.builder(database.open()).build();
    store.createSchema();
    for (String id : List.of("order_1", "Order_1", "주문😀", "order_1 ")) {
      store.run(session -> session.insertOrder(PaymentStoreContractTest.order(id)));
    }
    long count =
        store.inNew(
            session -> {
              try {
                return number(session.connection(), "select count(*) from pay_order");
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(count).isEqualTo(database == Database.MARIADB ? 3 : 4);
  }
}
