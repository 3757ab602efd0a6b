package kr.pgsdk.spring;

import kr.pgsdk.portone.PortOneGateway;

/** Changes what no property sets about a merchant's gateway of PortOne V2; as a bean. */
@FunctionalInterface
public interface PortOneCustomizer {
  /**
   * Changes the builder; setting its HTTP options replaces those of the starter.
   *
   * @param merchant the merchant's name
   */
  void customize(String merchant, PortOneGateway.Builder gateway);
}
