package kr.pgsdk.iamport.escrow;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A delivery that is registered for an escrow payment. */
public final class IamportEscrowDelivery extends IamportObject {
  IamportEscrowDelivery(JsonObject json) {
    super(json);
  }

  /** {@code company}: the carrier, by its code. */
  public Optional<String> company() {
    return text("company");
  }

  /** {@code invoice}: the number of the parcel. */
  public Optional<String> invoice() {
    return text("invoice");
  }

  /** {@code sent_at}: when it was sent. */
  public Optional<Instant> sentAt() {
    return time("sent_at");
  }

  /** {@code applied_at}: when it was registered. */
  public Optional<Instant> appliedAt() {
    return time("applied_at");
  }
}
