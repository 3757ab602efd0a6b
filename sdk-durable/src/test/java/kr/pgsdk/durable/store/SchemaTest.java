package kr.pgsdk.durable.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store demands of its database before it is used. */
class SchemaTest {
  private static JdbcPaymentStore store(DataSource source) {
    return JdbcPaymentStore.builder(source).build();
  }

  private static void run(DataSource source, String sql) throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMissingSchemaIsNamed_withTheWayToCreateIt(Database database) {
    JdbcPaymentStore store = store(database.open());
    assertThatThrownBy(store::check)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("createSchema()");
    store.createSchema();
    store.check();
  }

  /** As on the first day of a shop whose servers all start with {@code createSchema()}. */
  @ParameterizedTest
  @EnumSource
  void serversThatCreateItAtOnce_allSucceed_andItIsWhole(Database database) throws Exception {
    String url = database.create();
    int servers = 4;
    CyclicBarrier start = new CyclicBarrier(servers);
    ExecutorService threads = Executors.newFixedThreadPool(servers);
    try {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < servers; i++) {
        JdbcPaymentStore store = store(Database.source(url));
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  store.createSchema();
                  return store.check();
                }));
      }
      for (Future<List<String>> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    JdbcPaymentStore store = store(Database.source(url));
    store.run(session -> session.insertOrder(PaymentStoreContractTest.order("order_1")));
    Optional<OrderRow> order = store.inNew(session -> session.order("order_1"));
    assertThat(order).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void theNextVersionIsAccepted_andTheOneAfterIsNot(Database database) throws Exception {
    DataSource source = database.open();
    JdbcPaymentStore store = store(source);
    store.createSchema();
    run(source, "update pay_schema set version=2");
    store.check();
    run(source, "update pay_schema set version=3");
    assertThatThrownBy(store::check).hasMessageContaining("[3]");
  }

  @ParameterizedTest
  @EnumSource
  void aStateOfALaterVersionIsLeftAlone(Database database) throws Exception {
    DataSource source = database.open();
    JdbcPaymentStore store = store(source);
    store.createSchema();
    store.run(session -> session.insertOrder(PaymentStoreContractTest.order("order_1")));
    run(source, "update pay_order set state='SPLIT'");
    assertThatThrownBy(() -> store.inNew(session -> session.order("order_1")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("later version");
  }

  @Test
  void anH2FileThatWritesLateIsRefused(@TempDir Path folder) {
    JdbcPaymentStore store = store(Database.source("jdbc:h2:file:" + folder.resolve("late")));
    store.createSchema();
    assertThatThrownBy(store::check).hasMessageContaining("WRITE_DELAY=0");
  }

  @Test
  void anH2InMemoryIsWarnedOf() {
    JdbcPaymentStore store = store(Database.source("jdbc:h2:mem:warned;DB_CLOSE_DELAY=-1"));
    store.createSchema();
    assertThat(store.check()).singleElement().asString().contains("memory");
  }

  @Test
  void postgresqlThatCommitsBeforeItWrites_isWarnedOf() {
    String url = Database.POSTGRESQL.create();
    store(Database.source(url)).createSchema();
    assertThat(store(Database.source(url)).check())
        .noneMatch(w -> w.contains("synchronous_commit"));
    String late = url + "&options=-c%20synchronous_commit=off";
    assertThat(store(Database.source(late)).check())
        .anyMatch(warning -> warning.startsWith("synchronous_commit is off"));
  }

  @Test
  void mariaDbThatCommitsBeforeItWrites_isWarnedOf() throws Exception {
    DataSource source = Database.MARIADB.open();
    JdbcPaymentStore store = store(source);
    store.createSchema();
    assertThat(store.check()).isEmpty();
    run(source, "set global innodb_flush_log_at_trx_commit=2");
    try {
      assertThat(store.check())
          .singleElement()
          .asString()
          .startsWith("innodb_flush_log_at_trx_commit isn't 1");
    } finally {
      run(source, "set global innodb_flush_log_at_trx_commit=1");
    }
  }

  @Test
  void aPrefixThatIsNoNameIsRefused() {
    DataSource source = Database.source("jdbc:h2:mem:prefix");
    assertThatThrownBy(() -> JdbcPaymentStore.builder(source).prefix("pay; drop ").build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
