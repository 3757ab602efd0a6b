package kr.pgsdk.toss.brandpay;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/**
 * What a customer's consent was exchanged for. The names of its fields aren't confirmed: where
 * {@link #accessToken()} is empty, the token is in {@link #toJson()} under another name.
 */
public final class TossBrandpayAuthorization extends TossObject {
  TossBrandpayAuthorization(JsonObject json) {
    super(json);
  }

  /** {@code accessToken}: the token for calls on the customer's behalf. */
  public Optional<TossBrandpayToken> accessToken() {
    return word("accessToken", TossBrandpayToken::of);
  }
}
