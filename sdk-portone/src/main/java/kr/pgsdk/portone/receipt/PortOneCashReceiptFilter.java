package kr.pgsdk.portone.receipt;

import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneCompanyFilterBuilder;

/** Which cash receipts to list. What isn't set doesn't matter. */
public final class PortOneCashReceiptFilter extends RequestObject {
  private PortOneCashReceiptFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneCashReceiptFilter}. What isn't set isn't sent. */
  public static final class Builder extends PortOneCompanyFilterBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** The shop's id for the payment. */
    public Builder paymentId(String paymentId) {
      fields.text("paymentId", paymentId);
      return this;
    }

    /** Whether it went through a test channel. */
    public Builder isTest(boolean isTest) {
      fields.flag("isTest", isTest);
      return this;
    }

    /** What is bought. */
    public Builder orderName(String orderName) {
      fields.text("orderName", orderName);
      return this;
    }

    /** Statuses, in PortOne's words. */
    public Builder statuses(List<String> statuses) {
      fields.texts("statuses", statuses);
      return this;
    }

    /** Whether it was issued by hand. */
    public Builder isManual(boolean isManual) {
      fields.flag("isManual", isManual);
      return this;
    }

    /** The payment company's number for the receipt. */
    public Builder pgReceiptId(String pgReceiptId) {
      fields.text("pgReceiptId", pgReceiptId);
      return this;
    }

    /** The merchant's number at the payment company. */
    public Builder pgMerchantId(String pgMerchantId) {
      fields.text("pgMerchantId", pgMerchantId);
      return this;
    }

    /** Kinds: {@code PERSONAL}, {@code CORPORATE}. */
    public Builder types(List<String> types) {
      fields.texts("types", types);
      return this;
    }

    /** Returns it. */
    public PortOneCashReceiptFilter build() {
      return new PortOneCashReceiptFilter(fields.copy());
    }
  }
}
