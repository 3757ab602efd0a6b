package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** Why a payment failed or a receipt was refused. */
public final class TossFailure extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossFailure(JsonObject json) {
    super(json);
  }

  /** In Toss's words, usually Korean; its text changes without notice. */
  public Optional<String> message() {
    return text("message");
  }

  /** The code. */
  public Optional<TossErrorCode> code() {
    return word("code", TossErrorCode::of);
  }

  /** Shows code alone. */
  @Override
  public String toString() {
    return "TossFailure[code=" + shown("code") + "]";
  }
}
