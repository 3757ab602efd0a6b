package kr.pgsdk.durable;

import java.time.Duration;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account at a gateway, by the name it has in the shop.
 *
 * @param transactions what the gateway lists; null if the shop doesn't reconcile
 */
record Account(String name, PaymentGateway gateway, @Nullable TransactionList transactions) {
  /** The gateway for one call, which must end in that time. */
  PaymentGateway within(Duration deadline) {
    return gateway.with(CallOptions.builder().deadline(deadline).build());
  }

  boolean captures() {
    return gateway.capturesOnConfirm();
  }
}
