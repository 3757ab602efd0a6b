package kr.pgsdk.iamport.escrow;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A product in a delivery. Welcome Payments demands them. */
public final class IamportEscrowProduct extends RequestObject {
  private IamportEscrowProduct(Builder builder) {
    super(builder.fields.copy());
  }

  /**
   * Starts a request.
   *
   * @param id {@code id}: the shop's id of it
   * @param name {@code name}: what it is called
   * @param unitPrice {@code amount} and {@code currency}: what one costs
   * @throws IllegalArgumentException if one is blank
   */
  public static Builder builder(String id, String name, Money unitPrice) {
    return new Builder(id, name, unitPrice);
  }

  /** Builds an {@link IamportEscrowProduct}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String id, String name, Money unitPrice) {
      fields.text("id", id);
      fields.note("name", name);
      fields.amount("amount", unitPrice);
      fields.text("currency", unitPrice.currency(), 3);
    }

    /** {@code code}: the shop's code of it. */
    public Builder code(String code) {
      fields.text("code", code);
      return this;
    }

    /** {@code quantity}: how many; 1 by default. */
    public Builder quantity(int quantity) {
      fields.number("quantity", quantity, 1, Integer.MAX_VALUE);
      return this;
    }

    /** {@code tag}: its category. */
    public Builder tag(String tag) {
      fields.text("tag", tag);
      return this;
    }

    /** Returns the request. */
    public IamportEscrowProduct build() {
      return new IamportEscrowProduct(this);
    }
  }
}
