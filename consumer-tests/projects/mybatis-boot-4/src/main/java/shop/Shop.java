package shop;

import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.spring.PgShop;
import org.springframework.stereotype.Component;

@Component
public class Shop implements PgShop {
  /** What a handler may run into after it has written. */
  volatile boolean outOfStock;

  private final Purchases purchases;

  Shop(Purchases purchases) {
    this.purchases = purchases;
  }

  @Override
  public Optional<OpenOrder> order(OrderId id) {
    return Optional.ofNullable(purchases.price(id.value()))
        .map(won -> OpenOrder.builder(id, Money.krw(won)).orderName("T-shirt").build());
  }

  @Override
  public void paymentChanged(PaymentEvent event, Delivery delivery) {
    purchases.become(event.orderId().value(), event instanceof PaymentEvent.OrderPaid ? "PAID" : "?");
    if (outOfStock) {
      throw new IllegalStateException("out of stock");
    }
  }
}
