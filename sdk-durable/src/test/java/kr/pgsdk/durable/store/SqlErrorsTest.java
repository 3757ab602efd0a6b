package kr.pgsdk.durable.store;

import static kr.pgsdk.durable.database.Rows.number;
import static kr.pgsdk.durable.database.Rows.set;
import static kr.pgsdk.durable.database.Rows.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Rows;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store makes of failures, each brought about in the real database. */
@Timeout(100)
class SqlErrorsTest {
  private static Kind kind(ThrowingCallable failing) {
    SQLException e = catchThrowableOfType(SQLException.class, failing);
    return SqlErrors.translated(e).kind();
  }

  /** Null if it didn't fail; a loser gives way to the others. */
  private static @Nullable Kind kindOf(Connection connection, String row) throws SQLException {
    try {
      set(connection, row, 3);
      return null;
    } catch (SQLException e) {
      connection.rollback();
      return SqlErrors.translated(e).kind();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTakenKeyIsADuplicate_byInsertAndByUpdate(Database database) throws Exception {
    try (Connection connection = Rows.in(database).begin()) {
      assertThat(kind(() -> update(connection, "insert into pair values ('a', 1, null)")))
          .isEqualTo(Kind.DUPLICATE);
      connection.rollback();
      update(connection, "update pair set once='x' where shop='a'");
      assertThat(kind(() -> update(connection, "update pair set once='x' where shop='b'")))
          .isEqualTo(Kind.DUPLICATE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theVictimOfADeadlockRunsAgain(Database database) throws Exception {
    Rows rows = Rows.in(database);
    try (Connection first = rows.begin();
        Connection second = rows.begin()) {
      set(first, "a", 2);
      set(second, "b", 2);
      Future<@Nullable Kind> waiting = rows.waiting(() -> kindOf(first, "b"));
      Kind other = kindOf(second, "a");
      assertThat(Stream.of(waiting.get(), other)).containsExactlyInAnyOrder(null, Kind.TRANSIENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsTooLongForALockRunsAgain(Database database) throws Exception {
    Rows rows = Rows.in(database);
    try (Connection first = rows.begin();
        Connection second = rows.begin();
        PreparedStatement lock =
            second.prepareStatement("select number from pair where shop='a' for update")) {
      set(first, "a", 2);
      lock.setQueryTimeout(1);
      assertThat(kind(lock::executeQuery)).isEqualTo(Kind.TRANSIENT);
    }
  }

  /** InnoDB has none at its defaults: there the newest row is locked and read. */
  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void whoReadWhatAnotherChangedRunsAgain_atRepeatableRead(Database database) throws Exception {
    Rows rows = Rows.in(database);
    try (Connection first = rows.begin();
        Connection second = rows.begin(Connection.TRANSACTION_REPEATABLE_READ)) {
      number(second, "select number from pair where shop='a'");
      set(first, "a", 2);
      first.commit();
      assertThat(kind(() -> set(second, "a", 3))).isEqualTo(Kind.TRANSIENT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void aConnectionThatTheServerEndsRunsAgain(Database database) throws Exception {
    Rows rows = Rows.in(database);
    boolean postgres = database == Database.POSTGRESQL;
    try (Connection victim = rows.begin();
        Connection operator = rows.source().getConnection()) {
      long id = number(victim, "select " + (postgres ? "pg_backend_pid()" : "connection_id()"));
      if (postgres) {
        number(operator, "select case when pg_terminate_backend(" + id + ", 5000) then 1 end");
      } else {
        update(operator, "kill " + id);
      }
      assertThat(kind(() -> set(victim, "a", 2))).isEqualTo(Kind.TRANSIENT);
      assertThat(kind(() -> victim.commit())).isEqualTo(Kind.TRANSIENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfTheSchemaIsForAPerson(Database database) throws Exception {
    try (Connection connection = Rows.in(database).begin()) {
      assertThat(kind(() -> number(connection, "select gone from pair"))).isEqualTo(Kind.OTHER);
      connection.rollback();
      String tooLong = "insert into pair values ('" + "x".repeat(65) + "', 1, null)";
      assertThat(kind(() -> update(connection, tooLong))).isEqualTo(Kind.OTHER);
    }
  }
}
