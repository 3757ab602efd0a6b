package kr.pgsdk.durable.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kr.pgsdk.durable.database.Database;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers of this version beside servers of the next one, which have written words that this one
 * doesn't know: what it doesn't understand must not keep it from its own work.
 */
class LaterVersionTest {
  private JdbcPaymentStore store;

  private void open(Database database, String... changes) throws Exception {
    DataSource source = database.open();
    store = JdbcPaymentStore.builder(source).build();
    store.createSchema();
    store.run(
        session -> {
          for (String id : List.of("known", "unknown")) {
            session.insertOrder(PaymentStoreContractTest.order(id));
            session.insertWork(new WorkKey(WorkKey.Kind.ORDER, id), Instant.EPOCH);
            PaymentKey key = new PaymentKey("toss", id);
            session.savePayment(
                PaymentStoreContractTest.payment(key, id).in(PaymentRow.Role.DUPLICATE));
            session.insertRefund(PaymentStoreContractTest.refund(id, key));
          }
        });
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  private <T> ListAssert<T> assertAll(PaymentStore.Work<List<T>> work) {
    return assertThat(store.inNew(work));
  }

  @ParameterizedTest
  @EnumSource
  void workOfAnUnknownKindIsLeft_andTheOtherIsDue(Database database) throws Exception {
    open(database, "update pay_work set kind='SPLIT' where subject='unknown'");
    assertAll(session -> session.due(1))
        .extracting(work -> work.key().subject())
        .containsExactly("known");
    WorkCounts counts = store.inNew(StoreSession::workCounts);
    assertThat(counts.due()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anOrderInAnUnknownState_hidesNoFailingOne(Database database) throws Exception {
    open(
        database,
        "update pay_order set handler_failures=9",
        "update pay_order set state='SPLIT', updated_at=0 where order_id='unknown'");
    assertAll(session -> session.failing(5, 1))
        .extracting(OrderRow::orderId)
        .containsExactly("known");
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentOfAnUnknownRoleOrStatus_hidesNoMisplacedOne(Database database) throws Exception {
    for (String column : List.of("role", "status")) {
      open(
          database,
          "update pay_payment set " + column + "='SPLIT', seen_at=0 where payment_id='unknown'");
      assertAll(session -> session.misplaced(1))
          .extracting(PaymentRow::key)
          .containsExactly(new PaymentKey("toss", "known"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefundInAnUnknownStateOrOfAnUnknownKind_hidesNoOther(Database database) throws Exception {
    for (String column : List.of("state", "kind")) {
      open(
          database,
          "update pay_refund set " + column + "='SPLIT', created_at=0 where refund_id='unknown'");
      assertAll(session -> session.refundsIn(List.of(RefundRow.State.values()), 1))
          .extracting(RefundRow::refundId)
          .containsExactly("known");
      Map<RefundRow.State, RefundCount> counts = store.inNew(StoreSession::refundCounts);
      assertThat(counts).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownAlarm_hidesNoOther(Database database) throws Exception {
    open(
        database,
        "update pay_refund set alarm='REFUNDED_TWICE' where refund_id='known'",
        "update pay_refund set alarm='SPLIT', created_at=0 where refund_id='unknown'");
    assertAll(session -> session.alarmedRefunds(1))
        .extracting(RefundRow::refundId)
        .containsExactly("known");
    assertAll(session -> session.refundsIn(List.of(RefundRow.State.NEW), 1))
        .extracting(RefundRow::refundId)
        .containsExactly("known");
  }
}
