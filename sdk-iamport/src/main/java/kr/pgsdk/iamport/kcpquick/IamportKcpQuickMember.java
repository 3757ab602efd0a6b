package kr.pgsdk.iamport.kcpquick;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A member of KCP quickpay. After releasing FIDO only its id is known. */
public final class IamportKcpQuickMember extends IamportObject {
  IamportKcpQuickMember(JsonObject json) {
    super(json);
  }

  /** {@code member_id}: the member's id. */
  public Optional<String> memberId() {
    return text("member_id");
  }

  /** {@code pg_provider}: the payment company. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** {@code pg_id}: the merchant's id there. */
  public Optional<String> pgId() {
    return text("pg_id");
  }

  /** {@code inserted}: when it was registered. */
  public Optional<Instant> inserted() {
    return time("inserted");
  }

  /** {@code updated}: when it was changed last. */
  public Optional<Instant> updated() {
    return time("updated");
  }
}
