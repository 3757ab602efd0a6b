package kr.pgsdk.portone.model;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A product that is bought. */
public final class PortOneProductRequest extends RequestObject {
  private PortOneProductRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param id the shop's id for it
   * @param name the name
   * @param amount the price of one
   * @param quantity how many
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String id, String name, Money amount, int quantity) {
    return new Builder(id, name, amount, quantity);
  }

  /** Builds {@link PortOneProductRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String id, String name, Money amount, int quantity) {
      fields.text("id", id);
      fields.text("name", name);
      fields.number("amount", amount.minorUnits(), 1, Long.MAX_VALUE);
      fields.number("quantity", quantity, 1, Integer.MAX_VALUE);
    }

    /** A tag of the shop's. */
    public Builder tag(String tag) {
      fields.text("tag", tag);
      return this;
    }

    /** A code of the shop's. */
    public Builder code(String code) {
      fields.text("code", code);
      return this;
    }

    /** A page about it. */
    public Builder link(String link) {
      fields.text("link", link);
      return this;
    }

    /** Returns it. */
    public PortOneProductRequest build() {
      return new PortOneProductRequest(fields.copy());
    }
  }
}
