package kr.pgsdk.iamport;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportPayment;

/** The pages of one order's payments. */
final class OrderPaymentPages extends NumberedPages<IamportPayment> {
  private static final int LIMIT = 100;

  private final IamportCalls calls;
  private final OrderId orderId;
  private final IamportStatusFilter status;
  private final IamportSorting sorting;

  OrderPaymentPages(
      IamportCalls calls, OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    this.calls = calls;
    this.orderId = orderId;
    this.status = status;
    this.sorting = sorting;
  }

  @Override
  protected HttpRequest.Builder page(int page) {
    return HttpRequest.safe("findAll", "GET", status.ofOrder("findAll", orderId))
        .about(PaymentLookup.byOrderId(orderId))
        .query("page", page)
        .query("limit", LIMIT)
        .query("sorting", sorting.word());
  }

  @Override
  public IamportPayment row(JsonObject json) {
    return calls.payment(json, payment -> payment.orderId().equals(orderId));
  }

  @Override
  public String id(IamportPayment row) {
    return row.paymentId().value();
  }
}
