package kr.pgsdk.durable;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * Notes reasons to look. It waits for no order's lock: a handler may take its time. Nothing is
 * written of orders that the store doesn't know.
 */
record Hints(PaymentStore store) {

  /** Whether the order is known, and looked at from now on. */
  boolean note(Account account, UntrustedPayment hint) {
    PaymentKey key =
        hint.claimedPaymentId().map(id -> new PaymentKey(account.name(), id.value())).orElse(null);
    String named = hint.claimedOrderId().map(OrderId::value).orElse(null);
    return store.inNew(session -> noted(session, named, key));
  }

  private static boolean noted(
      StoreSession session, @Nullable String named, @Nullable PaymentKey key) {
    String orderId =
        named != null || key == null
            ? named
            : session.payment(key).map(PaymentRow::orderId).orElse(null);
    return orderId != null && session.hint(new WorkKey(WorkKey.Kind.ORDER, orderId), key);
  }
}
