package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stored refund whose gateway answers oddly: it ends once, or stays on the list. */
@Timeout(60)
class DurableOddAnswersTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;
  private BrowserReturn back;
  private Shop at;

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  private void paidAt(Shop gateway) {
    at = gateway;
    sandbox = Sandbox.start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    back = at.checkout(sandbox, order, PRICE);
    shop.payments.returned(DurableShop.back(at, back));
  }

  private State refund(int won) {
    return shop.payments
        .refund(Refund.partial("r1", order, Money.krw(won), "returned").build())
        .state();
  }

  private void onCancel(Fault fault) {
    at.server(sandbox).inject(fault.on("POST", at.cancelPath(back.paymentId())));
  }

  private long dueInSeconds() {
    try (Connection connection = shop.database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("select due_at from pay_work where subject='r1'")) {
      rows.next();
      return (rows.getLong(1) - System.currentTimeMillis()) / 1000;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void askedToWaitForYears_isTriedAgainWithinADay(Shop gateway) {
    paidAt(gateway);
    onCancel(Fault.status(429).retryAfter(Duration.ofDays(10_000)).always());
    assertThat(refund(5_000)).isEqualTo(State.NEW);
    assertThat(dueInSeconds()).isLessThan(86_400);
  }

  @ParameterizedTest
  @EnumSource
  void askedToWaitForYears_inDoubt_isTriedAgainWithinADay(Shop gateway) {
    paidAt(gateway);
    onCancel(Fault.status(503).retryAfter(Duration.ofDays(10_000)).always());
    assertThat(refund(5_000)).isEqualTo(State.UNKNOWN);
    assertThat(dueInSeconds()).isLessThan(86_400);
  }
}
