package kr.pgsdk.spring;

import java.util.Optional;
import kr.pgsdk.core.OrderId;

/**
 * Where a checkout sends the buyer back to: the endpoint of returns, unless the shop has a bean of
 * this type.
 */
@FunctionalInterface
public interface ReturnAddress {
  /**
   * Returns an absolute address.
   *
   * @param merchant the merchant's name
   * @return empty if it isn't known now, such as outside a request
   */
  Optional<String> of(String merchant, OrderId orderId);
}
