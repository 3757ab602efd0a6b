package kr.pgsdk.toss.payouts;

import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/** A seller, to whom money is paid out. */
public final class TossSeller extends TossObject {
  TossSeller(JsonObject json) {
    super(json);
  }

  /** {@code id}: Toss's number for the seller. */
  public Optional<String> id() {
    return text("id");
  }

  /** {@code refSellerId}: the shop's number for the seller. */
  public Optional<String> refSellerId() {
    return text("refSellerId");
  }

  /** {@code businessType}: what kind of business it is. */
  public Optional<TossBusinessType> businessType() {
    return word("businessType", TossBusinessType::of);
  }

  /** {@code company}: the business, if the seller is one. */
  public Optional<TossSellerCompany> company() {
    return object("company", TossSellerCompany::new);
  }

  /**
   * {@code individual}: the person, as JSON, if the seller is one; its fields aren't documented.
   */
  public Optional<String> individual() {
    return json("individual");
  }

  /** {@code account}: where the money goes. */
  public Optional<TossSellerAccount> account() {
    return object("account", TossSellerAccount::new);
  }

  /** {@code status}: whether the seller can be paid. */
  public Optional<TossSellerStatus> status() {
    return word("status", TossSellerStatus::of);
  }

  /** {@code metadata}: the shop's own texts. Unmodifiable. */
  public Map<String, String> metadata() {
    return object("metadata", JsonObject::texts).orElse(Map.of());
  }

  /** Shows id and status alone. */
  @Override
  public String toString() {
    return "TossSeller[" + shown("id") + ", " + shown("status") + "]";
  }
}
