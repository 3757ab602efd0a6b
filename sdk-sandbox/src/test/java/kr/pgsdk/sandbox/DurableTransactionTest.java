package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.JdbcTransactions;
import kr.pgsdk.durable.store.Transactions.Isolation;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller who is inside a transaction, with every verb. */
@Timeout(100)
class DurableTransactionTest {
  private final OrderId order = OrderId.random();
  private final DataSource database = Pool.of(Database.H2.open(), 4);
  private final JdbcTransactions transactions = JdbcTransactions.of(database);

  private Map<String, Runnable> verbs(DurablePayments payments, Shop at, BrowserReturn back) {
    Map<String, Runnable> verbs = new LinkedHashMap<>();
    verbs.put("open", () -> payments.open(OpenOrder.builder(order, DurableShop.PRICE).build()));
    verbs.put("returned", () -> payments.returned(DurableShop.back(at, back)));
    verbs.put("returned of", () -> payments.returned("main", DurableShop.back(at, back)));
    verbs.put("notified", () -> payments.notified(DurableShop.webhook(at, back)));
    verbs.put("notified of", () -> payments.notified("main", DurableShop.webhook(at, back)));
    verbs.put("close", () -> payments.close(order, "no stock"));
    verbs.put("refund", () -> payments.refund(Refund.full("r1", order, "back").build()));
    verbs.put("resolve", () -> payments.resolve("r1", Resolution.DONE, "kim", "note"));
    verbs.put("keep", () -> payments.keep(order, back.paymentId(), "kim", "note"));
    verbs.put("adopt", () -> payments.adopt("main", "kim"));
    verbs.put("resume", () -> payments.resume(Duration.ofSeconds(1)));
    verbs.put("reconcile", () -> payments.reconcile("main", LocalDate.of(2026, 11, 1)));
    verbs.put("once", () -> payments.once("event", delivery -> {}));
    verbs.put("purge", () -> payments.purge(Instant.EPOCH));
    verbs.put("erase", () -> payments.erase(order));
    return verbs;
  }

  @ParameterizedTest
  @EnumSource
  void everyVerbThrows_andSendsAndWritesNothing(Shop at) throws SQLException {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway = at.open(sandbox, HttpOptions.builder())) {
      JdbcPaymentStore store = JdbcPaymentStore.builder(transactions).build();
      store.createSchema();
      try (DurablePayments payments =
          DurablePayments.builder(store, (event, delivery) -> {})
              .account("main", gateway)
              .build()) {
        payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
        BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
        int sent = at.server(sandbox).journal().entries().size();
        long version = version();
        Map<String, Runnable> verbs = verbs(payments, at, back);
        List<String> blocking =
            List.of(
                "open",
                "returned",
                "notified",
                "close",
                "refund",
                "resolve",
                "keep",
                "adopt",
                "resume",
                "reconcile",
                "once",
                "purge",
                "erase");
        assertThat(verbs.keySet()).containsAll(blocking);
        transactions.inNew(
            Isolation.READ_COMMITTED,
            connection -> {
              verbs.forEach(
                  (name, verb) ->
                      assertThatIllegalStateException()
                          .as(name)
                          .isThrownBy(verb::run)
                          .withMessageContaining("inside a database transaction"));
              return true;
            });
        assertThat(at.server(sandbox).journal().entries()).hasSize(sent);
        assertThat(version()).isEqualTo(version);
        assertThat(payments.refundState("r1")).isEmpty();
        assertThat(payments.stats().due()).isZero();
      }
    }
  }

  private long version() throws SQLException {
    try (Connection connection = database.getConnection();
        var select = connection.createStatement();
        var row = select.executeQuery("select max(version) from pay_order")) {
      row.next();
      return row.getLong(1);
    }
  }
}
