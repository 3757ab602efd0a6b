package com.example.shop;

import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.spring.PgShop;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record Shop(JdbcClient jdbc) implements PgShop {
  @Override
  public Optional<OpenOrder> order(OrderId id) {
    return jdbc.sql("select price from purchase where id = ? and state = 'NEW'")
        .param(id.value())
        .query(Long.class)
        .optional()
        .map(won -> OpenOrder.builder(id, Money.krw(won)).orderName("T-shirt").build());
  }

  @Override
  public void paymentChanged(PaymentEvent event, Delivery delivery) {
    String state = event.now().held().isZero() ? "REFUNDED" : "PAID";
    if (event instanceof PaymentEvent.OrderPaid || event instanceof PaymentEvent.MoneyReturned) {
      jdbc.sql("update purchase set state = ? where id = ?")
          .params(state, event.orderId().value())
          .update();
    }
  }
}
