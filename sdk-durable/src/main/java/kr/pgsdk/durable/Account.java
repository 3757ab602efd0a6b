package kr.pgsdk.durable;

import java.time.Duration;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.PaymentGateway;

/**
 * A merchant's account at a gateway, by the name it has in the shop.
 *
 * @param captures whether confirm captures, else the checkout has
 */
record Account(String name, PaymentGateway gateway, boolean captures) {
  Account(String name, PaymentGateway gateway) {
    this(name, gateway, gateway.capturesOnConfirm());
  }

  /** The gateway for one call, which must end in that time. */
  PaymentGateway within(Duration deadline) {
    return gateway.with(CallOptions.builder().deadline(deadline).build());
  }
}
