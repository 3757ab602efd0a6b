package kr.pgsdk.iamport.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.internal.NewPayment;
import kr.pgsdk.iamport.internal.NumberedPages;
import kr.pgsdk.iamport.internal.OrderPayments;
import kr.pgsdk.iamport.model.IamportBalance;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.model.IamportPreparedPayment;

/**
 * Payments in lists, searches for them, and amounts registered in advance.
 *
 * <p>Calls block, and throw the exceptions of {@link kr.pgsdk.iamport.IamportClient}. The SDK
 * fetches each page of a list when you read it, with a deadline for each page, so a list of any
 * length takes little memory. Close its stream, with try-with-resources; a stream that is read to
 * its end closes itself. The stream is sequential, and for one thread. Nothing is sent before you
 * read; reading throws the exceptions of a call, and a {@code TransportException} says how many
 * payments were read before.
 */
public final class IamportPayments {
  static final int MAX_AT_ONCE = 100; // v1.openapi.json, GET /payments

  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportPayments(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /payments}: several payments by payment id, by order id, or both; 1 to 100 ids
   * together.
   *
   * @return the payments that exist, in no fixed order: match them by id
   */
  public List<IamportPayment> find(List<PaymentId> paymentIds, List<OrderId> orderIds) {
    int count = paymentIds.size() + orderIds.size();
    if (count < 1 || count > MAX_AT_ONCE) {
      throw new IllegalArgumentException(
          "imp_uid and merchant_uid must be 1 to " + MAX_AT_ONCE + " together: " + count);
    }
    Set<PaymentId> byId = Set.copyOf(paymentIds);
    Set<OrderId> byOrder = Set.copyOf(orderIds);
    HttpRequest.Builder request = HttpRequest.safe("payments", "GET", "payments");
    paymentIds.forEach(id -> request.query("imp_uid[]", id.value()));
    orderIds.forEach(id -> request.query("merchant_uid[]", id.value()));
    return calls.list(
        request,
        row ->
            calls.payment(row, p -> byId.contains(p.paymentId()) || byOrder.contains(p.orderId())));
  }

  /**
   * {@code GET /payments/find/{merchant_uid}[/{status}]}: the first of an order's payments. It may
   * be a failed payment that came after a paid one: to learn whether the order is paid, use {@link
   * IamportStatusFilter#PAID}. Iamport may reject an id with a slash here; {@link #find(List,
   * List)} takes any id.
   */
  public Optional<IamportPayment> find(
      OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    return calls.find(
        status
            .within(HttpRequest.safe("find", "GET", "payments", "find", orderId.value()))
            .about(PaymentLookup.byOrderId(orderId))
            .query("sorting", sorting.word()),
        json -> OrderPayments.read(calls, json, orderId));
  }

  /**
   * {@code GET /payments/status/{status}}: all payments in a status from {@code from} to {@code
   * to}, both included. Iamport lists at most 90 days at once: the SDK lists a longer time in steps
   * of 90 days, the last step first, and sorted within each step. The status decides which time
   * counts: when a payment was started (ready), paid, cancelled or failed. A payment that changes
   * its status while you read may be missing, or come twice.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}, or {@code from} is
   *     before 1970
   */
  public Stream<IamportPayment> all(
      IamportStatusFilter status, Instant from, Instant to, IamportSorting sorting) {
    return calls.stream(
        new PaymentsByStatus(
            status, from, to, sorting, json -> calls.payment(json, payment -> true)));
  }

  /**
   * {@code GET /payments}: the payments of any number of orders, 100 orders in a request. Orders
   * without a payment are left out; match the payments by order id.
   *
   * @throws IllegalArgumentException if there is no order id
   */
  public Stream<IamportPayment> all(Collection<OrderId> orderIds) {
    return calls.stream(new OrderBatchPages(calls, orderIds));
  }

  /**
   * {@code GET /payments/findAll/{merchant_uid}[/{status}]}: an order's payments, failed ones
   * included. Iamport may reject an id with a slash here; {@link #all(Collection)} takes any id.
   */
  public Stream<IamportPayment> all(
      OrderId orderId, IamportStatusFilter status, IamportSorting sorting) {
    return calls.stream(
        new NumberedPages<>(
            page -> status.within(OrderPayments.page(orderId, sorting.word(), page)),
            json -> OrderPayments.read(calls, json, orderId),
            payment -> payment.paymentId().value()));
  }

  /** {@code GET /payments/{imp_uid}/balance}: PAYCO and KCP only; others refuse. */
  public IamportBalance balance(PaymentId paymentId) {
    return calls.object(
        HttpRequest.safe("balance", "GET", "payments", paymentId.value(), "balance")
            .about(PaymentLookup.byPaymentId(paymentId)),
        IamportBalance::read);
  }

  /**
   * {@code POST /payments/prepare}: registers an amount. Iamport refuses an order that is
   * registered already, even with the same amount. So after a lost response, Iamport may refuse the
   * repetition.
   *
   * @throws IllegalArgumentException if the order id has more than 40 characters, or the amount is
   *     zero
   */
  public IamportPreparedPayment prepare(OrderId orderId, Money money) {
    return prepare("prepare", "POST", orderId, money);
  }

  /**
   * {@code PUT /payments/prepare}: registers another amount.
   *
   * @throws IllegalArgumentException as {@link #prepare} does
   * @throws kr.pgsdk.core.error.GatewayException if nothing is registered
   */
  public IamportPreparedPayment changePrepared(OrderId orderId, Money money) {
    return prepare("change prepared", "PUT", orderId, money);
  }

  private IamportPreparedPayment prepare(String name, String method, OrderId orderId, Money money) {
    NewPayment.check(orderId, money);
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

  /** {@code GET /payments/prepare/{merchant_uid}}: empty if nothing is registered. */
  public Optional<IamportPreparedPayment> prepared(OrderId orderId) {
    return calls.<Optional<IamportPreparedPayment>>send(
        HttpRequest.safe("prepared", "GET", "payments", "prepare", orderId.value())
            .about(PaymentLookup.byOrderId(orderId)),
        body ->
            Optional.of(
                IamportPreparedPayment.read(body.requiredObject("response"), orderId, null)),
        refusal -> {
          // How "not registered" looks is not documented: every plain refusal counts.
          int status = refusal.httpStatus().orElse(0);
          return status == 404 || status == 200 ? Optional.empty() : null;
        });
  }
}
