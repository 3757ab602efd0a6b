package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.OpenOrder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PortOne's channels with manual confirm: there the shop captures, by the browser's token. */
class DurableManualConfirmTest {
  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;

  @BeforeEach
  void start() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:m" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    sandbox = Sandbox.start();
    shop = DurableShop.open(database, Shop.PORTONE, sandbox);
    shop.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("goods").build());
  }

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  private UntrustedReturn authenticated() {
    PortOneBuyer buyer = sandbox.buyer().onPortOne();
    BrowserReturn back = buyer.authenticate(order, DurableShop.PRICE);
    return DurableShop.back(Shop.PORTONE, back).withPaymentToken(buyer.paymentToken(back));
  }

  private void workIsOver() {
    shop.run("update pay_order set slot_until=1 where slot_until is not null");
    shop.letTimePass();
  }

  @Test
  void answerLost_orderCantBeClosed_andIsDeliveredByResume() {
    UntrustedReturn back = authenticated();
    sandbox.portOne().inject(Fault.of(FaultKind.ANSWER_LOST).always());

    assertThat(shop.payments.returned(back)).isInstanceOf(Arrival.UnderWay.class);
    assertThat(shop.payments.close(order, "the buyer left")).isEqualTo(Closing.UNDER_WAY);
    sandbox.portOne().clearFaults();
    shop.letTimePass();

    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    assertThat(shop.payments.close(order, "the buyer left")).isEqualTo(Closing.PAID);
  }

  @Test
  void confirmNeverArrived_orderIsFreeOnceItsWorkIsOver_andNotBefore() {
    UntrustedReturn back = authenticated();
    sandbox.portOne().inject(Fault.of(FaultKind.CUT_AFTER_READ).always());
    assertThat(shop.payments.returned(back)).isInstanceOf(Arrival.UnderWay.class);
    sandbox.portOne().clearFaults();

    shop.letTimePass();
    assertThat(shop.payments.close(order, "the buyer left")).isEqualTo(Closing.UNDER_WAY);
    workIsOver();
    assertThat(shop.payments.close(order, "the buyer left")).isEqualTo(Closing.CLOSED);

    assertThat(shop.payments.returned(back)).isInstanceOf(Arrival.NotPaid.class);
    assertThat(sandbox.portOne().ledger(back.claimedPaymentId().orElseThrow()).entries()).isEmpty();
  }

  @Test
  void confirmNeverArrived_buyerComesBack_isCapturedOnce() {
    UntrustedReturn back = authenticated();
    sandbox.portOne().inject(Fault.of(FaultKind.CUT_AFTER_READ).always());
    assertThat(shop.payments.returned(back)).isInstanceOf(Arrival.UnderWay.class);
    sandbox.portOne().clearFaults();

    assertThat(shop.payments.returned(back)).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    assertThat(sandbox.portOne().ledger(back.claimedPaymentId().orElseThrow()).entries())
        .hasSize(1);
  }
}
