package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Preparation;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells gateways what orders cost. While a gateway may still be told one price of an order, nobody
 * tells it another: the later of two responses needn't be to the later of two requests.
 */
record Prices(PaymentStore store, Settings settings) {
  /**
   * A gateway is being told a price.
   *
   * @param until when the call has ended
   * @param alone whether no other call for the order ran when it began
   * @param start this server's clock, before that was written
   */
  record Telling(
      String orderId, String account, Money price, Instant until, boolean alone, long start) {}

  /** Whether its gateway may still be told a price. */
  static boolean isBeingTold(OrderRow order, Instant now) {
    return order.preparingUntil() != null && now.isBefore(order.preparingUntil());
  }

  /** Notes that the order's gateway is told its price from now on, and writes the order. */
  Telling begin(StoreSession session, OrderRow order, long start) {
    Instant now = session.now();
    Instant until = now.plus(settings.call());
    session.updateOrder(order.prepared(order.preparedPrice(), until));
    return new Telling(
        order.orderId(), order.account(), order.price(), until, !isBeingTold(order, now), start);
  }

  /**
   * Tells it. If that fails, the request may still be executed, and the time is waited for.
   *
   * @return empty if the order costs another price by now, or this server stood still before it
   *     could send
   */
  Optional<Preparation> tell(Telling telling, Account account, PrepareRequest request) {
    Duration left = settings.left(telling.start());
    if (left == null) {
      return Optional.empty();
    }
    Preparation preparation = account.within(left).prepare(request);
    return store.inNew(session -> told(session, telling))
        ? Optional.of(preparation)
        : Optional.empty();
  }

  /**
   * Tells it once more. A gateway that refuses takes no price any more, since the order is paid
   * say: it isn't told again until the order is opened again.
   */
  void tellAgain(Telling telling, Account account, PrepareRequest request) {
    try {
      Object unused = tell(telling, account, request);
    } catch (GatewayException e) {
      if (e.isRetryable()) {
        throw e;
      }
      store.run(session -> told(session, telling));
    }
  }

  private static boolean told(StoreSession session, Telling telling) {
    OrderRow order = session.lockOrder(telling.orderId()).orElse(null);
    if (order == null || !order.account().equals(telling.account())) {
      return false;
    }
    boolean last = telling.alone() && telling.until().equals(order.preparingUntil());
    @Nullable Instant until = last ? null : order.preparingUntil();
    session.updateOrder(order.prepared(telling.price(), until));
    boolean current = order.price().equals(telling.price());
    if (!current) {
      session.hint(new WorkKey(WorkKey.Kind.ORDER, telling.orderId()));
    }
    return current;
  }
}
