package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** Why a payment failed or a receipt was refused. */
public final class TossFailure {
  private final JsonObject json;

  TossFailure(JsonObject json) {
    this.json = json;
  }

  /** In Toss's words, usually Korean; its text changes without notice. */
  public Optional<String> message() {
    return Optional.ofNullable(json.text("message"));
  }

  /** The code. */
  public Optional<TossErrorCode> code() {
    return Optional.ofNullable(json.text("code")).map(TossErrorCode::of);
  }

  /** Shows code alone. */
  @Override
  public String toString() {
    return "TossFailure[code=" + json.word("code") + "]";
  }
}
