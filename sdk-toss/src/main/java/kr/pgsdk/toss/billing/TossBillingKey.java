package kr.pgsdk.toss.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossCard;
import kr.pgsdk.toss.model.TossEasyPay;
import kr.pgsdk.toss.model.TossObject;
import org.jspecify.annotations.Nullable;

/**
 * A billing key. Store it with its customer key: Toss can't be asked for it again. Both are
 * secrets: keep them, and {@link #toJson()}, out of logs.
 */
public final class TossBillingKey extends TossObject {
  private final String billingKey;
  private final @Nullable TossEasyPay easyPay;

  TossBillingKey(JsonObject json) {
    super(json);
    this.billingKey = required("billingKey");
    this.easyPay = TossEasyPay.in(json);
  }

  /** {@code billingKey}: the key, a secret of at most 200 characters. */
  public String billingKey() {
    return billingKey;
  }

  /** {@code customerKey}: the shop's key for the customer, a secret too. */
  public Optional<String> customerKey() {
    return text("customerKey");
  }

  /** {@code mId}: the merchant's number at Toss. */
  public Optional<String> mId() {
    return text("mId");
  }

  /** {@code authenticatedAt}: when the customer agreed. */
  public Optional<Instant> authenticatedAt() {
    return time("authenticatedAt");
  }

  /** {@code method}: what is charged, in Toss's words: 카드, 계좌이체. */
  public Optional<String> method() {
    return text("method");
  }

  /** {@code card}: the card; its amount, approval and installments are empty. */
  public Optional<TossCard> card() {
    return object("card", TossCard::new);
  }

  /** {@code transfers}: the accounts. Unmodifiable. */
  public List<TossBillingTransfer> transfers() {
    return objects("transfers", TossBillingTransfer::new);
  }

  /** {@code easyPay}: the wallet, if it is one that is charged. */
  public Optional<TossEasyPay> easyPay() {
    return Optional.ofNullable(easyPay);
  }

  /** {@code cardCompany}: the card company's Korean name; not since API version 2024-06-01. */
  public Optional<String> cardCompany() {
    return text("cardCompany");
  }

  /** {@code cardNumber}: the card's masked number; not since API version 2024-06-01. */
  public Optional<String> cardNumber() {
    return text("cardNumber");
  }
}
