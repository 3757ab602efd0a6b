package kr.pgsdk.portone.platform.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** How much of a discount a partner bears, such as a coupon of its own brand. */
public final class PortOneDiscountSharePolicy extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneDiscountSharePolicy(JsonObject json) {
    super(json);
  }

  /** The policy's id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> graphqlId() {
    return text("graphqlId");
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** The partner's share in thousandths of a percent: 50000 is a half. */
  public OptionalInt partnerShareRate() {
    return integer("partnerShareRate");
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** Whether it is put away. */
  public Optional<Boolean> isArchived() {
    return flag("isArchived");
  }

  /** Since when it is as it is; of a change that is to happen later, from when on. */
  public Optional<Instant> appliedAt() {
    return time("appliedAt");
  }

  /** Whether it is test data. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }
}
