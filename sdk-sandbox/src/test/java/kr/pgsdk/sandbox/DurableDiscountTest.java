package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A discount at PortOne, of which its amounts tell no more once all is cancelled. */
@Timeout(100)
class DurableDiscountTest {
  private static final Money PRICE = DurableShop.PRICE;

  /** Whether {@code amount.cancelled} counts a refund under way is the second switch. */
  @ParameterizedTest
  @EnumSource(names = {"PORTONE_REFUNDS_LATER", "PORTONE_REFUND_UNDER_WAY_LOWERS_BALANCE"})
  void fullRefund_returnsAllThatTheOrderWasPaidWith(Switch second) {
    OrderId order = OrderId.random();
    try (Sandbox sandbox =
            Sandbox.builder()
                .switches(
                    Switch.PORTONE_REFUNDS_LATER, Switch.PORTONE_CANCELLED_WITHOUT_DISCOUNT, second)
                .start();
        DurableShop shop =
            DurableShop.open(Pool.of(Database.H2.open(), 2), Shop.PORTONE, sandbox)) {
      shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
      BrowserReturn back =
          sandbox.buyer().onPortOne().payWithDiscount(order, PRICE, Money.krw(3_000));
      shop.payments.returned(DurableShop.back(Shop.PORTONE, back));
      assertThat(shop.payments.refund(Refund.full("r1", order, "back").build()).state())
          .isEqualTo(State.PENDING);
      assertThat(shop.booked()).containsExactly("OrderPaid 15000");

      sandbox.portOne().settleRefunds(back.paymentId());
      shop.letTimePass();

      assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -15000");
    }
  }
}
