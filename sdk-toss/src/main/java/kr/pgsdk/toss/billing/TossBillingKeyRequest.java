package kr.pgsdk.toss.billing;

import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossRequestBuilder;

/** What a billing key is issued with after its customer has agreed on Toss's page. Immutable. */
public final class TossBillingKeyRequest extends KeyedRequest {
  private final String customerKey;

  private TossBillingKeyRequest(String customerKey, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.customerKey = customerKey;
  }

  /**
   * Starts a request.
   *
   * @param authKey as the browser brought it; good for one request. A secret: no message shows it.
   * @param customerKey the shop's key for the customer: 2 to 300 letters, digits, - _ = . @, and
   *     hard to guess. A secret too.
   * @throws IllegalArgumentException if the auth key is blank or longer than 300 characters, or the
   *     customer key breaks the rule above
   */
  public static Builder builder(String authKey, String customerKey) {
    return new Builder(authKey, customerKey);
  }

  String customerKey() {
    return customerKey;
  }

  /** Builds a {@link TossBillingKeyRequest}. */
  public static final class Builder extends TossRequestBuilder<Builder> {
    private static final int MAX_AUTH_KEY = 300;

    private final String customerKey;

    private Builder(String authKey, String customerKey) {
      fields.personal("authKey", authKey, MAX_AUTH_KEY);
      TossFields.customerKey(fields, customerKey);
      this.customerKey = customerKey;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns the request. */
    public TossBillingKeyRequest build() {
      return new TossBillingKeyRequest(customerKey, fields.copy(), key());
    }
  }
}
