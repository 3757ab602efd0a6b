package kr.pgsdk.iamport.merchant;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A sub-merchant. */
public final class IamportSubMerchant extends IamportObject {
  IamportSubMerchant(JsonObject json) {
    super(json);
  }

  /** {@code tier_code}: its code, three capital letters or digits. */
  public Optional<String> tierCode() {
    return text("tier_code");
  }

  /** {@code tier_name}: its name. */
  public Optional<String> tierName() {
    return text("tier_name");
  }
}
