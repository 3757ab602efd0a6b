package kr.pgsdk.iamport.payment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/** The payments of any number of orders, a page for each 100 order ids. */
final class OrderBatchPages implements Paging<IamportPayment> {
  private final List<OrderId> orderIds;
  private final Function<JsonObject, IamportPayment> reader;
  private int asked;

  OrderBatchPages(IamportCalls calls, Collection<OrderId> orderIds) {
    Set<OrderId> wanted = new LinkedHashSet<>(orderIds);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("orderIds must not be empty");
    }
    this.orderIds = List.copyOf(wanted);
    this.reader = json -> calls.payment(json, payment -> wanted.contains(payment.orderId()));
  }

  @Override
  public HttpRequest.Builder first() {
    HttpRequest.Builder request = HttpRequest.safe("payments", "GET", "payments");
    int end = Math.min(asked + IamportPayments.MAX_AT_ONCE, orderIds.size());
    orderIds.subList(asked, end).forEach(id -> request.query("merchant_uid[]", id.value()));
    asked = end;
    return request;
  }

  @Override
  public List<String> places() {
    return List.of("response");
  }

  @Override
  public IamportPayment row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String id(IamportPayment row) {
    return row.paymentId().value();
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<IamportPayment> page) {
    return asked < orderIds.size() ? first() : null;
  }

  @Override
  public boolean isNone(GatewayException refusal) {
    return IamportCalls.isNotFound(refusal);
  }
}
