package kr.pgsdk.spring;

import kr.pgsdk.iamport.IamportGateway;

/** Changes what no property sets about a merchant's Iamport gateway; as a bean. */
@FunctionalInterface
public interface IamportCustomizer {
  /**
   * Changes the builder; setting its HTTP options replaces those of the starter.
   *
   * @param merchant the merchant's name
   */
  void customize(String merchant, IamportGateway.Builder gateway);
}
