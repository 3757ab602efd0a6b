package kr.pgsdk.iamport.partner;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** What registering lines on a receipt led to. */
public final class IamportPartnerReceiptResult extends IamportObject {
  IamportPartnerReceiptResult(JsonObject json) {
    super(json);
  }

  /** {@code receipt_url}: where the receipt is shown. */
  public Optional<String> receiptUrl() {
    return text("receipt_url");
  }
}
