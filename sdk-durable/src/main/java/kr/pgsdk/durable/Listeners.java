package kr.pgsdk.durable;

import java.util.List;
import java.util.function.Consumer;
import kr.pgsdk.core.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the shop's listeners; what one throws is logged, and changes nothing. */
record Listeners(List<DurableListener> all) {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");

  Listeners {
    all = List.copyOf(all);
  }

  void delivered(PaymentEvent event) {
    tell(listener -> listener.delivered(event));
  }

  void handlerFailed(OrderId orderId, int failures, Throwable failure) {
    tell(listener -> listener.handlerFailed(orderId, failures, failure));
  }

  void inDoubt(OrderId orderId) {
    tell(listener -> listener.inDoubt(orderId));
  }

  void leaseLost(String subject) {
    tell(listener -> listener.leaseLost(subject));
  }

  void postponed(String subject, Throwable why) {
    tell(listener -> listener.postponed(subject, why));
  }

  private void tell(Consumer<DurableListener> what) {
    for (DurableListener listener : all) {
      try {
        what.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed", e);
      }
    }
  }
}
