package kr.pgsdk.portone.platform.contract;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A fee that a request sets: a share of an amount, or a fixed amount. */
public final class PortOneFeeRequest extends RequestObject {
  private PortOneFeeRequest(String name, long value) {
    super(new RequestFields().number(name, value, 0, Long.MAX_VALUE));
  }

  /**
   * A share of an amount.
   *
   * @param rate in thousandths of a percent: 3500 is 3.5 percent
   * @throws IllegalArgumentException if it is below zero
   */
  public static PortOneFeeRequest fixedRate(int rate) {
    return new PortOneFeeRequest("fixedRate", rate);
  }

  /**
   * The same amount each time.
   *
   * @param amount in minor units of the settlement's currency: won, or cents
   * @throws IllegalArgumentException if it is below zero
   */
  public static PortOneFeeRequest fixedAmount(long amount) {
    return new PortOneFeeRequest("fixedAmount", amount);
  }
}
