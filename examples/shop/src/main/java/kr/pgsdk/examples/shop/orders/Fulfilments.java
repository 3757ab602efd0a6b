package kr.pgsdk.examples.shop.orders;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The fulfilment of each kind. */
@Component
public class Fulfilments {
  private final Map<OrderKind, Fulfilment> byKind = new EnumMap<>(OrderKind.class);

  Fulfilments(List<Fulfilment> all) {
    all.forEach(one -> byKind.put(one.kind(), one));
  }

  /** That of an order's kind. */
  public Fulfilment of(Order order) {
    Fulfilment fulfilment = byKind.get(order.kind());
    if (fulfilment == null) {
      throw new IllegalStateException("nothing fulfils " + order.kind());
    }
    return fulfilment;
  }
}
