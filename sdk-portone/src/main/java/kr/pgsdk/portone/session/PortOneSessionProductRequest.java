package kr.pgsdk.portone.session;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/** A product that the hosted checkout shows. */
public final class PortOneSessionProductRequest extends RequestObject {
  private PortOneSessionProductRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param name the name
   * @param unitPrice the price of one
   * @param quantity how many
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String name, Money unitPrice, int quantity) {
    return new Builder(name, unitPrice, quantity);
  }

  /** Builds {@link PortOneSessionProductRequest}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String name, Money unitPrice, int quantity) {
      fields.text("name", name);
      PortOneFields.amount(fields, "unitPrice", unitPrice);
      fields.number("quantity", quantity, 1, Integer.MAX_VALUE);
    }

    /** Its id. */
    public Builder id(String id) {
      fields.text("id", id);
      return this;
    }

    /** A code of the shop's. */
    public Builder code(String code) {
      fields.text("code", code);
      return this;
    }

    /** The first day, for what is used on certain days. */
    public Builder startDate(String startDate) {
      fields.text("startDate", startDate);
      return this;
    }

    /** The last day, for what is used on certain days. */
    public Builder endDate(String endDate) {
      fields.text("endDate", endDate);
      return this;
    }

    /** Where it is shown. */
    public Builder url(String url) {
      fields.text("url", url);
      return this;
    }

    /** The kind of product at Naver Pay. */
    public Builder nPayCategoryType(String nPayCategoryType) {
      fields.text("nPayCategoryType", nPayCategoryType);
      return this;
    }

    /** The product's category at Naver Pay. */
    public Builder nPayCategoryId(String nPayCategoryId) {
      fields.text("nPayCategoryId", nPayCategoryId);
      return this;
    }

    /** The product's id at Naver Pay. */
    public Builder nPayUid(String nPayUid) {
      fields.text("nPayUid", nPayUid);
      return this;
    }

    /** Returns it. */
    public PortOneSessionProductRequest build() {
      return new PortOneSessionProductRequest(fields.copy());
    }
  }
}
