package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.durable.store.Transactions;
import kr.pgsdk.durable.store.Transactions.Isolation;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The shop's transactions, with the manager of plain JDBC; that of JPA is in JpaShopTest. */
class TransactionsTest {
  private DataSource source;
  private PlatformTransactionManager manager;
  private Transactions transactions;
  private JdbcTemplate jdbc;

  @BeforeEach
  void database() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    source = h2;
    manager = new DataSourceTransactionManager(source);
    transactions = SpringTransactions.of(manager, source);
    jdbc = new JdbcTemplate(source);
    jdbc.execute("create table rows_of (text varchar(20))");
  }

  private static boolean insert(Connection connection, String text) {
    try (var statement = connection.prepareStatement("insert into rows_of values (?)")) {
      statement.setString(1, text);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> rows() {
    return jdbc.queryForList("select text from rows_of order by text", String.class);
  }

  private void join(String text) {
    try {
      transactions.joined(connection -> insert(connection, text));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void inTransaction(boolean commits, Runnable work) {
    new TransactionTemplate(manager)
        .executeWithoutResult(
            status -> {
              work.run();
              if (!commits) {
                status.setRollbackOnly();
              }
            });
  }

  /** What runs at an end of the caller's transaction. */
  enum When {
    BEFORE_COMMIT,
    AFTER_COMMIT,
    AFTER_COMPLETION
  }

  private static TransactionSynchronization at(When when, Runnable work) {
    return new TransactionSynchronization() {
      @Override
      public void beforeCommit(boolean readOnly) {
        run(When.BEFORE_COMMIT);
      }

      @Override
      public void afterCommit() {
        run(When.AFTER_COMMIT);
      }

      @Override
      public void afterCompletion(int status) {
        run(When.AFTER_COMPLETION);
      }

      private void run(When now) {
        if (now == when) {
          work.run();
        }
      }
    };
  }

  @Test
  void joined_commitsAndRollsBackWithTheCaller() {
    inTransaction(true, () -> join("kept"));
    inTransaction(false, () -> join("lost"));
    join("alone");
    assertThat(rows()).containsExactly("alone", "kept");
  }

  /** Spring still reports the transaction: what is written on its connection would be lost. */
  @ParameterizedTest
  @EnumSource(When.class)
  void joinedAtTheEndOfATransaction_isCommitted(When when) {
    inTransaction(
        true,
        () -> TransactionSynchronizationManager.registerSynchronization(at(when, () -> join("r"))));
    assertThat(rows()).containsExactly("r");
    inTransaction(true, () -> join("s"));
    inTransaction(false, () -> join("t"));
    assertThat(rows()).as("and the thread is as before").containsExactly("r", "s");
  }

  @Test
  void joinedAfterARollback_isCommitted() {
    inTransaction(
        false,
        () ->
            TransactionSynchronizationManager.registerSynchronization(
                at(When.AFTER_COMPLETION, () -> join("r"))));
    assertThat(rows()).containsExactly("r");
  }

  /** A transaction begun after the commit of another one is joined, and the other isn't. */
  @Test
  void newTransactionAfterACommit_isJoined() {
    inTransaction(
        true,
        () ->
            TransactionSynchronizationManager.registerSynchronization(
                at(
                    When.AFTER_COMMIT,
                    () -> {
                      TransactionTemplate inner = new TransactionTemplate(manager);
                      inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
                      inner.executeWithoutResult(
                          status -> {
                            join("rolled back");
                            status.setRollbackOnly();
                          });
                      join("after");
                    })));
    assertThat(rows()).containsExactly("after");
  }

  @Test
  void ofTheShop_isTheTransactionOfJdbcTemplate() throws Exception {
    List<Boolean> active = new ArrayList<>();
    transactions.inNew(
        Isolation.OF_THE_SHOP,
        connection -> {
          active.add(transactions.active());
          return jdbc.update("insert into rows_of values ('template')") == 1
              && insert(connection, "connection");
        });
    assertThat(active).containsExactly(true);
    assertThat(rows()).containsExactly("connection", "template");
    assertThatThrownBy(
            () ->
                transactions.inNew(
                    Isolation.OF_THE_SHOP,
                    connection -> {
                      jdbc.update("insert into rows_of values ('lost')");
                      insert(connection, "lost");
                      throw new IllegalArgumentException("the handler");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the handler");
    assertThat(rows()).containsExactly("connection", "template");
  }

  /** The handler caught what an inner method threw: the outer transaction can't commit any more. */
  @Test
  void swallowedRollbackOnly_countsAsThrown() {
    assertThatThrownBy(
            () ->
                transactions.inNew(
                    Isolation.OF_THE_SHOP,
                    connection -> {
                      try {
                        new TransactionTemplate(manager)
                            .executeWithoutResult(
                                status -> {
                                  insert(connection, "lost");
                                  throw new IllegalStateException("inner");
                                });
                      } catch (IllegalStateException e) {
                        // As a shop might.
                      }
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rollback-only");
    assertThat(rows()).isEmpty();
  }

  @Test
  void inNew_isNotTheCallers() {
    inTransaction(
        false,
        () -> {
          for (Isolation isolation : Isolation.values()) {
            try {
              transactions.inNew(isolation, connection -> insert(connection, isolation.name()));
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          }
        });
    assertThat(rows()).containsExactly("OF_THE_SHOP", "READ_COMMITTED");
  }

  @ParameterizedTest
  @MethodSource("wrongManagers")
  void managerOfAnotherDatabase_isRefused(boolean proxied) {
    JdbcDataSource other = new JdbcDataSource();
    other.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    Transactions wrong =
        SpringTransactions.of(
            new DataSourceTransactionManager(other),
            proxied ? new TransactionAwareDataSourceProxy(source) : source);
    assertThatThrownBy(() -> wrong.inNew(Isolation.OF_THE_SHOP, connection -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("begins no transactions on this DataSource");
  }

  static Stream<Boolean> wrongManagers() {
    return Stream.of(false, true);
  }
}
