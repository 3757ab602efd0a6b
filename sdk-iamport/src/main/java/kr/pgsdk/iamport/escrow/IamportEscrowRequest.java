package kr.pgsdk.iamport.escrow;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** What a delivery is registered or changed with. */
public final class IamportEscrowRequest extends RequestObject {
  private IamportEscrowRequest(Builder builder) {
    super(builder.fields.copy());
  }

  /**
   * Starts a request.
   *
   * @param sender {@code sender}: who sends it
   * @param receiver {@code receiver}: who receives it
   * @param parcel {@code logis}: what is sent
   * @throws IllegalArgumentException if the receiver has a sender's field
   */
  public static Builder builder(
      IamportEscrowParty sender, IamportEscrowParty receiver, IamportEscrowParcel parcel) {
    return new Builder(sender, receiver, parcel);
  }

  /** Builds an {@link IamportEscrowRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(
        IamportEscrowParty sender, IamportEscrowParty receiver, IamportEscrowParcel parcel) {
      if (RequestFields.of(receiver).has("relationship")) {
        throw new IllegalArgumentException("relationship must be set of a sender alone");
      }
      fields.object("sender", RequestFields.of(sender));
      fields.object("receiver", RequestFields.of(receiver));
      fields.object("logis", RequestFields.of(parcel));
    }

    /** {@code products}: what is in it. */
    public Builder products(List<IamportEscrowProduct> products) {
      fields.objects("products", products.stream().map(RequestFields::of).toList());
      return this;
    }

    /**
     * {@code send_email}: whether NICE tells the buyer when the purchase is confirmed; yes by
     * default. For registering alone.
     */
    public Builder sendEmail(boolean send) {
      fields.flag("send_email", send);
      return this;
    }

    /** Returns the request. */
    public IamportEscrowRequest build() {
      return new IamportEscrowRequest(this);
    }
  }
}
