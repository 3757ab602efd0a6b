package kr.pgsdk.durable;

import java.time.Duration;
import java.util.regex.Pattern;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account at a gateway, by the name it has in the shop.
 *
 * @param captures whether confirm captures, else the checkout has
 * @param keepsReasons whether a refund's reference tells it from another of its amount
 * @param transactions what moved, day by day; null if the shop gave no list
 */
record Account(
    String name,
    PaymentGateway gateway,
    boolean captures,
    boolean keepsReasons,
    @Nullable TransactionList transactions) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

  Account {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("an account is named by 1 to 32 of A-Z a-z 0-9 _ . -");
    }
  }

  /** Asks the gateway now: none is called while a connection is held. */
  Account(String name, PaymentGateway gateway, @Nullable TransactionList transactions) {
    this(name, gateway, gateway.capturesOnConfirm(), gateway.keepsCancelReasons(), transactions);
  }

  /** The gateway for one call, which must end in that time. */
  PaymentGateway within(Duration deadline) {
    return gateway.with(CallOptions.builder().deadline(deadline).build());
  }
}
