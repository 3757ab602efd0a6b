package kr.pgsdk.iamport.billing;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A channel that issued no billing key. */
public final class IamportFailedChannel extends IamportObject {
  IamportFailedChannel(JsonObject json) {
    super(json);
  }

  /** {@code type}: the kind of failure. */
  public Optional<IamportFailureType> type() {
    return word("type", IamportFailureType::of);
  }

  /** {@code message}: what went wrong, for a reader; keep it out of logs. */
  public Optional<String> message() {
    return text("message");
  }

  /** {@code pg_provider}: the payment company. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** {@code pg_id}: the shop's id at the payment company. */
  public Optional<String> pgId() {
    return text("pg_id");
  }
}
