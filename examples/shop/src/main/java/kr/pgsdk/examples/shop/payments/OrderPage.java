package kr.pgsdk.examples.shop.payments;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.examples.shop.orders.Fulfilment;
import kr.pgsdk.examples.shop.orders.Order;

/**
 * What an order's page shows.
 *
 * @param came what the gateway's window ended with, if the buyer comes from there
 * @param account where the deposit is awaited; empty too if the gateway can't be asked now
 * @param deposited whether it was paid by a deposit, which goes back to an account alone
 * @param misplaced how much was deposited that pays for nothing, and waits for an account to go
 *     back to
 * @param duplicate a second payment of the order, and whether it went back already
 */
public record OrderPage(
    Order order,
    Standing standing,
    List<Fulfilment.Content> contents,
    List<RefundRecord> refunds,
    Optional<ReturnNotice> came,
    Optional<VirtualAccount> account,
    boolean deposited,
    Optional<Long> misplaced,
    Optional<Duplicate> duplicate) {

  /** A second payment of an order. */
  public record Duplicate(long amount, boolean returned) {}

  /** Whether the buyer may cancel what was paid. */
  public boolean isCancellable() {
    return standing == Standing.PAID || standing == Standing.PARTLY_REFUNDED;
  }

  /** Whether the buyer may give the order up. */
  public boolean canBeGivenUp() {
    return standing == Standing.OPEN || standing == Standing.AWAITING;
  }
}
