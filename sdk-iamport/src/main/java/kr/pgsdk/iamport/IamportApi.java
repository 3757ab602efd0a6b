package kr.pgsdk.iamport;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonRows;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.model.IamportBalance;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.model.IamportPreparedPayment;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccounts;
import org.jspecify.annotations.Nullable;

/** The REST calls that the verbs are made of: path, retry mode, body and reader of each. */
final class IamportApi {
  private static final String RESPONSE = "response";
  private static final int PAGE_OF_ORDER = 100;

  /** What {@code GET /payments/{imp_uid}} found; the refusal says why there is no payment. */
  record Found(@Nullable IamportPayment payment, @Nullable GatewayException refusal) {
    IamportPayment orElseThrow() {
      if (payment == null) {
        throw Objects.requireNonNull(refusal);
      }
      return payment;
    }
  }

  private final IamportCalls calls;

  IamportApi(IamportCalls calls) {
    this.calls = calls;
  }

  /** Fetches a payment; the response may be about another one. */
  Found payment(PaymentId paymentId, boolean includeSandbox) {
    return fetch(paymentId, includeSandbox, json -> calls.payment(json, any -> true));
  }

  /** Fetches a payment; a response about another one is unreadable. */
  Found samePayment(PaymentId paymentId, boolean includeSandbox) {
    return fetch(
        paymentId,
        includeSandbox,
        json -> calls.payment(json, p -> p.paymentId().equals(paymentId)));
  }

  /** Fetches a payment with what its payment company adds. */
  IamportPayment paymentWithExtension(PaymentId paymentId, boolean includeSandbox) {
    return calls.payment(
        request(paymentId, includeSandbox).query("extension", true),
        p -> p.paymentId().equals(paymentId));
  }

  private Found fetch(
      PaymentId paymentId, boolean includeSandbox, Function<JsonObject, IamportPayment> reader) {
    Found found =
        calls.send(
            request(paymentId, includeSandbox),
            body -> new Found(reader.apply(body.requiredObject(RESPONSE)), null),
            refusal -> IamportCalls.isNotFound(refusal) ? new Found(null, refusal) : null);
    if (found.payment() == null && !includeSandbox) {
      TestChannel.logNotFound(paymentId);
    }
    return found;
  }

  private static HttpRequest.Builder request(PaymentId paymentId, boolean includeSandbox) {
    return HttpRequest.safe("payment", "GET", "payments", paymentId.value())
        .about(PaymentLookup.byPaymentId(paymentId))
        .adviceIfNotFound(includeSandbox ? null : TestChannel.NOT_FOUND)
        .query("include_sandbox", includeSandbox ? true : null);
  }

  List<IamportPayment> payments(List<PaymentId> paymentIds, List<OrderId> orderIds) {
    HttpRequest.Builder request = HttpRequest.safe("payments", "GET", "payments");
    paymentIds.forEach(id -> request.query("imp_uid[]", id.value()));
    orderIds.forEach(id -> request.query("merchant_uid[]", id.value()));
    return calls.list(
        request,
        row ->
            calls.payment(
                row, p -> paymentIds.contains(p.paymentId()) || orderIds.contains(p.orderId())));
  }

  Optional<IamportPayment> find(
      OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    return calls.find(
        HttpRequest.safe("find", "GET", status.ofOrder("find", orderId))
            .about(PaymentLookup.byOrderId(orderId))
            .query("sorting", sorting.word()),
        json -> ofOrder(json, orderId));
  }

  Stream<IamportPayment> all(OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    return calls.stream(
        new NumberedPages<>(
            page -> findAll(orderId, status, sorting, page),
            json -> ofOrder(json, orderId),
            payment -> payment.paymentId().value()));
  }

  private static HttpRequest.Builder findAll(
      OrderId orderId, IamportStatusFilter status, IamportSorting sorting, int page) {
    return HttpRequest.safe("findAll", "GET", status.ofOrder("findAll", orderId))
        .about(PaymentLookup.byOrderId(orderId))
        .query("page", page)
        .query("limit", PAGE_OF_ORDER)
        .query("sorting", sorting.word());
  }

  private IamportPayment ofOrder(JsonObject json, OrderId orderId) {
    return calls.payment(json, payment -> payment.orderId().equals(orderId));
  }

  /** A page of an order's payments; {@code next} is the next page's number, 0 for none. */
  record OrderPage(List<IamportPayment> payments, int next) {}

  /**
   * Fetches a page whole, for the verbs: they count on all of an order's payments, under one
   * deadline.
   */
  OrderPage ofOrder(OrderId orderId, int number) {
    JsonRows<IamportPayment> rows =
        new JsonRows<>(json -> ofOrder(json, orderId), RESPONSE, "list");
    return calls.send(
        findAll(orderId, IamportStatusFilter.ALL, IamportSorting.NEWEST_STARTED, number)
            .responseIsList(),
        response -> rows.read(response.json()),
        body -> {
          JsonObject page = body.requiredObject(RESPONSE);
          return new OrderPage(rows.strict(page), NumberedPages.next(page, number));
        },
        refusal -> NumberedPages.isNone(refusal, number) ? new OrderPage(List.of(), 0) : null);
  }

  IamportBalance balance(PaymentId paymentId) {
    return calls.object(
        HttpRequest.safe("balance", "GET", "payments", paymentId.value(), "balance")
            .about(PaymentLookup.byPaymentId(paymentId)),
        IamportBalance::read);
  }

  IamportPreparedPayment prepare(OrderId orderId, Money money) {
    return prepare("prepare", "POST", orderId, money);
  }

  IamportPreparedPayment changePrepared(OrderId orderId, Money money) {
    return prepare("change prepared", "PUT", orderId, money);
  }

  private IamportPreparedPayment prepare(String name, String method, OrderId orderId, Money money) {
    return calls.object(
        HttpRequest.safe(name, method, "payments", "prepare")
            .about(PaymentLookup.byOrderId(orderId))
            .body(
                JsonText.object()
                    .put("merchant_uid", orderId.value())
                    .put("amount", money)
                    .put("currency", money.currency())
                    .toString()),
        json -> IamportPreparedPayment.read(json, orderId, money));
  }

  Optional<IamportPreparedPayment> prepared(OrderId orderId) {
    return calls.<Optional<IamportPreparedPayment>>send(
        HttpRequest.safe("prepared", "GET", "payments", "prepare", orderId.value())
            .about(PaymentLookup.byOrderId(orderId)),
        body ->
            Optional.of(IamportPreparedPayment.read(body.requiredObject(RESPONSE), orderId, null)),
        refusal -> {
          // How "not registered" looks is not documented: every plain refusal counts.
          int status = refusal.httpStatus().orElse(0);
          return status == 404 || status == 200 ? Optional.empty() : null;
        });
  }

  IamportPayment cancel(IamportCancelRequest request) {
    return calls.payment(
        HttpRequest.once("cancel", "POST", "payments", "cancel")
            .body(RequestFields.of(request))
            .about(request.payment()),
        request::isAbout);
  }

  IamportPayment revoke(PaymentId paymentId) {
    return new IamportVirtualAccounts(calls).revoke(paymentId);
  }

  /** Sends a request the caller made up, and returns the response's content as JSON. */
  String open(HttpRequest.Builder request) {
    return calls.send(request, body -> Objects.requireNonNullElse(body.json(RESPONSE), "null"));
  }
}
