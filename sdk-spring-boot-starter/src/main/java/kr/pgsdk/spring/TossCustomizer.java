package kr.pgsdk.spring;

import kr.pgsdk.toss.TossGateway;

/** Changes what no property sets about a merchant's Toss gateway; as a bean. */
@FunctionalInterface
public interface TossCustomizer {
  /**
   * Changes the builder; setting its HTTP options replaces those of the starter.
   *
   * @param merchant the merchant's name
   */
  void customize(String merchant, TossGateway.Builder gateway);
}
