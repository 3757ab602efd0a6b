package kr.pgsdk.durable;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.UntrustedPayment;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** Notes reasons to look. Nothing is written of orders that the store doesn't know. */
record Hints(PaymentStore store) {

  /** Whether the order is known, and looked at from now on. */
  boolean note(Account account, UntrustedPayment hint) {
    PaymentKey key =
        hint.claimedPaymentId().map(id -> new PaymentKey(account.name(), id.value())).orElse(null);
    return store.inNew(session -> noted(session, hint, key));
  }

  private static boolean noted(
      StoreSession session, UntrustedPayment hint, @Nullable PaymentKey key) {
    String orderId = hint.claimedOrderId().map(OrderId::value).orElse(null);
    if (orderId == null && key != null) {
      orderId = session.payment(key).map(payment -> payment.orderId()).orElse(null);
    }
    OrderRow order = orderId == null ? null : session.lockOrder(orderId).orElse(null);
    if (order == null) {
      return false;
    }
    Captures.name(session, order, key);
    session.hint(new WorkKey(WorkKey.Kind.ORDER, order.orderId()));
    return true;
  }
}
