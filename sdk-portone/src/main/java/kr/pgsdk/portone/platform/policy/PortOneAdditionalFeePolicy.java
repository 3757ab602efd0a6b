package kr.pgsdk.portone.platform.policy;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.contract.PortOneFee;
import kr.pgsdk.portone.platform.contract.PortOnePayer;

/**
 * A fee that is taken of a sale besides the platform's own, such as for fulfilment or marketing.
 */
public final class PortOneAdditionalFeePolicy extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneAdditionalFeePolicy(JsonObject json) {
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

  /** How much is taken. */
  public Optional<PortOneFee> fee() {
    return object("fee", PortOneFee::new);
  }

  /** A note of the platform's. */
  public Optional<String> memo() {
    return text("memo");
  }

  /** Who bears the VAT of the fee. */
  public Optional<PortOnePayer> vatPayer() {
    return word("vatPayer", PortOnePayer::of);
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
