package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that lost its last commits, as by a restored backup or an asynchronous standby. */
@Timeout(120)
class DurableRestoreTest {
  private final OrderId order = OrderId.random();

  static Stream<Arguments> worlds() {
    return Stream.of(Database.values())
        .flatMap(database -> Stream.of(Shop.values()).map(at -> Arguments.of(database, at)));
  }

  /** What stands in the tables of the store and of the shop. */
  private static final class Backup {
    private final DataSource database;
    private final Map<String, List<Object[]>> tables = new LinkedHashMap<>();

    Backup(DataSource database) throws SQLException {
      this.database = database;
      for (String table :
          List.of(
              "pay_order",
              "pay_payment",
              "pay_refund",
              "pay_refund_row",
              "pay_work",
              "pay_event",
              "booked")) {
        tables.put(table, rows(table));
      }
    }

    private List<Object[]> rows(String table) throws SQLException {
      List<Object[]> all = new ArrayList<>();
      try (Connection connection = database.getConnection();
          Statement select = connection.createStatement();
          ResultSet rows = select.executeQuery("select * from " + table)) {
        while (rows.next()) {
          Object[] row = new Object[rows.getMetaData().getColumnCount()];
          for (int i = 0; i < row.length; i++) {
            row[i] = rows.getObject(i + 1);
          }
          all.add(row);
        }
      }
      return all;
    }

    void restore() throws SQLException {
      try (Connection connection = database.getConnection();
          Statement delete = connection.createStatement()) {
        for (Map.Entry<String, List<Object[]>> table : tables.entrySet()) {
          delete.execute("delete from " + table.getKey());
          for (Object[] row : table.getValue()) {
            insert(connection, table.getKey(), row);
          }
        }
      }
    }

    private static void insert(Connection connection, String table, Object[] row)
        throws SQLException {
      String values = "?,".repeat(row.length - 1) + "?";
      try (PreparedStatement insert =
          connection.prepareStatement("insert into " + table + " values (" + values + ")")) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void theCaptureIsForgotten_theBuyerReloads_andItIsFoundNotRepeated(Database database, Shop at)
      throws Exception {
    DataSource source = Pool.of(database.open(), 2);
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(source, at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      Backup before = new Backup(source);
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      shop.payments.returned(DurableShop.back(at, back));
      before.restore();
      assertThat(shop.booked()).isEmpty();
      assertThat(shop.payments.returned(DurableShop.back(at, back)))
          .isInstanceOf(Arrival.Paid.class);
      assertThat(shop.booked()).containsExactly("OrderPaid 15000");
      assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aRefundIsForgotten_madeAnewUnderItsId_itIsRecognised(Database database, Shop at)
      throws Exception {
    DataSource source = Pool.of(database.open(), 2);
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(source, at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      shop.payments.returned(DurableShop.back(at, back));
      Refund part = Refund.partial("part", order, Money.krw(5_000), "returned").build();
      Refund rest = Refund.full("rest", order, "returned").build();
      for (Refund refund : List.of(part, rest)) {
        Backup before = new Backup(source);
        assertThat(shop.payments.refund(refund).state()).isEqualTo(RefundRow.State.DONE);
        before.restore();
        assertThat(shop.payments.refundState(refund.refundId())).isEmpty();
        assertThat(shop.payments.refund(refund).state()).isEqualTo(RefundRow.State.DONE);
      }
      Ledger ledger = at.server(sandbox).ledger(order);
      assertThat(ledger.refunds()).isEqualTo(2);
      assertThat(ledger.refunded()).isEqualTo(DurableShop.PRICE);
      assertThat(shop.booked())
          .containsExactly("OrderPaid 15000", "MoneyReturned -5000", "MoneyReturned -10000");
    }
  }

  /** Only the end of the refund is lost: the store thinks that it was never sent. */
  @ParameterizedTest
  @MethodSource("worlds")
  void aRefundsEndIsForgotten_resumeFindsIt(Database database, Shop at) throws Exception {
    DataSource source = Pool.of(database.open(), 2);
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(source, at, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      shop.payments.returned(DurableShop.back(at, back));
      Refund part = Refund.partial("part", order, Money.krw(5_000), "returned").build();
      shop.payments.requestRefund(part);
      Backup before = new Backup(source);
      shop.letTimePass();
      before.restore();
      shop.letTimePass();
      assertThat(shop.payments.refundState("part").orElseThrow().state())
          .isEqualTo(RefundRow.State.DONE);
      assertThat(at.server(sandbox).ledger(order).refunds()).isEqualTo(1);
      assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
    }
  }
}
