package kr.pgsdk.toss.billing;

import java.util.Objects;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossRequestBuilder;

/** What a billing key is issued with by a card's data. Immutable. */
public final class TossCardBillingKeyRequest extends KeyedRequest {
  private final String customerKey;

  private TossCardBillingKeyRequest(
      String customerKey, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.customerKey = customerKey;
  }

  /**
   * Starts a request.
   *
   * @param customerKey the shop's key for the customer: 2 to 300 letters, digits, - _ = . @, and
   *     hard to guess. A secret: no message shows it.
   * @throws IllegalArgumentException if the customer key breaks that rule
   */
  public static Builder builder(String customerKey, CardData card) {
    return new Builder(customerKey, card);
  }

  String customerKey() {
    return customerKey;
  }

  /** Builds a {@link TossCardBillingKeyRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossRequestBuilder<Builder> {
    private final String customerKey;

    private Builder(String customerKey, CardData card) {
      TossFields.customerKey(fields, customerKey);
      TossFields.card(fields, Objects.requireNonNull(card, "card"));
      this.customerKey = customerKey;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** {@code customerName}: personal, as the next; at most 100 characters. */
    public Builder customerName(String name) {
      TossFields.customerName(fields, name);
      return this;
    }

    /** {@code customerEmail}: at most 100 characters. */
    public Builder customerEmail(String email) {
      TossFields.customerEmail(fields, email);
      return this;
    }

    /** {@code vbv}: what a 3-D Secure authentication made elsewhere proved. */
    public Builder vbv(String cavv, String xid, String eci) {
      TossFields.vbv(fields, cavv, xid, eci);
      return this;
    }

    /** Returns the request. */
    public TossCardBillingKeyRequest build() {
      return new TossCardBillingKeyRequest(customerKey, fields.copy(), key());
    }
  }
}
