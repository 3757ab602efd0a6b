package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.policy.PortOneAdditionalFeePolicy;

/** A fee besides the platform's own. Amounts are in minor units. */
public final class PortOneTransferFee extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransferFee(JsonObject json) {
    super(json);
  }

  /** The policy that says so. */
  public Optional<PortOneAdditionalFeePolicy> policy() {
    return object("policy", PortOneAdditionalFeePolicy::new);
  }

  /** The fee. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** Its VAT. */
  public Optional<BigDecimal> vat() {
    return number("vat");
  }
}
