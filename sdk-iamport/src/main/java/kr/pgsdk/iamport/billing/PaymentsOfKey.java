package kr.pgsdk.iamport.billing;

import java.util.function.Function;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.CustomerUid;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportPayment;

/** The pages of payments by a billing key. */
final class PaymentsOfKey extends NumberedPages<IamportPayment> {
  private final String customerUid;
  private final Function<JsonObject, IamportPayment> reader;

  PaymentsOfKey(String customerUid, Function<JsonObject, IamportPayment> reader) {
    this.customerUid = CustomerUid.checked(customerUid);
    this.reader = ResponseMatch.aboutIfNamed(CustomerUid.NAME, customerUid, reader);
  }

  @Override
  protected HttpRequest.Builder page(int page) {
    return HttpRequest.safe(
            "payments of billing key", "GET", "subscribe", "customers", customerUid, "payments")
        .hide(customerUid)
        .query("page", page);
  }

  @Override
  public IamportPayment row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String id(IamportPayment row) {
    return row.paymentId().value();
  }
}
